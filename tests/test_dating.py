"""Which time dates which predicate."""

from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy
from parses import from_spacy, parse

from kgraph.dating import Calendar
from kgraph.model import Span
from kgraph.parse import load_model
from kgraph.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def model() -> "Language":
    return load_model(None)


def dated(text: str, trigger: str) -> str | None:
    """Date the first token with this form in the real model's parse."""
    doc = from_spacy(model()(text))
    return Calendar(doc, text, None).time_of(next(t for t in doc if t.text == trigger))


def hand_made() -> Doc:
    """Parse "Japan annexed Korea in 1910" by hand."""
    return parse(
        """
        Japan/Japan NNP nsubj annexed
        annexed/annex VBD ROOT annexed
        Korea/Korea NNP dobj annexed
        in IN prep annexed
        1910 CD pobj in
        """
    )


def test_time_of_a_clause_dates_its_verb() -> None:
    doc = hand_made()
    assert Calendar(doc, doc.text, None).time_of(doc[1]) == "1910"


def test_text_without_times_dates_nothing() -> None:
    doc = hand_made()
    calendar = Calendar(doc, "Japan annexed Korea.", None)
    assert calendar.time_of(doc[1]) is None
    assert calendar.inside(Span(start=0, end=len(doc.text))) is None


def test_phrase_with_a_year_in_it_gives_the_year() -> None:
    text = "They kept their 2004 cease-fire."
    calendar = Calendar(model_free(text), text, None)
    assert calendar.inside(Span(start=16, end=31)) == "2004"
    assert calendar.inside(Span(start=0, end=15)) is None


def model_free(text: str) -> Doc:
    """Split a text into words, without a parse."""
    return from_spacy(spacy.blank("en")(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param("Iraq invaded Kuwait in August 1990.", "invaded", "1990-08", id="own"),
        pytest.param("Cyprus was ruled by Britain starting in 1878.", "ruled", "1878/", id="starting-in"),
        pytest.param("Beginning in 1975, Indonesia held Dili.", "held", "1975/", id="beginning-in"),
        pytest.param("Norway was held by Germany (1940-45).", "held", "1940/1945", id="behind-who-did-it"),
        pytest.param("The row led to the Sand War in 1963.", "War", "1963", id="led-to"),
        pytest.param("Hanoi launched an attack on Laos in 1974.", "attack", "1974", id="launched-and-over"),
        pytest.param("Hanoi launched a war on Laos in 1974.", "war", "1974/", id="launched-and-lasting"),
        pytest.param("The two held talks on the border in 1995.", "talks", "1995", id="light-verb"),
        pytest.param("Libya held the Strip in the 1970s and 1980s.", "held", "197X/198X", id="decades"),
        pytest.param("Sweden ruled Finland until the mid-19th century.", "ruled", "/18XX", id="century"),
        pytest.param("China has held the reef since about 1974.", "held", "1974~/", id="about"),
        pytest.param("Spain held Ifni and ceded it in 1969.", "held", "/1969", id="ceded-then"),
        pytest.param("Israel occupied Sinai and left it in 1982.", "occupied", "/1982", id="left-then"),
        pytest.param("Turkey occupied Batumi and annexed it in 1918.", "occupied", "1918", id="annexed-then"),
        pytest.param("Spain held Ifni and fortified it in 1934.", "held", None, id="done-meanwhile"),
        pytest.param("Venezuela claims the land that 19th-century maps show.", "claims", None, id="of-maps"),
        pytest.param("Israel took the Golan in the 1967 war.", "took", "1967", id="dated-war"),
        pytest.param(
            "Independent from France in 1960, Mauritania annexed the third of the Sahara in 1976.",
            "annexed",
            "1976",
            id="predicative-clause-of-another-time",
        ),
        pytest.param(
            "Their ties date back to a treaty in 1787 when Morocco became a partner.",
            "became",
            "1787",
            id="when-clause-of-the-verb",
        ),
        pytest.param("Israel left the Golan after the 1967 war.", "left", None, id="after-a-dated-war"),
        pytest.param(
            "In 1821 Honduras became one of several provinces that broke away from Spain.",
            "broke",
            "1821",
            id="one-of-those-that",
        ),
        pytest.param(
            "In 2004 Latvia became one of the states that had broken away from Russia.",
            "broken",
            None,
            id="one-of-those-that-had",
        ),
        pytest.param(
            "In 2018 they took part in the first talks since 2016.", "took", "2018", id="first-since-then"
        ),
        pytest.param("They agreed in 1995 to resume talks.", "talks", "1995", id="completed-verb"),
        pytest.param("They agreed in 2016 that Egypt would cede Tiran.", "cede", "2016", id="agreed-clause"),
        pytest.param("Syria lost the Golan in the war of 1967.", "lost", "1967", id="dated-noun"),
        pytest.param("China launched talks with India in 2005.", "talks", "2005/", id="launched"),
        pytest.param("The demarcation of the border began in 1997.", "demarcation", "1997/", id="began"),
        pytest.param("They continued the talks begun in 2005.", "talks", "2005/", id="begun"),
        pytest.param("China began sending troops in 2018.", "sending", "2018/", id="began-doing"),
        pytest.param("Panama took control of the canal in 1999.", "control", "1999/", id="took-control"),
        pytest.param("Britain held a mandate over Iraq until 1932.", "mandate", "/1932", id="held-a-mandate"),
        pytest.param(
            "Germany declared a protectorate over Togo in 1884.", "protectorate", "1884/", id="founded"
        ),
        pytest.param("Oman ratified the treaty of 1951.", "ratified", "1951", id="treaty-of-then"),
        pytest.param("He spoke after the talks on April 12, 1899.", "talks", "1899-04-12", id="after-talks"),
        pytest.param("France left by signing the Treaty of Paris of 1763.", "signing", "1763", id="signed"),
        pytest.param("Since 1991, Oman has had a conflict with Yemen.", "conflict", "1991/", id="has-had"),
        pytest.param(
            "In January 2000 envoys of Syria convened in Ohio for talks.", "talks", "2000-01", id="convened"
        ),
        pytest.param(
            "Under the Treaty of 1819 the two drew a line and Spain surrendered its claims.",
            "surrendered",
            "1819",
            id="treaty-of-both",
        ),
        pytest.param("Israel held Sinai since the 1967 war.", "held", "1967/", id="since-a-war"),
        pytest.param("Spain held Cuba until the 1898 treaty.", "held", "/1898", id="until-a-treaty"),
        pytest.param("Israel held it since the 1967 war, until 1982.", "held", "1967/1982", id="war-until"),
        pytest.param(
            "Japan and Russia signed a treaty in 1875. Under the treaty, Japan ceded Sakhalin.",
            "ceded",
            "1875",
            id="treaty-named-before",
        ),
        pytest.param(
            "The 1763 Treaty of Paris is old. By the terms of this treaty, France gave up Quebec.",
            "gave",
            "1763",
            id="terms-of-the-treaty",
        ),
        pytest.param(
            "Since 1990 Armenia had held Lachin, until 2020.", "held", "1990/2020", id="since-until"
        ),
        pytest.param("Armenia was to leave by 2021 and held it since 1990.", "held", "1990/", id="since-by"),
        pytest.param(
            "After clashes in summer 2008, Russia invaded Georgia in August.",
            "invaded",
            "2008-08",
            id="closer",
        ),
        pytest.param("The Treaty of Paris of 1763 ended the war.", "war", "/1763", id="ended-by-a-treaty"),
        pytest.param("The war with Eritrea ended in December 2000.", "war", "/2000-12", id="ended-war"),
        pytest.param(
            "They signed a treaty on 4 July 1946 whereby America gave up its claims.",
            "gave",
            "1946-07-04",
            id="whereby",
        ),
        pytest.param("Nigeria's control of Bakassi ended in 2008.", "control", "/2008", id="ended"),
        pytest.param("Nigeria ended its control of Bakassi in 2008.", "control", "/2008", id="ended-it"),
        pytest.param("By 1900 Britain controlled Sudan.", "controlled", "1900", id="by-then-a-state"),
        pytest.param("Russia is to leave Georgia by 2008.", "leave", "/2008", id="by-then-an-end"),
        pytest.param(
            "Libya's last soldiers had left the Strip by 30 May 1994.",
            "left",
            "1994-05-30",
            id="by-then-done",
        ),
        pytest.param(
            "Russia promised the withdrawal of its troops by 2002.",
            "withdrawal",
            "/2002",
            id="by-then-promised",
        ),
        pytest.param(
            "Britain landed on Hong Kong in January 1841, and the following year China ceded it.",
            "ceded",
            "1842",
            id="clause-behind-the-following-year",
        ),
        pytest.param(
            "The Soviet Union seized Kunashir in September 1945. Tokyo, two years later, asked for it.",
            "asked",
            "1947",
            id="between-commas",
        ),
        pytest.param(
            "Italy invaded Ethiopia in October 1935, and the following May Italy annexed it.",
            "annexed",
            "1936-05",
            id="month-before-who-did",
        ),
        pytest.param("1974 Japan teams met in Oman.", "met", None, id="year-in-a-name"),
        pytest.param(
            "The hearings closed in March 1962. The court awarded the temple to Cambodia the following June.",
            "awarded",
            "1962-06",
            id="behind-who-was-given",
        ),
        pytest.param(
            "The court ordered Thailand to pull its soldiers out of the temple area in 2011.",
            "ordered",
            "2011",
            id="asked-then",
        ),
        pytest.param(
            "Manila called on Beijing to leave the reef in February 1995.",
            "called",
            "1995-02",
            id="called-on",
        ),
        pytest.param(
            "Argentine commandos landed before dawn on 2 April 1982.",
            "landed",
            "1982-04-02",
            id="before-dawn",
        ),
        pytest.param("Not until 1973 did Britain recognise it.", "recognise", "1973", id="not-until"),
        pytest.param(
            "Spain did not recognise it until the 1844 treaty.", "recognise", "1844", id="not-until-a-treaty"
        ),
        pytest.param("In 1814 Britain acquired the Cape by treaty.", "treaty", "1814", id="by-treaty"),
        pytest.param(
            "They attacked the recognition of Crimea, which was made in 2014.",
            "recognition",
            "2014",
            id="made-then",
        ),
        pytest.param(
            "In 1929 Britain left, as Norway had occupied the island two years previously.",
            "occupied",
            "1927",
            id="previously",
        ),
        pytest.param(
            "Since the war of 2008 Moscow has kept troops there.", "kept", "2008/", id="since-an-event"
        ),
        pytest.param(
            "The UN has run Kosovo since 1999, when planes bombed Serbia.",
            "bombed",
            "1999",
            id="when-after-a-year",
        ),
        pytest.param(
            "When Britain left in 1967, the island went to Yemen.", "went", "1967", id="when-clause"
        ),
        pytest.param(
            "Cuba was ceded under the Treaty of Paris of 1898.", "ceded", "1898", id="under-a-treaty"
        ),
        pytest.param("The 1881 treaty divided the land.", "divided", "1881", id="by-a-treaty"),
        pytest.param(
            "They settled it in a treaty that they signed in 2018.", "settled", "2018", id="in-a-dated-treaty"
        ),
        pytest.param(
            "Argentina invaded the islands in 1982, triggering a war.", "war", "1982", id="participle"
        ),
        pytest.param("In 1990 Iraq occupied and annexed Kuwait.", "annexed", "1990", id="before-two-verbs"),
        pytest.param(
            "In 1884 Germany annexed Togo and laid claim to Cameroon.", "claim", "1884", id="noun-of-second"
        ),
        pytest.param(
            "In 1990 Iraq invaded Kuwait and has a claim to Bubiyan.", "claim", None, id="to-this-day"
        ),
        pytest.param(
            "Iraqi troops invaded Kuwait in August 1990 and occupied it.", "occupied", "1990-08", id="went-in"
        ),
        pytest.param(
            "Argentine forces invaded the islands on 2 April 1982 and occupied them for ten weeks.",
            "occupied",
            "1982-04-02/1982-06",
            id="went-in-for-weeks",
        ),
        pytest.param(
            "He told us of the talks with Ukrainian envoys that took place in 2003.",
            "talks",
            "2003",
            id="took-place",
        ),
        pytest.param("Putin hosted Aliyev to launch the talks in 2003.", "hosted", "2003", id="done-with"),
        pytest.param("It was in 1954 that India occupied Dadra.", "occupied", "1954", id="cleft"),
        pytest.param(
            "On 17 February 2008 Kosovo declared itself free; a day later he left.",
            "declared",
            "2008-02-17",
            id="before-a-name",
        ),
        pytest.param("In 2022 he travelled to Rabat for talks.", "talks", "2022", id="trip"),
        pytest.param(
            "The Ottomans ruled Kosovo until Serbia took it in 1912-13.",
            "ruled",
            "/1913",
            id="until-an-interval",
        ),
        pytest.param(
            "India's claim to Junagadh and its annexation of Goa in 1961 were criticised.",
            "annexation",
            "1961",
            id="own-of-a-deed-beside",
        ),
        pytest.param(
            "Chad had brought the case before the International Court of Justice in May 1990.",
            "brought",
            "1990-05",
            id="before-a-court",
        ),
        pytest.param("In 2022 he went to Rabat, where he met the king.", "met", "2022", id="where"),
        pytest.param("In 1898 Spain lost Guam, then a colony.", "colony", "1898", id="then-a-colony"),
        pytest.param("In 1906 Britain, which then ruled Egypt, left.", "ruled", "1906", id="which-then"),
        pytest.param(
            "In 1871 he saw Riga, which was then under Russian rule.", "rule", "1871", id="then-under"
        ),
        pytest.param(
            "In 1893 France occupied the port for ten years.", "occupied", "1893/1903", id="for-years"
        ),
        pytest.param(
            "A war with Libya that broke out in 1978 ended under OAU auspices in 1987.",
            "war",
            "1978/1987",
            id="from-outbreak-to-end",
        ),
        pytest.param(
            "The war between Iran and Iraq that began in 1980 ended after mediation.",
            "war",
            "1980",
            id="outbreak-of-what-ended",
        ),
    ],
)
def test_predicate_takes_the_time_of_what_carries_it(text: str, trigger: str, expected: str) -> None:
    assert dated(text, trigger) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param(
            "Slovenia's dispute with Croatia held up the talks in 2009.", "dispute", id="given-subject"
        ),
        pytest.param("The judges dismissed Libya's claim in 1994.", "claim", id="given-object"),
        pytest.param(
            "Iran entered the islets in 1971 and has administered them for fifty years.",
            "administered",
            id="still-lasting",
        ),
        pytest.param("Chile holds Arica despite the accord of 1883.", "holds", id="despite"),
        pytest.param("The court gave Bakassi up because of 1913.", "gave", id="because-of"),
        pytest.param("As in 1982, Argentina invaded the islands.", "invaded", id="as-in"),
        pytest.param("In 1906 Britain, which had then ruled Egypt, left.", "ruled", id="had-then"),
        pytest.param("Japan lost the war in 1945 and occupied nothing.", "occupied", id="not-by-going-in"),
        pytest.param("Honduras went to war in 1969 after years of quarrels.", "quarrels", id="after"),
        pytest.param("Morocco's rejection led to an incident in 2002.", "rejection", id="consequence"),
        pytest.param("He said in 2014 that Japan claims the islets.", "claims", id="said"),
        pytest.param("Japan claims islands that the army took in 1945.", "claims", id="relative-clause"),
        pytest.param("He arrived on 16 April 2005 for talks.", "talks", id="journey"),
        pytest.param("Indonesia left East Timor before elections in 2001.", "left", id="before-an-event"),
        pytest.param(
            "The Security Council told Iraq to leave Kuwait by 15 January 1991.",
            "told",
            id="asked-for-by-then",
        ),
        pytest.param(
            "Argentina renewed its claim on the 30th anniversary of its landing in 1982.",
            "renewed",
            id="on-the-anniversary",
        ),
        pytest.param("In 2022 we marked the anniversary of the handover.", "handover", id="anniversary"),
        pytest.param("In 2022 he spoke about efforts to end attacks.", "attacks", id="topic"),
        pytest.param(
            "Japan claims the islands under the treaty of 1855.", "claims", id="lasting-under-a-treaty"
        ),
        (
            "Russia occupied the region in violation of the ceasefire agreement of August 12, 2008.",
            "occupied",
        ),
        pytest.param("They signed a deal in 2018, eighteen years after their war.", "war", id="years-after"),
        pytest.param("It sent troops to Iraq, up from a hundred in July 2004.", "sent", id="compared"),
        pytest.param(
            "They signed it in 1875. Under a treaty, Japan ceded Sakhalin.", "ceded", id="other-treaty"
        ),
        pytest.param(
            "They signed a treaty in 1875.\nUnder the treaty, Japan ceded it.", "ceded", id="other-paragraph"
        ),
        pytest.param("Oman revised the treaty of 1951.", "revised", id="treaty-of-another-day"),
        pytest.param("After the war, Spain sent an envoy on April 12, 1899.", "war", id="after-a-war"),
        pytest.param("In 1960 the French colony of Chad broke away.", "colony", id="only-a-name"),
        pytest.param(
            "The Koreas have signed no treaty after the 1950-53 Korean War.", "signed", id="after-a-dated-war"
        ),
        pytest.param(
            "India's claim to Junagadh and its annexation of Goa in 1961 were criticised.",
            "claim",
            id="deed-named-beside",
        ),
    ],
)
def test_time_of_another_clause_is_not_taken(text: str, trigger: str) -> None:
    assert dated(text, trigger) is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("1962: China defeats India and keeps control of Aksai Chin.", "control", "1962"),
        ("1947 August - Pakistan becomes independent from Britain.", "independent", "1947-08"),
        ("* 20 July 1974 – Turkish troops invade Cyprus.", "invade", "1974-07-20"),
        ("1998: Ecuador signs an accord with Peru.\nIt settles the border.", "settles", None),
        ("March 2014: Russia annexes Crimea, which Ukraine claims.", "annexes", "2014-03"),
        ("March 2014: Russia annexes Crimea, which Ukraine claims.", "claims", None),
        ("1962: China defeats India, which had taken Goa in 1961.", "taken", "1961"),
        ("1989. Mar. 15: Israel returns Taba to Egypt.", "returns", "1989-03-15"),
    ],
)
def test_a_time_that_heads_an_entry_of_a_chronology_dates_what_is_in_it(
    text: str, trigger: str, time: str | None
) -> None:
    assert dated(text, trigger) == time


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("On 3 May 1999 Israel attacked Lebanon. It also raided Syria.", "1999-05-03"),
        ("On 3 May 1999 Israel attacked Lebanon. It also raided Syria in June.", None),
        ("On 3 May 1999 Israel attacked Lebanon. It has raided Syria.", None),
        ("On 3 May 1999 Israel attacked Lebanon. Iran raided Syria.", None),
        ("On 3 May 1999 Israel attacked Lebanon.\nIt raided Syria.", None),
        ("On 3 May 1999 Israel attacked Lebanon. It is said that Iran raided Syria.", None),
        ("Since 1999 Israel held the farms. It raided Syria.", None),
    ],
)
def test_what_is_told_on_has_the_time_of_the_sentence_before(text: str, time: str | None) -> None:
    doc = from_spacy(model()(text))
    trigger = next(t for t in doc if t.text == "raided")
    assert Calendar(doc, text, None).of_sentence_before(trigger) == time


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("In 1989, Milosevic became president of Serbia.", "1989/"),
        ("Milosevic was president of Serbia in 1989.", None),
        ("Milosevic was president of Serbia from 1989 to 1997.", "1989/1997"),
        ("Milosevic was appointed president of Serbia in 1989.", "1989/"),
        ("Milosevic was sworn in as president of Serbia in 1989.", "1989/"),
        ("Milosevic took office as president of Serbia in 1989.", "1989/"),
        ("Milosevic had been named president of Serbia in 1989.", None),
        ("Milosevic served as president of Serbia until 1997.", "/1997"),
        ("As president of Serbia, Milosevic held Kosovo until 1999.", None),
        ("Milosevic, president of Serbia between 1989 and 1997, was arrested in 2001.", "1989/1997"),
        ("Milosevic, president of Serbia since 1989, resigned.", "1989/"),
        ("In 1989, Milosevic may become president of Serbia.", None),
    ],
)
def test_who_became_president_is_so_since_then(text: str, time: str | None) -> None:
    doc = from_spacy(model()(text))
    office = next(t for t in doc if t.text == "president")
    assert Calendar(doc, text, None).held(office) == time


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Premier Nuri (1950-1952) met King Saud.", "1950/1952"),
        ("Premier Nuri (1950 to 1952) met King Saud.", "1950/1952"),
        ("Premier Nuri (in office since May 1950) met King Saud.", "1950-05/"),
        ("Premier Nuri (ruled 1910-1958) met King Saud.", "1910/1958"),
        # a life, a year in it, what somebody else did, no bracket
        ("Premier Nuri (1888-1958) met King Saud.", None),
        ("Premier Nuri (1950) met King Saud.", None),
        ("Premier Nuri (left, in 1950-1952) met King Saud.", None),
        ("Premier Nuri (who had fought from 1950 to 1952) met King Saud.", None),
        ("Premier Nuri met King Saud from 1950 to 1952.", None),
    ],
)
def test_a_term_stands_in_brackets_behind_a_name(text: str, time: str | None) -> None:
    doc = from_spacy(model()(text))
    name = Span(start=text.index("Nuri"), end=text.index("Nuri") + len("Nuri"))
    assert Calendar(doc, text, None).term_behind(name) == time


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("In March 1991 there was unrest in Basra, and Iran attacked Iraq.", "1991-03"),
        ("On 3 May 1982 the weather was bad, but Britain attacked Argentina.", "1982-05-03"),
        ("In 1980 rebels took Basra, crossed the river and attacked Iran.", "1980"),
        ("During the 1880s Europe divided the continent and France attacked Annam.", "188X"),
        ("In 1980 the talks failed and Basra was attacked by Iran.", "1980"),
        # no frame: a time behind the first verb, an own time, what had been before or is so today, what lasts
        ("The talks failed in 1980, and Iran attacked Iraq.", None),
        ("In 1980 the talks failed, and a year later Iran attacked Iraq.", "1981"),
        ("In 1980 the talks failed, but Iran had attacked Iraq before.", None),
        ("In 1980 the talks failed, and today Iran attacks Iraq.", None),
        ("Since 1980 the border was closed, and Iran attacked Iraq.", None),
        ("By 1980 the talks had failed, and Iran attacked Iraq.", None),
        ("In 1980 the talks failed, and Iran then attacked Iraq.", None),
    ],
)
def test_a_time_that_opens_a_sentence_frames_its_clauses(text: str, time: str | None) -> None:
    doc = from_spacy(model()(text))
    trigger = next(t for t in doc if t.lemma_ == "attack")
    assert Calendar(doc, text, None).time_of(trigger) == time


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("See also\nJapan met with Oman\nMarch 7, 2003", "2003-03-07"),
        ("See also\nJapan met with Oman\nMarch 7, 2003\nOman spoke\nMarch 9, 2003\n", "2003-03-07"),
        ("See also\nOman spoke\nMarch 9, 2003\nJapan met with Oman", None),
        ("Japan met with Oman.\nMarch 7, 2003", None),  # the day of the text
    ],
)
def test_a_time_below_a_headline_at_the_end_dates_it(text: str, time: str | None) -> None:
    assert dated(text, "met") == time
