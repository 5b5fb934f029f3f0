"""Who and what the head of an argument stands for: known things first, then descriptions, else nothing."""

import pytest
from parses import linker, parse, word
from spacy.tokens import Doc

from kgraph.extraction import Extractor
from kgraph.linking import Linked
from kgraph.model import Document, EntityKind


def labels(found: tuple[Linked, ...]) -> list[str]:
    return [link.entity.label for link in found]


def said(doc: Doc, found: tuple[Linked, ...]) -> list[str | None]:
    return [link.span.of(doc.text) if link.span else None for link in found]


# -- agents ----------------------------------------------------------------------------------------------------------


def test_name_is_the_thing_that_bears_it() -> None:
    doc = parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        """)
    assert labels(linker(doc).agents(word(doc, "Japan"))) == ["Japan"]
    assert labels(linker(doc).places(word(doc, "Kunashir"))) == ["Kunashir"]


def test_territory_is_nobody_who_acts() -> None:
    doc = parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        """)
    assert linker(doc).agents(word(doc, "Kunashir")) == ()


def test_capital_acts_for_its_state() -> None:
    doc = parse("""
        Tokyo        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        """)
    assert labels(linker(doc).agents(word(doc, "Tokyo"))) == ["Japan"]


@pytest.mark.parametrize(
    ("rows", "head", "words"),
    [
        ("Finnish JJ amod government\ngovernment NN ROOT government", "government", "Finnish government"),
        (
            "Finland NNP poss troops\n's POS case Finland\ntroops/troop NNS ROOT troops",
            "troops",
            "Finland 's troops",
        ),
        (
            "troops/troop NNS ROOT troops\nfrom IN prep troops\nFinland NNP pobj from",
            "troops",
            "troops from Finland",
        ),
    ],
    ids=["adjective", "possessor", "from"],
)
def test_noun_for_a_government_or_army_is_the_state_beside_it(rows: str, head: str, words: str) -> None:
    doc = parse(rows)
    found = linker(doc).agents(word(doc, head))
    assert labels(found) == ["Finland"]
    assert said(doc, found) == [words]


def test_what_an_envoy_speaks_on_is_not_whose_he_is() -> None:
    doc = parse("""
        Finland      NNP poss ambassador
        ambassador   NN  ROOT ambassador
        on           IN  prep ambassador
        Norway       NNP pobj on
        """)
    assert labels(linker(doc).agents(word(doc, "ambassador"))) == ["Finland"]


def test_other_nouns_do_not_act_for_a_state() -> None:
    doc = parse("Finnish JJ amod weather\nweather NN ROOT weather")
    assert linker(doc).agents(word(doc, "weather")) == ()


def test_army_of_nobody_named_is_nobody() -> None:
    doc = parse("troops/troop NNS ROOT troops")
    assert linker(doc).agents(word(doc, "troops")) == ()


def test_joint_forces_are_both_states() -> None:
    doc = parse("""
        French       JJ  amod  troops
        and          CC  cc    French
        British      JJ  conj  French
        troops/troop NNS nsubj landed
        landed/land  VBD ROOT  landed
        .            .   punct landed
        """)
    assert labels(linker(doc).agents(word(doc, "troops"))) == ["France", "United Kingdom"]


def test_its_troops_are_those_of_whom_it_refers_to() -> None:
    doc = parse("""
        Finland      NNP  nsubj acted
        acted/act    VBD  ROOT  acted
        .            .    punct acted
        It           PRP  nsubj moved
        moved/move   VBD  ROOT  moved
        its          PRP$ poss  troops
        troops/troop NNS  dobj  moved
        .            .    punct moved
        """)
    assert labels(linker(doc).agents(word(doc, "troops"))) == ["Finland"]


def test_group_that_only_the_text_names_is_unknown_but_kept() -> None:
    doc = parse("The DT det Zorgons ORG\nZorgons NNP nsubj left ORG\nleft/leave VBD ROOT left")
    (found,) = linker(doc).agents(word(doc, "Zorgons"))
    assert (found.entity.id, found.entity.known) == ("org_zorgons", False)
    assert found.entity.kind is EntityKind.ORGANIZATION


def test_unknown_name_of_no_group_is_nobody_who_acts() -> None:
    doc = parse("Zorgonia NNP nsubj left GPE\nleft/leave VBD ROOT left")
    assert linker(doc).agents(word(doc, "Zorgonia")) == ()


def test_state_inside_an_instruments_name_is_a_party() -> None:
    doc = parse("The DT det treaty\ntreaty NN ROOT treaty\nbetween IN prep treaty\nJapan NNP pobj between")
    assert labels(linker(doc).agents(word(doc, "Japan"))) == ["Japan"]


# -- places ----------------------------------------------------------------------------------------------------------


def test_adjective_is_no_place() -> None:
    doc = parse("""
        Moroccan     JJ  amod  troops
        troops/troop NNS nsubj left
        left/leave   VBD ROOT  left
        .            .   punct left
        """)
    assert linker(doc).places(word(doc, "Moroccan")) == ()


def test_islands_of_several_names_are_these() -> None:
    doc = parse("""
        Russia         NNP nsubj holds
        holds/hold     VBZ ROOT  holds
        the            DT  det   islands
        islands/island NNS dobj  holds
        of             IN  prep  islands
        Kunashir       NNP pobj  of
        and            CC  cc    Kunashir
        Iturup         NNP conj  Kunashir
        .              .   punct holds
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["Kunashir", "Iturup"]


def test_part_of_a_known_place_is_that_place_in_these_words() -> None:
    doc = parse("""
        Russia     NNP nsubj holds
        holds/hold VBZ ROOT  holds
        part       NN  dobj  holds
        of         IN  prep  part
        Georgia    NNP pobj  of
        .          .   punct holds
        """)
    found = linker(doc).places(word(doc, "part"))
    assert (labels(found), said(doc, found)) == (["Georgia"], ["part of Georgia"])


def test_name_before_a_general_word_is_meant() -> None:
    doc = parse("the DT det region\nTransnistria NNP compound region\nregion NN ROOT region")
    assert labels(linker(doc).places(word(doc, "region"))) == ["Transnistria"]


def test_adjective_before_a_general_word_is_not_the_place() -> None:
    doc = parse("a DT det region\nGeorgian JJ amod region\nregion NN ROOT region")
    assert labels(linker(doc).places(word(doc, "region"))) == ["Georgian region"]


def test_names_after_a_general_word_are_its_members() -> None:
    doc = parse("""
        two        CD  nummod islands
        islands/island NNS ROOT islands
        ,          ,   punct islands
        Kunashir   NNP appos islands
        and        CC  cc    Kunashir
        Iturup     NNP conj  Kunashir
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["Kunashir", "Iturup"]


def test_general_words_after_names_are_these_names() -> None:
    doc = parse("""
        Kunashir   NNP ROOT  Kunashir
        and        CC  cc    Kunashir
        Iturup     NNP conj  Kunashir
        ,          ,   punct Iturup
        two        CD  nummod islands
        islands/island NNS appos Iturup
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["Kunashir", "Iturup"]


def test_singular_after_a_list_is_the_nearest() -> None:
    doc = parse("""
        Kunashir   NNP ROOT  Kunashir
        and        CC  cc    Kunashir
        Iturup     NNP conj  Kunashir
        ,          ,   punct Iturup
        an         DT  det   island
        island     NN  appos Iturup
        """)
    assert labels(linker(doc).places(word(doc, "island"))) == ["Iturup"]


def test_what_including_adds_counts_too() -> None:
    doc = parse("""
        islands/island NNS ROOT islands
        in             IN  prep islands
        Asia           NNP pobj in
        including      VBG prep islands
        Kunashir       NNP pobj including
        """)
    assert labels(linker(doc).places(word(doc, "islands")))[-1] == "Kunashir"


def test_described_place_is_unknown_and_named_by_its_description() -> None:
    doc = parse("""
        Kenya          NNP nsubj claims
        claims/claim   VBZ ROOT  claims
        islands/island NNS dobj  claims
        at             IN  prep  islands
        the            DT  det   mouth
        mouth          NN  pobj  at
        of             IN  prep  mouth
        the            DT  det   river
        river          NN  pobj  of
        .              .   punct claims
        """)
    (found,) = linker(doc).places(word(doc, "islands"))
    assert (found.entity.label, found.entity.known) == ("islands at the mouth of the river", False)


def test_description_leaves_out_that_it_is_disputed_and_whose_it_is() -> None:
    doc = parse("""
        Kenya                NNP  poss  coast
        's                   POS  case  Kenya
        disputed             JJ   amod  coast
        northern             JJ   amod  coast
        coast                NN   ROOT  coast
        """)
    (found,) = linker(doc).places(word(doc, "coast"))
    assert found.entity.label == "northern coast"


def test_bare_reference_without_an_antecedent_is_no_place() -> None:
    doc = parse("""
        Kenya            NNP nsubj claims
        claims/claim     VBZ ROOT  claims
        the              DT  det   islands
        disputed/dispute VBN amod  islands
        islands/island   NNS dobj  claims
        .                .   punct claims
        """)
    assert linker(doc).places(word(doc, "islands")) == ()


def test_unknown_name_of_a_place_is_kept() -> None:
    doc = parse("Zorgonia NNP ROOT Zorgonia GPE")
    (found,) = linker(doc).places(doc[0])
    assert (found.entity.id, found.entity.known) == ("place_zorgonia", False)


def test_common_noun_that_names_no_place_is_none() -> None:
    doc = parse("""
        Kenya          NNP nsubj claims
        claims/claim   VBZ ROOT  claims
        the            DT  det   damages
        damages/damage NNS dobj  claims
        .              .   punct claims
        """)
    assert linker(doc).places(word(doc, "damages")) == ()


@pytest.mark.parametrize("pronoun", ["he", "him", "she", "who"])
def test_personal_pronoun_is_no_place(pronoun: str) -> None:
    doc = parse(f"Japan NNP nsubj claims\nclaims/claim VBZ ROOT claims\n{pronoun} PRP dobj claims")
    assert linker(doc).places(word(doc, pronoun)) == ()


# -- instruments, bodies, names --------------------------------------------------------------------------------------


def test_unnamed_instrument_is_described() -> None:
    doc = parse("""
        Chile       NNP nsubj    signed
        signed/sign VBD ROOT     signed
        a           DT  det      treaty
        new         JJ  amod     treaty
        border      NN  compound treaty
        treaty      NN  dobj     signed
        with        IN  prep     treaty
        Peru        NNP pobj     with
        .           .   punct    signed
        """)
    (found,) = linker(doc).instruments(word(doc, "treaty"))
    assert found.entity.label == "border treaty"
    assert found.entity.kind is EntityKind.INSTRUMENT


def test_what_an_instrument_is_about_belongs_to_its_name() -> None:
    doc = parse("""
        Treaty    NNP ROOT Treaty
        on        IN  prep Treaty
        Fisheries NNP pobj on
        with      IN  prep Treaty
        Chile     NNP pobj with
        """)
    assert labels(linker(doc).instruments(doc[0])) == ["Treaty on Fisheries"]


def test_declaration_of_independence_is_no_instrument() -> None:
    doc = parse("""
        Kosovo       NNP nsubj made
        made/make    VBD ROOT  made
        a            DT  det   declaration
        declaration  NN  dobj  made
        of           IN  prep  declaration
        independence NN  pobj  of
        .            .   punct made
        """)
    assert linker(doc).instruments(word(doc, "declaration")) == ()


def test_other_nouns_are_no_instruments() -> None:
    doc = parse("""
        Chile       NNP nsubj signed
        signed/sign VBD ROOT  signed
        a           DT  det   letterhead
        letterhead  NN  dobj  signed
        .           .   punct signed
        """)
    assert linker(doc).instruments(word(doc, "letterhead")) == ()


def test_known_court_is_a_body() -> None:
    doc = parse("International_Court_of_Justice NNP ROOT International_Court_of_Justice")
    (found,) = linker(doc).bodies(doc[0])
    assert found.entity.known


def test_described_court_is_a_body_of_its_own() -> None:
    doc = parse("""
        An          DT  det      panel
        arbitration NN  compound panel
        panel       NN  nsubj    ruled
        ruled/rule  VBD ROOT     ruled
        .           .   punct    ruled
        """)
    (found,) = linker(doc).bodies(word(doc, "panel"))
    assert (found.entity.label, found.entity.known) == ("arbitration panel", False)


def test_state_is_no_body() -> None:
    doc = parse("""
        Japan      NNP nsubj ruled
        ruled/rule VBD ROOT  ruled
        .          .   punct ruled
        """)
    assert linker(doc).bodies(word(doc, "Japan")) == ()


def test_name_is_taken_without_quotation_marks() -> None:
    doc = parse("called/call VBD ROOT called\nSenkaku NNP compound “Islands\n“Islands NNP dobj called")
    assert labels(linker(doc).names(word(doc, "Senkaku"))) == ["Senkaku"]


def test_common_noun_is_no_name() -> None:
    doc = parse("""
        Peru        NNP nsubj    called
        called/call VBD ROOT     called
        the         DT  det      illegal
        purchase    NN  compound illegal
        illegal     JJ  oprd     called
        .           .   punct    called
        """)
    assert linker(doc).names(word(doc, "purchase")) == ()


# -- what a relation is about ----------------------------------------------------------------------------------------


def test_one_known_place_is_the_matter() -> None:
    doc = parse("""
        Japan    NNP nsubj disagree
        and      CC  cc    Japan
        Russia   NNP conj  Japan
        disagree VBP ROOT  disagree
        over     IN  prep  disagree
        Kunashir NNP pobj  over
        .        .   punct disagree
        """)
    matter = linker(doc).matter([word(doc, "Kunashir")])
    assert matter is not None
    assert matter.known


def test_several_places_are_one_matter_in_words() -> None:
    doc = parse("""
        Japan    NNP nsubj disagree
        and      CC  cc    Japan
        Russia   NNP conj  Japan
        disagree VBP ROOT  disagree
        over     IN  prep  disagree
        Kunashir NNP pobj  over
        and      CC  cc    Kunashir
        Iturup   NNP conj  Kunashir
        .        .   punct disagree
        """)
    matter = linker(doc).matter([word(doc, "Kunashir"), word(doc, "Iturup")])
    assert matter is not None
    assert (matter.label, matter.kind) == ("Kunashir and Iturup", EntityKind.NAME)


def test_date_is_no_matter() -> None:
    doc = parse("met/meet VBD ROOT met\non IN prep met\nMonday NNP pobj on DATE")
    assert linker(doc).matter([word(doc, "Monday")]) is None
    assert linker(doc).matter([]) is None


# -- persons: whole sentences, since their names are the model's ----------------------------------------------------


def found_in(extractor: Extractor, text: str) -> set[tuple[str, str, str]]:
    (reading,) = extractor.read([Document(id="x", text=text)])
    return {(a.subject.label, a.predicate, a.object.label) for a in reading.assertions}


@pytest.mark.model
def test_person_in_office_acts_for_the_state(extractor: Extractor) -> None:
    text = "Japanese Prime Minister Shinzo Abe claimed Kunashir."
    assert ("Japan", "claims", "Kunashir") in found_in(extractor, text)


@pytest.mark.model
def test_person_is_who_met_and_not_the_state(extractor: Extractor) -> None:
    text = "Japanese Prime Minister Shinzo Abe met Russian President Vladimir Putin in Tokyo."
    found = found_in(extractor, text)
    assert {"Shinzo Abe", "Vladimir Putin"} in [{s, o} for s, p, o in found if p == "metWith"]
    assert not {"Japan", "Russia"} & {x for s, p, o in found if p == "metWith" for x in (s, o)}


@pytest.mark.model
def test_described_person_is_the_one_in_office_who_fits(extractor: Extractor) -> None:
    text = "Russian President Vladimir Putin arrived. Shinzo Abe met the Russian president in Tokyo."
    met = [{s, o} for s, p, o in found_in(extractor, text) if p == "metWith"]
    assert met == [{"Shinzo Abe", "Vladimir Putin"}]


@pytest.mark.model
def test_he_is_the_last_person_named(extractor: Extractor) -> None:
    text = "Japanese Prime Minister Shinzo Abe arrived. He met Russian President Vladimir Putin in Tokyo."
    met = [{s, o} for s, p, o in found_in(extractor, text) if p == "metWith"]
    assert met == [{"Shinzo Abe", "Vladimir Putin"}]


@pytest.mark.model
def test_their_talks_are_those_of_the_persons_who_are_the_subject(extractor: Extractor) -> None:
    text = (
        "Shinzo Abe and Vladimir Putin arrived. Shinzo Abe and Vladimir Putin praised their meeting in Tokyo."
    )
    met = [{s, o} for s, p, o in found_in(extractor, text) if p == "metWith"]
    assert met == [{"Shinzo Abe", "Vladimir Putin"}]


@pytest.mark.model
def test_described_person_whom_nobody_fits_is_not_guessed(extractor: Extractor) -> None:
    text = "Russian President Vladimir Putin arrived. Shinzo Abe met the French president in Tokyo."
    assert not [f for f in found_in(extractor, text) if f[1] == "metWith" and "Vladimir Putin" in f]
