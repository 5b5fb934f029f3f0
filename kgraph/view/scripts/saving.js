// Files that the page hands over: made in it, without any server.

import { data } from "./data.js";
import { make } from "./words.js";

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i; // no file may be called so on Windows
const LONGEST = 60;

// A name that every system takes, from the page's title: letters and digits of any script, and hyphens.
export function fileName(part, ending) {
  const plain = data.title.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, "-");
  const stem = [...plain].slice(0, LONGEST).join("").replace(/^[-\p{M}]+|-+$/gu, "");
  return `${[RESERVED.test(stem) ? "graph" : stem || "graph", part].join("-")}.${ending}`;
}

export function save(content, type, name) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000); // the browser may still be reading
}

// Chromium tells what a frame may do; asking for more than that would leave an error on its console.
function mayWrite() {
  return !document.featurePolicy || document.featurePolicy.allowsFeature("clipboard-write");
}

// Put a text on the clipboard; tells whether the browser let it. A frame without rights has only the old way.
export async function copyText(text) {
  try {
    if (!mayWrite()) throw new Error("a frame without rights");
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = make("textarea", { value: text, className: "unseen" });
    document.body.append(area);
    const before = document.activeElement;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    before.focus();
    return done;
  }
}
