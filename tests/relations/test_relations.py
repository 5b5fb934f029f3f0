"""Wordings: how they are read and checked, and how each field decides what a proposition gives."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from parses import linker, parse

from kgraph.errors import DataError
from kgraph.extraction import Extractor
from kgraph.model import Document, Modality, Polarity
from kgraph.propositions import Kind, proposition
from kgraph.relations import (
    Relation,
    Wording,
    find_relations,
    index_wordings,
    load_wordings,
    package_wordings,
    read_classes,
    wordings_for,
)
from kgraph.tokens import Doc
from kgraph.wording_files import package_tables

CLAIM = 'predicate = "claims"\nkind = "verb"\ntrigger = ["claim"]\nsubject = "subject"\nobject = "object"'
CLAIM_NOUN = 'predicate = "claims"\nkind = "noun"\ntrigger = ["claim"]\nsubject = "possessor"\nobject = "to"'


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str], tuple[Wording, ...]]:
    """Give a reader of wordings, each without the fields that are alike in all."""

    def read(*rows: str) -> tuple[Wording, ...]:
        text = "".join(f'[[wording]]\nid = "rule-{i}"\nexample = ""\n{row}\n' for i, row in enumerate(rows))
        (tmp_path / "test.toml").write_text(text, encoding="utf-8")
        return load_wordings(tmp_path)

    return read


@pytest.fixture
def find(load: Callable[..., tuple[Wording, ...]]) -> Callable[..., list[Relation]]:
    """Give a finder of relations in a parse by these wordings alone."""

    def find_by(doc: Doc, *rows: str, title: str | None = None) -> list[Relation]:
        return list(find_relations(doc, linker(doc, title=title), index_wordings(load(*rows))))

    return find_by


def pairs(found: list[Relation]) -> list[tuple[str, str]]:
    return [(r.subject.entity.label, r.object.entity.label) for r in found]


Load = Callable[..., tuple[Wording, ...]]
Find = Callable[..., list[Relation]]


# -- reading wordings ------------------------------------------------------------------------------------------------


def test_wording_is_read_with_its_defaults(load: Load) -> None:
    (wording,) = load(CLAIM)
    assert (wording.id, wording.kind, wording.trigger) == ("rule-0", Kind.VERB, ("claim",))
    assert (wording.subject_type, wording.object_type, wording.about_type) == ("agent", "place", "")
    assert (wording.polarity, wording.modality, wording.gives) == (None, None, ())


def test_closed_values_are_read(load: Load) -> None:
    (wording,) = load(f'{CLAIM}\npolarity = "negative"\nmodality = "possible"\nwhere = {{ to = ["a", "b"] }}')
    assert (wording.polarity, wording.modality) == (Polarity.NEGATIVE, Modality.POSSIBLE)
    assert wording.where == {"to": frozenset({"a", "b"})}


def test_named_paths_stand_for_each_of_them_in_turn(tmp_path: Path) -> None:
    row = '[[wording]]\nid = "a"\nexample = ""\npredicate = "claims"\nkind = "verb"\ntrigger = ["claim"]'
    paths = '[paths]\nwhere = "of.modifier|of"\n'
    (tmp_path / "a.toml").write_text(f'{paths}{row}\nobject = "object.@where|to"\n', encoding="utf-8")
    (wording,) = load_wordings(tmp_path)
    assert wording.object == "object.of.modifier|object.of|to"


def test_no_condition_asks_for_a_verb_with_its_particle() -> None:
    """What a path leads to is one word: "set up" would never be met."""
    assert [(id_, word) for id_, words in _conditions() for word in words if " " in word] == []


def test_no_condition_asks_for_a_word_that_its_classes_have() -> None:
    classes = read_classes()
    repeated = [
        (id_, word)
        for id_, words in _conditions()
        for name in words
        if name[0] == "@"
        for word in classes[name[1:]] & set(words)
    ]
    assert repeated == []


def _conditions() -> Iterator[tuple[str, list[str]]]:
    """Give the words of each condition of the package's own wordings, as they are written."""
    for row in itertools.chain.from_iterable(file.get("wording", ()) for file in package_tables().values()):
        yield from ((row["id"], words) for key in ("where", "unless") for words in row.get(key, {}).values())


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        row = f'[[wording]]\nid = "{name}"\nexample = ""\n{CLAIM}\n'
        (tmp_path / f"{name}.toml").write_text(row, encoding="utf-8")
    assert [w.id for w in load_wordings(tmp_path)] == ["a", "b"]


def test_folder_without_wordings_gives_none(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    assert load_wordings(tmp_path) == ()


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (f'{CLAIM}\nobjct = "object"', r"test\.toml: rule-0: unknown field objct"),
        (
            f'{CLAIM}\nsubject_type = "land"',
            r"test\.toml: rule-0: subject_type 'land' is none of agent, any,",
        ),
        (
            f'{CLAIM}\nat_issue = "subject"',
            r"test\.toml: rule-0: at_issue 'subject' is none of object, about, own",
        ),
        (f'{CLAIM}\nabout_type = "land"', r"test\.toml: rule-0: about_type 'land' is none of"),
        (f'{CLAIM}\nneeds = {{ of = "land" }}', r"test\.toml: rule-0: needs 'land', which is none of"),
        (f'{CLAIM_NOUN}\nabout = "for.@lands"', r"test\.toml: rule-0: 'for.@lands' is no path of roles"),
        ('kind = "verb"\ntrigger = ["claim"]', r"test\.toml: rule-0: .*predicate"),
        ("x = ", r"test\.toml: .*line 4"),
    ],
    ids=[
        "field",
        "argument-type",
        "land-at-issue",
        "about-type",
        "needed-type",
        "unknown-path",
        "nothing-said",
        "not-toml",
    ],
)
def test_wrong_wording_is_named_with_its_file(load: Load, row: str, complaint: str) -> None:
    with pytest.raises(DataError, match=complaint):
        load(row)


def test_id_given_twice_is_named(tmp_path: Path) -> None:
    row = f'[[wording]]\nid = "same"\nexample = ""\n{CLAIM}\n'
    (tmp_path / "a.toml").write_text(row, encoding="utf-8")
    (tmp_path / "b.toml").write_text(row, encoding="utf-8")
    with pytest.raises(DataError, match="the wording 'same' is given twice"):
        load_wordings(tmp_path)


def test_wording_without_id_is_still_spoken_of(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[[wording]]\nfoo = 1\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.toml: a wording without id: unknown field foo"):
        load_wordings(tmp_path)


def test_rule_ids_are_words_in_lower_case() -> None:
    assert [
        w.id for w in package_wordings() if not w.id.replace("-", "").isalnum() or w.id != w.id.lower()
    ] == []


# -- which wordings look for a predicate -----------------------------------------------------------------------------


def ids_for(rows: str, form: str) -> set[str]:
    doc = parse(rows)
    found = proposition(next(token for token in doc if token.text == form))
    assert found is not None
    return {wording.id for wording in wordings_for(found)}


def test_wordings_are_found_by_lemma_and_kind() -> None:
    verb = ids_for("Peru NNP nsubj claims\nclaims/claim VBZ ROOT claims", "claims")
    noun = ids_for("Peru NNP poss claims\nclaims/claim NNS ROOT claims", "claims")
    assert "claim-verb" in verb
    assert "claim-noun" in noun
    assert not verb & noun


def test_particle_makes_another_verb() -> None:
    ruled_out = ids_for("ruled/rule VBD ROOT ruled\nout RP prt ruled", "ruled")
    ruled = ids_for("ruled/rule VBD ROOT ruled", "ruled")
    assert "refuse-talks" in ruled_out - ruled
    assert "administer-verb" in ruled - ruled_out


def test_verb_with_an_unknown_particle_is_the_verb() -> None:
    odd = ids_for("occupied/occupy VBD ROOT occupied\nup RP prt occupied", "occupied")
    assert odd == ids_for("occupied/occupy VBD ROOT occupied", "occupied") != set()


def test_nothing_looks_for_most_words() -> None:
    assert ids_for("Peru NNP nsubj sings\nsings/sing VBZ ROOT sings", "sings") == set()


# -- arguments -------------------------------------------------------------------------------------------------------

JAPAN_CLAIMS = """
    Japan        NNP nsubj claims
    claims/claim VBZ ROOT  claims
    Kunashir     NNP dobj  claims
    """
LISTS = """
    Japan       NNP nsubj claim
    and         CC  cc    Japan
    Russia      NNP conj  Japan
    claim       VBP ROOT  claim
    Kunashir    NNP dobj  claim
    and         CC  cc    Kunashir
    Iturup      NNP conj  Kunashir
    """
ABOUT_BOTH = """
    Japan       NNP nsubj claims
    claims/claim VBZ ROOT claims
    to          IN  prep  claims
    Chile       NNP pobj  to
    over        IN  prep  claims
    Kunashir    NNP pobj  over
    """


def test_relation_names_its_words_rule_and_confidence(find: Find) -> None:
    (relation,) = find(parse(JAPAN_CLAIMS), f"{CLAIM}\nconfidence = 0.7")
    assert pairs([relation]) == [("Japan", "Kunashir")]
    assert (relation.predicate, relation.rule, relation.confidence) == ("claims", "rule-0", 0.7)
    assert relation.trigger.text == "claims"
    assert not relation.elliptical


def test_lists_are_spread(find: Find) -> None:
    assert pairs(find(parse(LISTS), CLAIM)) == [
        ("Japan", "Kunashir"),
        ("Japan", "Iturup"),
        ("Russia", "Kunashir"),
        ("Russia", "Iturup"),
    ]


def test_argument_of_the_wrong_type_gives_nothing(find: Find) -> None:
    assert find(parse(JAPAN_CLAIMS), f'{CLAIM}\nobject_type = "instrument"') == []
    assert find(parse(JAPAN_CLAIMS), f'{CLAIM}\nsubject_type = "body"') == []


def test_missing_argument_gives_nothing(find: Find) -> None:
    assert find(parse("Japan NNP nsubj claims\nclaims/claim VBZ ROOT claims"), CLAIM) == []


def test_thing_has_no_relation_to_itself(find: Find) -> None:
    doc = parse(JAPAN_CLAIMS.replace("Kunashir", "Nippon"))
    assert find(doc, f'{CLAIM}\nobject_type = "any"') == []


def test_first_alternative_of_the_right_type_is_taken(find: Find) -> None:
    paths = CLAIM.replace('object = "object"', 'object = "to|over"')
    assert pairs(find(parse(ABOUT_BOTH), f'{paths}\nobject_type = "place"')) == [("Japan", "Chile")]
    paths = CLAIM.replace('object = "object"', 'object = "in|over|to"')
    assert pairs(find(parse(ABOUT_BOTH), f'{paths}\nobject_type = "place"')) == [("Japan", "Kunashir")]


def test_alternative_of_the_wrong_type_is_passed_over(find: Find) -> None:
    paths = CLAIM.replace('object = "object"', 'object = "over|to"')
    assert pairs(find(parse(ABOUT_BOTH), f'{paths}\nobject_type = "agent"')) == [("Japan", "Chile")]


def test_plus_takes_both_paths_together(find: Find) -> None:
    paths = CLAIM.replace('object = "object"', 'object = "to+over"')
    assert pairs(find(parse(ABOUT_BOTH), f'{paths}\nobject_type = "any"')) == [
        ("Japan", "Chile"),
        ("Japan", "Kunashir"),
    ]


def test_dot_goes_on_in_the_proposition_of_the_argument(find: Find) -> None:
    doc = parse("""
        Chile           NNP nsubj rejected
        rejected/reject VBD ROOT  rejected
        the             DT  det   claims
        claims/claim    NNS dobj  rejected
        of              IN  prep  claims
        Bolivia         NNP pobj  of
        .               .   punct rejected
        """)
    row = 'predicate = "rejectsClaimOf"\nkind = "verb"\ntrigger = ["reject"]\nsubject = "subject"'
    found = find(doc, f'{row}\nobject = "object.of"\nobject_type = "agent"')
    assert pairs(found) == [("Chile", "Bolivia")]


def test_dot_leads_nowhere_from_a_word_that_heads_nothing(find: Find) -> None:
    doc = parse("Chile NNP nsubj claims\nclaims/claim VBZ ROOT claims\nit PRP dobj claims")
    assert find(doc, CLAIM.replace('object = "object"', 'object = "object.of"')) == []


def test_self_is_the_predicates_own_phrase(find: Find) -> None:
    doc = parse("""
        Chile       NNP nsubj signed
        signed/sign VBD ROOT  signed
        the         DT  det   treaty
        treaty      NN  dobj  signed
        .           .   punct signed
        """)
    row = 'predicate = "partyTo"\nkind = "noun"\ntrigger = ["treaty"]\nsubject = "governor_subject"'
    (relation,) = find(doc, f'{row}\nobject = "self"\nobject_type = "instrument"')
    assert pairs([relation]) == [("Chile", "treaty")]


# -- conditions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ('where = { object = ["kunashir"] }', True),
        ('where = { object = ["iturup"] }', False),
        ('where = { object = ["*"] }', True),
        ('where = { to = ["*"] }', False),
        ('where = { "to|object" = ["kunashir"] }', True),
        ('where = { object = ["kunashir"], to = ["*"] }', False),
        ('unless = { object = ["kunashir"] }', False),
        ('unless = { object = ["iturup"] }', True),
        ('unless = { to = ["*"] }', True),
        ('unless = { to = ["*"], object = ["*"] }', False),
        ('needs = { object = "place" }', True),
        ('needs = { object = "agent" }', False),
        ('needs = { to = "any" }', False),
        ('about = "object"\nabout_type = "place"', True),
        ('about = "object"\nabout_type = "body"', False),
        ('about = "to"\nabout_type = "any"', False),
        ('owner = "subject"', True),
        ('owner = "object"', False),
    ],
)
def test_condition_decides_whether_the_wording_speaks(find: Find, condition: str, holds: bool) -> None:
    assert bool(find(parse(JAPAN_CLAIMS), f"{CLAIM}\n{condition}")) is holds


def test_condition_sees_a_word_inside_a_joined_name(find: Find) -> None:
    doc = parse("""
        International_Court_of_Justice NNP nsubj claims
        claims/claim                   VBZ ROOT  claims
        Kunashir                       NNP dobj  claims
        """)
    row = f'{CLAIM}\nsubject_type = "body"'
    assert pairs(find(doc, row)) == [("International Court of Justice", "Kunashir")]
    assert find(doc, f'{row}\nunless = {{ subject = ["court"] }}') == []


# -- qualifiers ------------------------------------------------------------------------------------------------------

DENIED = """
    Japan NNP nsubj claim
    does/do VBZ aux claim
    not RB neg claim
    claim VB ROOT claim
    Kunashir NNP dobj claim
    """


def qualifiers(found: list[Relation]) -> tuple[Polarity, Modality]:
    (relation,) = found
    return relation.qualifiers.polarity, relation.qualifiers.modality


def test_relation_is_as_its_sentence_puts_it(find: Find) -> None:
    assert qualifiers(find(parse(JAPAN_CLAIMS), CLAIM)) == (Polarity.POSITIVE, Modality.ACTUAL)
    assert qualifiers(find(parse(DENIED), CLAIM)) == (Polarity.NEGATIVE, Modality.ACTUAL)


def test_wording_that_denies_turns_the_polarity(find: Find) -> None:
    row = f'{CLAIM}\npolarity = "negative"'
    assert qualifiers(find(parse(JAPAN_CLAIMS), row))[0] is Polarity.NEGATIVE
    assert qualifiers(find(parse(DENIED), row))[0] is Polarity.POSITIVE


@pytest.mark.parametrize(("said", "rows"), [("positive", JAPAN_CLAIMS), ("negative", DENIED)])
def test_wording_may_speak_only_of_what_is_said_or_only_of_what_is_denied(
    find: Find, said: str, rows: str
) -> None:
    other = DENIED if rows == JAPAN_CLAIMS else JAPAN_CLAIMS
    row = f'{CLAIM}\nsaid = "{said}"'
    assert len(find(parse(rows), row)) == 1
    assert find(parse(other), row) == []


def test_wording_may_fix_the_modality(find: Find) -> None:
    assert qualifiers(find(parse(JAPAN_CLAIMS), f'{CLAIM}\nmodality = "possible"'))[1] is Modality.POSSIBLE


SAID = """
    Chile        NNP nsubj says
    says/say     VBZ ROOT  says
    {0}          NNP nsubj claims
    claims/claim VBZ ccomp says
    Kunashir     NNP dobj  claims
    """


def test_speaker_is_the_attribution(find: Find) -> None:
    (relation,) = find(parse(SAID.format("Japan")), CLAIM)
    assert relation.attribution is not None
    assert relation.attribution.entity.label == "Chile"


def test_claim_told_by_the_claimant_needs_no_voice(find: Find) -> None:
    (relation,) = find(parse(SAID.format("Santiago")), CLAIM)
    assert relation.subject.entity.label == "Chile"
    assert relation.attribution is None


def test_wording_says_whose_word_it_is(find: Find) -> None:
    doc = parse("""
        islands/island NNS nsubj    known
        known/know     VBN ROOT     known
        in             IN  prep     known
        Japan          NNP pobj     in
        as             IN  prep     known
        Chishima       NNP pobj     as
        """)
    row = (
        'predicate = "knownAs"\nkind = "verb"\ntrigger = ["know"]\nsubject = "subject|object"\nobject = "as"'
    )
    row += '\nsubject_type = "any"\nobject_type = "name"\nattribution = "in"'
    found = find(doc, row)
    assert [(r.object.entity.label, r.attribution and r.attribution.entity.label) for r in found] == [
        ("Chishima", "Japan")
    ]


def test_about_is_what_the_relation_is_about(find: Find) -> None:
    row = CLAIM.replace('object = "object"', 'object = "to"')
    (relation,) = find(parse(ABOUT_BOTH), f'{row}\nobject_type = "agent"\nabout = "over"')
    assert relation.about is not None
    assert relation.about.label == "Kunashir"


def test_argument_is_never_also_what_the_relation_is_about(find: Find) -> None:
    (relation,) = find(parse(JAPAN_CLAIMS), f'{CLAIM}\nabout = "object"')
    assert relation.about is None


# -- pairs -----------------------------------------------------------------------------------------------------------

TALKS = (
    'predicate = "negotiatesWith"\nkind = "noun"\ntrigger = ["talk"]\npair = "between"\nobject_type = "agent"'
)


def test_pair_stands_in_the_relation_with_each_other(find: Find) -> None:
    doc = parse("""
        talks/talk NNS ROOT talks
        between IN prep talks
        Peru NNP pobj between
        Chile NNP conj Peru
        and CC cc Peru
        Bolivia NNP conj Chile
        """)
    assert pairs(find(doc, TALKS)) == [("Peru", "Chile"), ("Peru", "Bolivia"), ("Chile", "Bolivia")]


def test_one_alone_is_no_pair(find: Find) -> None:
    doc = parse("talks/talk NNS ROOT talks\nbetween IN prep talks\nPeru NNP pobj between")
    assert find(doc, TALKS) == []


def test_two_subjects_with_a_third_party_are_no_pair(find: Find) -> None:
    """Peru and Chile clashed with Bolivia: each with Bolivia, not with each other."""
    doc = parse("""
        Peru NNP nsubj clashed
        and CC cc Peru
        Chile NNP conj Peru
        clashed/clash VBD ROOT clashed
        with IN prep clashed
        Bolivia NNP pobj with
        """)
    row = (
        'predicate = "clashesWith"\nkind = "verb"\ntrigger = ["clash"]\npair = "subject"\nsubject = "subject"'
    )
    assert pairs(find(doc, f'{row}\nobject = "with"\nobject_type = "agent"')) == [
        ("Peru", "Bolivia"),
        ("Chile", "Bolivia"),
    ]


def test_state_does_not_meet_itself_in_two_names(find: Find) -> None:
    doc = parse("""
        talks/talk NNS ROOT talks
        between IN prep talks
        Japan NNP pobj between
        and CC cc Japan
        Tokyo NNP conj Japan
        """)
    assert find(doc, TALKS) == []


# -- each its own place ----------------------------------------------------------------------------------------------

RESPECTIVE = """
    region NN nsubjpass claimed
    claimed/claim VBN ROOT claimed
    by IN agent claimed
    China NNP pobj by
    ( -LRB- punct Aksai_Chin
    Aksai_Chin NNP appos China
    ) -RRB- punct Aksai_Chin
    and CC cc China
    India NNP conj China
    ( -LRB- punct Jammu
    Jammu NNP appos India GPE
    ) -RRB- punct Jammu
    """


def test_place_in_brackets_belongs_to_the_agent_before_it(find: Find) -> None:
    assert pairs(find(parse(RESPECTIVE), CLAIM)) == [("China", "Aksai Chin"), ("India", "Jammu")]


def test_one_bracket_alone_is_not_respective(find: Find) -> None:
    rows = RESPECTIVE.replace("region NN", "Kashmir NNP")
    single = "\n".join(rows.strip().splitlines()[:7])
    assert ("China", "Kashmir") in pairs(find(parse(single), CLAIM))


# -- the title -------------------------------------------------------------------------------------------------------

BY_PERU = "Claimed/claim VBN ROOT Claimed\nby IN agent Claimed\nPeru NNP pobj by"
ASKED = "Claim/claim VB ROOT Claim\nKunashir NNP dobj Claim"


def test_title_fills_the_missing_object(find: Find) -> None:
    (relation,) = find(parse(BY_PERU), CLAIM, title="Wake Island")
    assert pairs([relation]) == [("Peru", "Wake Island")]
    assert relation.elliptical
    assert relation.object.span is None


def test_title_fills_the_missing_subject(find: Find) -> None:
    doc = parse("Claims/claim VBZ ROOT Claims\nKunashir NNP dobj Claims")
    assert pairs(find(doc, CLAIM, title="Japan")) == [("Japan", "Kunashir")]


def test_title_fills_more_where_the_wording_says_so(find: Find) -> None:
    assert pairs(find(parse(ASKED), f'{CLAIM}\nelliptical = "subject"', title="Japan")) == [
        ("Japan", "Kunashir")
    ]


@pytest.mark.parametrize(
    ("rows", "wording", "title"),
    [
        (ASKED, CLAIM, "Japan"),
        (ASKED, f'{CLAIM}\nelliptical = "object"', "Japan"),
        (BY_PERU, CLAIM, "News of the day"),
        (BY_PERU, CLAIM, None),
        ("Claimed/claim VBN ROOT Claimed", CLAIM, "Wake Island"),
    ],
    ids=["not-allowed", "other-argument", "title-names-nothing", "no-title", "both-missing"],
)
def test_title_fills_nothing(find: Find, rows: str, wording: str, title: str | None) -> None:
    assert find(parse(rows), wording, title=title) == []


def test_title_does_not_fill_what_stands_deep_in_a_sentence(find: Find) -> None:
    doc = parse("""
        Chile NNP nsubj left
        left/leave VBD ROOT left
        fearing/fear VBG advcl left
        war NN dobj fearing
        claimed/claim VBN acl war
        by IN agent claimed
        Peru NNP pobj by
        """)
    assert not [r for r in find(doc, CLAIM, title="Wake Island") if r.elliptical]


# -- the only two states of a sentence -------------------------------------------------------------------------------


def talks(extractor: Extractor, text: str) -> list[tuple[str, str]]:
    (reading,) = extractor.read([Document(id="any", text=text)])
    found = [a for a in reading.assertions if a.predicate == "negotiatesWith"]
    return [(a.subject.label, a.object.label) for a in found]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bolivia asked Chile in vain for negotiations on access to the sea.", [("Bolivia", "Chile")]),
        ("Guyana wants Venezuela to agree to talks on the border.", [("Guyana", "Venezuela")]),
        ("Talks on the border have failed, Peru told Bolivia and Chile.", []),
        ("Bolivia asked in vain for negotiations on access to the sea.", []),
    ],
)
def test_talks_without_parties_are_those_of_the_only_two_states(
    extractor: Extractor, text: str, found: list[tuple[str, str]]
) -> None:
    assert talks(extractor, text) == found


@pytest.mark.model
def test_what_is_guessed_is_less_sure(extractor: Extractor) -> None:
    read = "Bolivia and Chile held negotiations on access to the sea."
    guessed = "Bolivia asked Chile in vain for negotiations on access to the sea."
    first, second = (extractor.read([Document(id="any", text=text)]) for text in (read, guessed))
    (one,), (other,) = (next(iter(each)).assertions for each in (first, second))
    assert other.confidence < one.confidence


@pytest.mark.model
def test_an_object_that_is_not_known_is_not_taken_for_the_title(extractor: Extractor) -> None:
    text = "All of the area west of the Essequibo River is claimed by Venezuela."
    (reading,) = extractor.read([Document(id="d", title="Guyana", text=text)])
    assert "guyana" not in {assertion.object.id for assertion in reading.assertions}
