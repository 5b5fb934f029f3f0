"""Which wordings are tried is decided by the words that stand near, and none is left out that would find its own."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from parses import from_spacy, parse

from kgraph.propositions import Proposition, proposition
from kgraph.relations import Wording, package_wordings, wordings_for
from kgraph.relations.index import AskedWords, package_index
from kgraph.relations.near import SentenceWords, Surroundings, candidates
from kgraph.relations.paths import has_word

if TYPE_CHECKING:
    from kgraph.extraction import Extractor
    from kgraph.tokens import Doc

EXAMPLES = [wording.example for wording in package_wordings()[::3]]
REFERRING = (
    "Argentina says that the Falkland Islands are its own. Britain rejects that claim, which Spain supports. The "
    "cease-fire, whose terms the two countries had handed over in Paris, holds. Most of the border is closed to trade."
)


def tried(doc: "Doc") -> set[tuple[int, str]]:
    """Give what `find_relations` tries: the place of the trigger and the wording."""
    return {
        (candidate.trigger.i, wording.id)
        for candidate, wordings in candidates(doc, package_index())
        for wording in wordings
    }


def fitting(doc: "Doc") -> set[tuple[int, str]]:
    """Give, of all tokens and all their wordings, those whose words head the arguments that they ask for."""
    return {
        (candidate.trigger.i, wording.id)
        for candidate in filter(None, map(proposition, doc))
        for wording in wordings_for(candidate)
        if has_its_words(wording, candidate)
    }


def has_its_words(wording: Wording, candidate: Proposition) -> bool:
    return all(has_word(candidate, path, words) for path, words in wording.where.items())


@pytest.mark.parametrize("text", [" ".join(EXAMPLES[:60]), " ".join(EXAMPLES[60:]), REFERRING], ids=range(3))
def test_every_wording_whose_words_head_its_arguments_is_tried(text: str, extractor: "Extractor") -> None:
    doc = from_spacy(extractor.nlp(text))
    found = fitting(doc)
    assert found
    assert found <= tried(doc)


def test_wording_without_its_words_is_not_tried() -> None:
    doc = parse("Peru NNP nsubj rejects\nrejects/reject VBZ ROOT rejects\ntea NN dobj rejects")
    wanting = {wording.id for wording in wordings_for(proposition_at(doc, 1)) if wording.where.get("object")}
    assert wanting
    assert wanting.isdisjoint(id_ for _, id_ in tried(doc))


def test_possessor_in_the_sentence_before_is_near() -> None:
    """Who made "that claim" stands a sentence back, and is an argument all the same."""
    rows = """
        Peru   NNP poss claim
        's     POS case Peru
        claim  NN  ROOT claim
        .      .   punct claim
        That   DT  det  claim#2
        claim  NN  nsubj stands
        stands/stand VBZ ROOT stands
        """
    asked = replace(package_index(), words=AskedWords())
    bits = asked.words.add(["peru"])
    around = Surroundings(SentenceWords(parse(rows), asked), 1)
    assert not around[0] & bits
    assert around[1] & bits


@pytest.mark.parametrize("text", [REFERRING, " ".join(EXAMPLES[:40])], ids=["references", "examples"])
def test_arguments_lead_no_further_than_is_looked(text: str, extractor: "Extractor") -> None:
    doc = from_spacy(extractor.nlp(text))
    numbers = {token.i: number for number, sentence in enumerate(doc.sents) for token in sentence}
    back = [
        numbers[candidate.trigger.i] - numbers[head.i]
        for candidate in filter(None, map(proposition, doc))
        for heads in candidate.roles.values()
        for head in heads
    ]
    assert set(back) <= {0, 1, 2}


@pytest.mark.parametrize("form", ["claims", "talks", "ceded"])
def test_asked_for_one_by_one_arguments_are_those_of_all(form: str, extractor: "Extractor") -> None:
    text = "Peru claims the islands over which talks with Chile failed, and ceded land to Brazil and ports to Spain."
    candidate = proposition(next(token for token in from_spacy(extractor.nlp(text)) if token.text == form))
    assert candidate is not None
    roles = candidate.roles
    assert roles
    assert {role: candidate.argument(role) for role in roles} == roles
    assert candidate.argument("beneath") == ()


def proposition_at(doc: "Doc", at: int) -> Proposition:
    found = proposition(doc[at])
    assert found is not None
    return found
