"""What the model reads in place of a text, and that the untouched words and a whole tree come back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import parsed, plan_of, read_as, tree

from kgraph.extraction import Extractor
from kgraph.parse.wrapped import unwrap

# -- lists of names --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Japan, Russia and China met.", "Philippines met ."),
        ("Spain holds Ceuta, Melilla, and Perejil Island.", "Spain holds Philippines ."),
        ("The dispute between India and Pakistan goes on.", "The dispute between Philippines goes on ."),
        ("Argentina and the United Kingdom fought.", "Philippines fought ."),
        ("Japan claims Kunashir, Iturup and some islets.", "Japan claims Philippines and some islets ."),
        ("Japan claims Kunashir and Iturup, and the Habomai islands.", "Japan claims Philippines ."),
        ("Peru or Chile signed.", "Philippines signed ."),
        ("Peru, Chile & Bolivia signed.", "Philippines signed ."),
        # none: an apposition, two clauses, two pairs, a part of a word, adjectives
        ("He came to Tokyo, Japan.", "He came to Tokyo , Japan ."),
        (
            "Russia recognised Abkhazia, and Georgia protested.",
            "Russia recognised Abkhazia , and Georgia protested .",
        ),
        ("The line between Iraq and Iran and Kuwait", "The line between Philippines and Kuwait"),
        ("Japan, India-administered Kashmir", "Japan , India - administered Kashmir"),
        ("Russian and Japanese envoys met.", "Russian and Japanese envoys met ."),
        # a name in front of the clause is no member
        ("In Japan, China and India met.", "In Japan , Philippines met ."),
        ("In Japan, China and India, people vote.", "In Philippines , people vote ."),
    ],
)
def test_list_is_read_as_one_name(text: str, read: str) -> None:
    assert read_as(text) == read


@pytest.mark.model
def test_list_hangs_together_as_the_model_would_have_it(extractor: Extractor) -> None:
    found = tree(extractor, "Morocco claims Ceuta, Melilla and the Spratly Islands.")
    assert found["Ceuta"] == "dobj claims"
    assert found[","] == "punct Ceuta"
    assert found["Melilla"] == "conj Ceuta"
    assert found["and"] == "cc Melilla"
    assert found["Islands"] == "conj Melilla"
    assert (found["the"], found["Spratly"]) == ("det Islands", "compound Islands")


@pytest.mark.model
def test_what_follows_a_list_hangs_on_its_last_name(extractor: Extractor) -> None:
    found = tree(extractor, "Malta spoke of Kunashir, Iturup and Shikotan, which Japan claims.")
    assert found["claims"] == "relcl Shikotan"


@pytest.mark.model
def test_names_of_a_list_are_names_of_their_own(extractor: Extractor) -> None:
    doc = parsed(extractor, "Eritrea, Djibouti and Comoros signed.")
    assert [(t.tag_, t.pos_, t.lemma_) for t in doc if t.text in {"Djibouti", "Comoros"}] == [
        ("NNP", "PROPN", "Djibouti"),
        ("NNP", "PROPN", "Comoros"),
    ]
    assert doc[0].tag_ == "NNP"


@pytest.mark.model
def test_place_after_states_is_where_their_claims_are(extractor: Extractor) -> None:
    found = tree(extractor, "The claims of Peru and Chile in Antarctica lapsed.")
    assert found["in"] == "prep claims"


@pytest.mark.model
def test_subject_hangs_on_the_verb_and_not_on_its_auxiliary(extractor: Extractor) -> None:
    found = tree(
        extractor, "Argentina and Chile are committed to marking the boundary under an accord of 1998."
    )
    assert found["Argentina"] == "nsubjpass committed"


# -- brackets --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Iran (which denies it) left.", "Iran left . | which denies it"),
        (
            "the line (agreed in 1990 (but not marked)) ends",
            "the line ends | agreed in 1990 | but not marked",
        ),
        ("after the May 9, 1940, invasion of Peru", "after the May 9 invasion of Peru | 1940"),
        ("On May 9, 1940, Peru left.", "On May 9 , 1940 , Peru left ."),
        ("India (Jammu), China (Aksai Chin) and Nepal", "Philippines | Jammu | Aksai Chin"),
        # none: an ending, a bracket before anything, never closed, empty, over a paragraph, of signs only
        ("the island(s) here", "the island(s ) here"),
        ("(Sample Desk) Peru left.", "( Sample Desk ) Peru left ."),
        ("Peru (or Chile left.", "Peru ( or Chile left ."),
        ("Peru () left.", "Peru ( ) left ."),
        ("Peru (a\nb) left.", "Peru ( a \n b ) left ."),
        ("Peru (?) left.", "Peru ( ? ) left ."),
        ("Peru left. (It came back.)", "Peru left . ( It came back . )"),
    ],
)
def test_bracket_is_read_apart(text: str, read: str) -> None:
    assert read_as(text) == read


def test_bracket_of_a_whole_text_is_left_where_it_stands() -> None:
    long = "Peru (" + "very " * 100 + ") left."
    assert "|" not in read_as(long)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Shikotan (held by Russia) is large.", "held", "acl Shikotan"),
        ("Fiji claims the Minerva Reefs (two atolls) in the Pacific.", "atolls", "appos Reefs"),
        ("Yemen gave up the island (which Eritrea claims) in 1998.", "claims", "relcl island"),
        ("The islands (including Abu Musa) are small.", "including", "prep islands"),
        ("The isle is claimed by Comoros (governed by France).", "governed", "conj claimed"),
        ("The talks (Iran and Iraq have massed soldiers) failed.", "massed", "parataxis talks"),
        ("There are islands in the Gulf of Fonseca (claimed by Honduras).", "claimed", "acl islands"),
    ],
)
def test_bracket_hangs_below_what_it_is_about(extractor: Extractor, text: str, word: str, place: str) -> None:
    assert tree(extractor, text)[word] == place


@pytest.mark.model
def test_bracket_parts_no_sentence(extractor: Extractor) -> None:
    doc = parsed(extractor, "Fiji (which left. It did.) claims it. Peru left.")
    assert [sentence.text.strip() for sentence in doc.sents][-1] == "Peru left."
    assert len(list(doc.sents)) == 2


# -- quoted names ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('known as the "Northern Territories" there', "known as the Canada there"),
        ("called “Southern Kurils,” and", "called Canada , and"),
        ('He said "Yes" to it', "He said Canada to it"),
        ('the "status quo" there', 'the " status quo " there'),
        ('He said, "Japan left"', 'He said , " Japan left "'),
        ('called "Northern', 'called " Northern'),
    ],
)
def test_quoted_name_is_read_without_its_marks(text: str, read: str) -> None:
    assert read_as(text) == read


# -- whatever the text -----------------------------------------------------------------------------------------------

PIECES = [
    "Japan",
    "Kunashir",
    "the Kuril Islands",
    "Iturup",
    "القدس",
    "ירושלים",
    "claims",
    "held by",
    "said",
    "in",
]
PIECES += [
    ",",
    "and",
    "or",
    "(",
    ")",
    "((",
    "))",
    '"',
    "“",
    "”",
    ".",
    ";",
    "-",
    "\n",
    "\n\n",
    "\t",
    "\u200f",
    "1945",
    "🏝",
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda gap: gap.join(pieces))
)


@given(texts)
def test_every_word_is_read_once_or_hangs_in_one_that_is(text: str) -> None:
    plan = plan_of(text)
    seen = [node.head for segment in plan.segments for node in segment.nodes if not node.is_added]
    seen += [inner.position for segment in plan.segments for node in segment.nodes for inner in node.inner]
    seen += [position for segment in plan.segments for position in segment.brackets]
    assert sorted(seen) == list(range(len(plan.doc)))


@pytest.mark.model
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(texts)
def test_words_and_offsets_come_back_untouched(extractor: Extractor, text: str) -> None:
    doc = parsed(extractor, text)
    assert doc.text == unwrap(text)
    assert len(doc.text) == len(text)
    assert all(token.sent.start <= token.head.i < token.sent.end for token in doc)
    assert all(token.pos_ and token.dep_ for token in doc if not token.is_space)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Peru claims " + ", ".join(["Kunashir", "Iturup"] * 150) + " and Shikotan.",
        "( " * 500 + "Peru" + " )" * 500,
        "Peru " + "(a " * 300 + ")" * 300,
        "?!,.;:()[]“”–" * 50,
        "ישראל ו ירדן، القدس و غزة (القدس) and Israel, Jordan and Egypt (מצרים).",
    ],
    ids=["three-hundred-names", "nested", "nested-after-a-name", "signs-only", "right-to-left"],
)
def test_odd_text_is_read_whole(extractor: Extractor, text: str) -> None:
    assert parsed(extractor, text).text == text


@pytest.mark.model
def test_many_names_are_one_list(extractor: Extractor) -> None:
    doc = parsed(extractor, "Peru claims " + ", ".join(["Kunashir", "Iturup"] * 30) + " and Shikotan.")
    assert [t.dep_ for t in doc if t.text in {"Kunashir", "Iturup", "Shikotan"}] == ["dobj"] + ["conj"] * 60


# -- words in quotation marks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('The valley is "illegally" occupied.', "The valley is illegally occupied ."),
        ("It was “stolen” by Chad.", "It was stolen by Chad ."),
        # none: several words, a word that begins a sentence
        ('He called it "a dangerous step" again.', 'He called it " a dangerous step " again .'),
        ('"No" he said.', '" No " he said .'),
    ],
)
def test_single_word_is_read_without_its_marks(text: str, read: str) -> None:
    assert read_as(text) == read


@pytest.mark.model
def test_marks_around_a_word_hang_on_it(extractor: Extractor) -> None:
    doc = parsed(extractor, 'The valley that is "illegally" occupied by Pakistan lies in Kashmir.')
    assert [(t.dep_, t.head.text) for t in doc if t.text == '"'] == [("punct", "illegally")] * 2
    assert next(t.pos_ for t in doc if t.text == "illegally") == "ADV"


# -- cards and places in a photograph ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Shinzo Abe Abe ShinzoPrime Minister of Japan said", "Shinzo Abe said"),
        ("Recep Tayyip Erdogan Erdogan Recep Tayyip said", "Recep Tayyip Erdogan said"),
        ("Xi Jinping Jinping XiPresident of China and Kim met", "Xi Jinping and Kim met"),
        ("the Great War Background information Great War as well", "the Great War as well"),
        ("the BSU Background information Black Sea Union (BSU) Group", "the BSU Group"),
        ("the Union Background information The Baltic Union (BU) .", "the Union ."),
        ("Tariq Aziz, left, and Kofi Annan, right.", "Tariq Aziz and Kofi Annan ."),
        # none: the same word twice, a direction, a heading
        ("New York York Street", "New York York Street"),
        ("Egypt, left, as", "Egypt as"),
        ("They turned, left, and went", "They turned , left , and went"),
        ("Background information on Japan", "Background information on Japan"),
    ],
)
def test_cards_are_not_read(text: str, read: str) -> None:
    assert read_as(text).replace(" |", "").strip() == read


# -- what the model hangs too high -----------------------------------------------------------------------------------


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (
            "The EU condemned the annexation of Crimea and the city of Sevastopol by Russia.",
            "city",
            "conj Crimea",
        ),
        (
            "Years after the annexation of the Autonomous Republic of Crimea and the city of Sevastopol, Kyiv objects.",
            "city",
            "conj Republic",
        ),
        ("The mayor praised the work of Smith and the plan of Jones.", "plan", "conj work"),
        (
            "Georgia condemned the recognition by Syria of Abkhazia and South Ossetia.",
            "by",
            "prep recognition",
        ),
        ("Peru condemned the attack by Friday.", "by", "prep condemned"),
        ("Peru rejects the exercises being carried out by Chile in Arica.", "carried", "acl exercises"),
        ("Peru says the ships are being built by Chile.", "built", "ccomp says"),
        (
            "Vietnam reaffirms its sovereignty over the Paracel Islands, Vietnamese territory occupied by China.",
            "territory",
            "appos Islands",
        ),
        (
            "We call on Chile to agree to a ceasefire, immediately withdraw its troops from Peru, and move away.",
            "withdraw",
            "conj agree",
        ),
        (
            "The UN is investigating Eritrean claims that Ethiopian troops left it.",
            "claims",
            "dobj investigating",
        ),
        ("The UN says Eritrea claims that Ethiopian troops left it.", "claims", "ccomp says"),
        ("It notes that there is but one China and Taiwan is part of it.", "Taiwan", "nsubj is"),
        ("There are Chile and Peru, and Tacna is part of it.", "Tacna", "nsubj is"),
        ("Not only Argentina but also Chile claims part of Antarctica.", "Chile", "conj Argentina"),
        ("Argentina's neighbour, Chile, claims part of Antarctica.", "Chile", "appos neighbour"),
    ],
)
def test_stray_word_hangs_on_its_noun(extractor: Extractor, text: str, word: str, place: str) -> None:
    assert tree(extractor, text)[word] == place


@pytest.mark.model
def test_claims_after_a_possessor_are_a_noun(extractor: Extractor) -> None:
    text = "The tribunal delivered a decision firmly rejecting the PRC's South China Sea maritime claims as void."
    found = tree(extractor, text)
    assert (found["claims"], found["PRC"], found["maritime"]) == (
        "dobj rejecting",
        "poss claims",
        "amod claims",
    )
