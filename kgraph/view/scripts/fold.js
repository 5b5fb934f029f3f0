// Fold a text for searching, so that what is typed finds what is written: "truong sa" is "Trường Sa".

// Marks over and under letters of alphabets, vowel signs of Arabic and Hebrew; not the vowels of Indian scripts.
const VOWEL_MARKS = /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
// Within a word and often left out: apostrophes, the letters that stand for a glottal stop, marks of no width.
const WITHIN = /['‘’‛ʼʻʾʿ\u0060´′＇\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/gu; // hyphens, blanks, dots, brackets: all the same
const SPELT_OUT = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ŋ: "ng",
  ĸ: "k",
  ə: "e",
  ς: "σ",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ک: "ك",
  ة: "ه",
  ء: "",
};
const SPELT_OUT_LETTER = new RegExp(`[${Object.keys(SPELT_OUT).join("")}]`, "g");
const PLAIN_TEXT = /^[a-z0-9 ]*$/;

// One blank between words, none at the ends; equal for whatever differs only in case, marks, width or punctuation.
export function fold(text) {
  const lower = text.toLowerCase();
  if (PLAIN_TEXT.test(lower)) return squeeze(lower);
  const bare = lower.replace(WITHIN, "").normalize("NFKD").replace(VOWEL_MARKS, "").toLowerCase();
  return squeeze(bare.replace(SPELT_OUT_LETTER, (letter) => SPELT_OUT[letter]).replace(BETWEEN, " "));
}

function squeeze(text) {
  return text.replace(/ {2,}/g, " ").trim();
}

// Scripts without blanks between words: there a word may begin anywhere.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function isUnspaced(text) {
  return UNSPACED.test(text);
}
