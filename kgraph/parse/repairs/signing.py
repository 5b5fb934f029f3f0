"""Treaties by which somebody does something, where the model takes the treaty, or who acts, for something else."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    NAME_MODIFIERS,
    NOUN_SUBJECT,
    NOUNS,
    Row,
    be_subject,
    climb,
    has_passive,
    is_below,
    read_as_past,
)

__all__ = [
    "hang_on_deed",
    "hang_on_paper",
    "hang_signed",
    "part_from_treaty",
    "sign_with",
    "take_for_considered",
    "take_for_means",
]

# So may papers be told of, beside being made.
_GIVEN_OUT = frozenset({"date", "deliver", "hand", "publish", "ratify"})

_BEFORE_PARTIES = frozenset({"among", "between", "with"})
_ARTICLES = frozenset({"a", "an", "the"})
# Whoever does these to land "to be" somebody's says whose it is.
_CONSIDERING = frozenset(
    {
        "accept",
        "acknowledge",
        "admit",
        "concede",
        "consider",
        "declare",
        "deem",
        "hold",
        "recognise",
        "recognize",
    }
)


@repair(labels={"ROOT", "acl", "conj"}, tags={"VBD", "VBN"})
def sign_with(rows: Sequence[Row], position: int) -> None:
    """Give what is signed to who signs it where with whom comes first: "*Joly signed* with her colleague *a treaty*".

    The model hangs the treaty on the colleague, and may make no clause of it.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb, which the model may take for a participle of who signs.
    """
    verb = rows[position]
    if verb.lemma.lower() not in load_cues().instruments_made:
        return
    behind = range(position + 1, len(rows))
    beside = next((i for i in behind if rows[i].head == position and rows[i].text == "with"), None)
    paper = next((i for i in behind if rows[i].label == "appos" and _is_paper(rows, i)), None)
    if beside is None or paper is None or not is_below(rows, paper, beside):
        return
    if verb.label == "acl" and not _take_for_main_verb(rows, position):
        return
    if not any(row.head == position and row.label == "dobj" for row in rows):
        rows[paper].head, rows[paper].label = position, "dobj"


def _take_for_main_verb(rows: Sequence[Row], position: int) -> bool:
    """Make the main verb of a participle whose noun the model took for all there is: "*Joly signed* with Y"."""
    verb, signer = rows[position], rows[position].head
    if rows[signer].label != "ROOT" or signer > position:
        return False
    verb.head, verb.label = position, "ROOT"
    read_as_past(verb)
    be_subject(rows, signer, position, is_passive=False)
    return True


def _is_paper(rows: Sequence[Row], noun: int) -> bool:
    """Tell whether a noun with an article is a treaty or the like."""
    has_article = any(row.head == noun and row.text.lower() in _ARTICLES for row in rows[:noun])
    return has_article and rows[noun].lemma.lower() in load_cues().instruments_nouns


@repair(labels={"acl", "prep"})
def hang_on_paper(rows: Sequence[Row], position: int) -> None:
    """Hang who made a paper on it, not on its kind: "a *memorandum* of understanding *signed by* X", "*with* Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle, or of the preposition before a party.
    """
    row = rows[position]
    kind = row.head
    of = rows[kind].head
    is_kind = kind < position and rows[kind].label == "pobj" and rows[of].text.lower() == "of"
    if not is_kind or rows[kind].lemma.lower() not in load_cues().instruments_general:
        return
    is_making = row.label == "acl" and row.lemma.lower() in load_cues().instruments_made | _GIVEN_OUT
    if not is_making and row.text.lower() not in _BEFORE_PARTIES:
        return
    paper = rows[of].head
    if rows[paper].lemma.lower() in load_cues().instruments_nouns:
        row.head = paper


@repair(labels={"prep"}, words={"of"})
def hang_on_deed(rows: Sequence[Row], position: int) -> None:
    """Hang a paper on what is done to it, not on who does it: "the *signing* by Poland and Latvia *of the pact*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the "of" before the paper.
    """
    papers = (i for i in range(position, len(rows)) if rows[i].head == position and rows[i].label == "pobj")
    if not any(rows[i].lemma.lower() in load_cues().instruments_nouns for i in papers):
        return
    by = climb(rows, rows[position].head, lambda row: row.text.lower() != "by")
    deed, verb = by - 1, rows[by].head
    if not 0 <= deed < by < position or rows[by].text.lower() != "by" or rows[deed].part_of_speech != "NOUN":
        return
    if verb != deed:
        if has_passive(rows, verb, slice(0, verb)):
            return  # "was marked by"
        rows[by].head, rows[by].label = deed, "prep"
    rows[position].head = deed


@repair(labels={"ROOT", "ccomp"}, tags={"VBD"})
def part_from_treaty(rows: Sequence[Row], position: int) -> None:
    """Part who acts from the treaty by which he does: "By the *Treaty* of Kiel *Denmark ceded* Norway".

    Without a comma the model makes one name of the place of the treaty and of the state.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb.
    """
    who, place = position - 1, position - 2
    if place < 2 or any(row.head == position and row.label in NOUN_SUBJECT for row in rows):
        return
    of = rows[who].head
    is_name = rows[who].label == "pobj" and rows[who].part_of_speech == "PROPN"
    is_joined = rows[place].head == who and rows[place].label in NAME_MODIFIERS
    if not is_name or not is_joined or rows[of].text.lower() != "of":
        return
    paper = rows[of].head
    if not rows[paper].text[:1].isupper() or rows[paper].lemma.lower() not in load_cues().instruments_nouns:
        return
    for row in rows[of + 1 : place]:
        row.head = place if row.head == who else row.head
    rows[place].head, rows[place].label = of, "pobj"
    be_subject(rows, who, position, is_passive=False)


@repair(labels={"acl", "relcl"}, tags={"VB"}, words={"be"})
def take_for_considered(rows: Sequence[Row], position: int) -> None:
    """Make a clause of "to be" and what it stands behind: "acknowledged all three *islands to be* Chilean".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of "be".
    """
    thing = rows[position].head
    verb = rows[thing].head
    is_considered = rows[thing].label == "dobj" and rows[verb].lemma.lower() in _CONSIDERING
    if not is_considered or not any(r.head == position and r.label in {"acomp", "attr"} for r in rows):
        return
    rows[position].head, rows[position].label = verb, "ccomp"
    be_subject(rows, thing, position, is_passive=False)


@repair(labels={"advcl", "ccomp"}, tags={"VBD", "VBN"})
def hang_signed(rows: Sequence[Row], position: int) -> None:
    """Hang a participle on the paper before it: "In the *Treaty* of Lausanne, *signed* in 1923, Turkey renounced".

    The model hangs the paper on the participle, and that on the verb, so that Turkey is who signed.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    participle = rows[position]
    verb = participle.head
    is_made = participle.lemma.lower() in load_cues().instruments_made | _GIVEN_OUT
    if not is_made or verb < position or position == 0 or rows[position - 1].text != ",":
        return
    before = [i for i in range(position) if rows[i].head == position]
    if any(rows[i].label in NOUN_SUBJECT for i in before):
        return
    leading = next((i for i in before if rows[i].label == "prep"), None)
    if leading is None:
        return
    papers = (i for i in range(leading, position) if rows[i].head == leading and rows[i].label == "pobj")
    paper = next(papers, None)
    if paper is None or rows[paper].part_of_speech not in NOUNS:
        return
    rows[leading].head = verb
    participle.head, participle.label, participle.tag = paper, "acl", "VBN"


@repair(labels={"agent"}, words={"by"})
def take_for_means(rows: Sequence[Row], position: int) -> None:
    """Take "by" behind an active verb for how it is done: "Spain *agreed by the Treaty of Paris* to the cession".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of "by".
    """
    verb = rows[position].head
    is_active = any(row.head == verb and row.label == "nsubj" for row in rows[:verb])
    papers = (i for i in range(position, len(rows)) if rows[i].head == position and rows[i].label == "pobj")
    is_means = any(rows[i].lemma.lower() in load_cues().instruments_nouns for i in papers)
    if is_means and is_active and not has_passive(rows, verb, slice(0, verb)):
        rows[position].label = "prep"
