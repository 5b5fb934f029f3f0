"""What "both countries", "its", "the islands" mean, and when nothing is chosen."""

import pytest
from parses import linker, parse, word

from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.parse import parse_parts
from kgraph.tokens import Doc

FIRST = """
    Peru          NNP nsubj claims
    claims/claim  VBZ ROOT  claims
    Atacama       NNP dobj  claims
    .             .   punct claims
    """


def agents(doc: Doc, form: str, title: str | None = None) -> list[str]:
    return [link.entity.label for link in linker(doc, title=title).agents(word(doc, form))]


def places(doc: Doc, form: str, title: str | None = None) -> list[str]:
    return [link.entity.label for link in linker(doc, title=title).places(word(doc, form))]


def test_reference_has_no_words_of_its_own() -> None:
    doc = parse("""
        Japan             NNP nsubj claims
        claims/claim      VBZ ROOT  claims
        Kunashir          NNP dobj  claims
        .                 .   punct claims
        It                PRP nsubj protested
        protested/protest VBD ROOT  protested
        .                 .   punct protested
        """)
    (found,) = linker(doc).agents(word(doc, "It"))
    assert found.span is None


# -- one agent -------------------------------------------------------------------------------------------------------


def test_it_is_the_subject_of_the_sentence_before() -> None:
    assert agents(
        parse("""
        Japan             NNP nsubj claims
        claims/claim      VBZ ROOT  claims
        Kunashir          NNP dobj  claims
        from              IN  prep  claims
        Russia            NNP pobj  from
        .                 .   punct claims
        It                PRP nsubj protested
        protested/protest VBD ROOT  protested
        .                 .   punct protested
        """),
        "It",
    ) == ["Japan"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru met Chile. The treaty was signed in 1929, and it gave Tacna to Peru.", []),
        ("Peru met Chile. The army was sent to Tacna, and it attacked Peru.", ["Peru"]),
        ("Chile lost its trust, and it attacked Peru.", ["Chile"]),
    ],
    ids=["a-treaty", "who-acts", "a-state"],
)
def test_it_goes_on_with_the_subject_beside_it_though_that_be_no_agent(
    extractor: Extractor, text: str, expected: list[str]
) -> None:
    (part,) = extractor.parse([Document(id="1", text=text)])
    it = next(t for t in part.doc if t.lower_ == "it")
    found, _ = extractor.link(part)
    assert [link.entity.label for link in found.agents(it)] == expected


def test_its_is_the_subject_of_its_own_clause() -> None:
    assert agents(
        parse("""
        Russia        NNP  nsubj spoke
        spoke/speak   VBD  ROOT  spoke
        .             .    punct spoke
        Japan         NNP  nsubj pressed
        pressed/press VBD  ROOT  pressed
        its           PRP$ poss  claim
        claim         NN   dobj  pressed
        .             .    punct pressed
        """),
        "its",
    ) == ["Japan"]


def test_subject_that_stands_after_is_not_taken() -> None:
    assert (
        agents(
            parse("""
        Its            PRP$ poss  claim
        claim          NN   nsubj pleased
        pleased/please VBD  ROOT  pleased
        Japan          NNP  dobj  pleased
        .              .    punct pleased
        """),
            "Its",
        )
        == []
    )


def test_first_word_refers_to_nothing() -> None:
    assert (
        agents(
            parse("""
        It                PRP nsubj protested
        protested/protest VBD ROOT  protested
        .                 .   punct protested
        """),
            "It",
        )
        == []
    )


def test_the_country_is_the_last_subject() -> None:
    assert agents(
        parse("""
        Japan             NNP nsubj claims
        claims/claim      VBZ ROOT  claims
        Kunashir          NNP dobj  claims
        .                 .   punct claims
        The               DT  det   country
        country           NN  nsubj protested
        protested/protest VBD ROOT  protested
        .                 .   punct protested
        """),
        "country",
    ) == ["Japan"]


@pytest.mark.parametrize("determiner", ["A", "Another"])
def test_indefinite_country_is_another_one(determiner: str) -> None:
    rows = """
        Japan          NNP nsubj     claims
        claims/claim   VBZ ROOT      claims
        Kunashir       NNP dobj      claims
        {}             DT  det       country
        country        NN  nsubj     protested
        protested/protest VBD ROOT   protested
        """
    assert agents(parse(rows.format(determiner)), "country") == []
    assert agents(parse(rows.format("The")), "country") == ["Japan"]


@pytest.mark.parametrize(
    ("adjective", "expected"), [("neighbouring", []), ("other", []), ("landlocked", ["Japan"])]
)
def test_adjective_tells_another_country_or_of_what_sort_it_is(adjective: str, expected: list[str]) -> None:
    rows = """
        Japan          NNP nsubj     claims
        claims/claim   VBZ ROOT      claims
        Kunashir       NNP dobj      claims
        The            DT  det       country
        {}             JJ  amod      country
        country        NN  nsubj     protested
        protested/protest VBD ROOT   protested
        """
    assert agents(parse(rows.format(adjective)), "country") == expected


# -- two agents ------------------------------------------------------------------------------------------------------


def test_both_countries_are_the_two_subjects_before() -> None:
    doc = parse("""
        Peru              NNP nsubj met
        and               CC  cc    Peru
        Chile             NNP conj  Peru
        met/meet          VBD ROOT  met
        .                 .   punct met
        Both              DT  det   countries
        countries/country NNS nsubj claim
        claim             VBP ROOT  claim
        Atacama           NNP dobj  claim
        .                 .   punct claim
        """)
    assert agents(doc, "countries") == ["Peru", "Chile"]


def test_two_sides_are_the_last_two_named_in_their_order() -> None:
    doc = parse("""
        Brazil          NNP nsubj  spoke
        spoke/speak     VBD ROOT   spoke
        .               .   punct  spoke
        Peru            NNP nsubj  attacked
        attacked/attack VBD ROOT   attacked
        Chile           NNP dobj   attacked
        .               .   punct  attacked
        The             DT  det    sides
        two             CD  nummod sides
        sides/side      NNS nsubj  met
        met/meet        VBD ROOT   met
        .               .   punct  met
        """)
    assert agents(doc, "sides") == ["Peru", "Chile"]


def test_no_pair_where_one_was_named() -> None:
    assert (
        agents(
            parse("""
        Peru              NNP nsubj claims
        claims/claim      VBZ ROOT  claims
        Atacama           NNP dobj  claims
        .                 .   punct claims
        Both              DT  det   countries
        countries/country NNS nsubj met
        met/meet          VBD ROOT  met
        .                 .   punct met
        """),
            "countries",
        )
        == []
    )


def test_countries_without_a_determiner_are_others() -> None:
    doc = parse("""
        Peru              NNP nsubj attacked
        attacked/attack   VBD ROOT  attacked
        Chile             NNP dobj  attacked
        .                 .   punct attacked
        Many              JJ  amod  countries
        countries/country NNS nsubj protested
        protested/protest VBD ROOT  protested
        .                 .   punct protested
        """)
    assert agents(doc, "countries") == []


def test_they_are_all_subjects_of_the_sentence_before() -> None:
    assert agents(
        parse("""
        Peru        NNP nsubj met
        and         CC  cc    Peru
        Chile       NNP conj  Peru
        met/meet    VBD ROOT  met
        .           .   punct met
        They        PRP nsubj signed
        signed/sign VBD ROOT  signed
        .           .   punct signed
        """),
        "They",
    ) == ["Peru", "Chile"]


def test_former_and_latter_are_told_apart() -> None:
    doc = parse("""
        Peru            NNP nsubj attacked
        attacked/attack VBD ROOT  attacked
        Chile           NNP dobj  attacked
        .               .   punct attacked
        The             DT  det   former
        former          JJ  nsubj claims
        claims/claim    VBZ advcl holds
        Atacama         NNP dobj  claims
        ,               ,   punct holds
        the             DT  det   latter
        latter          NN  nsubj holds
        holds/hold      VBZ ROOT  holds
        it              PRP dobj  holds
        .               .   punct holds
        """)
    assert agents(doc, "former") == ["Peru"]
    assert agents(doc, "latter") == ["Chile"]


def test_former_before_a_noun_is_an_adjective() -> None:
    doc = parse("""
        Peru              NNP nsubj attacked
        attacked/attack   VBD ROOT  attacked
        Chile             NNP dobj  attacked
        former            JJ  amod  rebels
        rebels/rebel      NNS nsubj fled
        fled/flee         VBD ROOT  fled
        """)
    assert agents(doc, "former") == []


def test_both_alone_are_the_pair() -> None:
    assert agents(
        parse("""
        Peru            NNP nsubj attacked
        attacked/attack VBD ROOT  attacked
        Chile           NNP dobj  attacked
        .               .   punct attacked
        Both            DT  nsubj claim
        claim           VBP ROOT  claim
        Atacama         NNP dobj  claim
        .               .   punct claim
        """),
        "Both",
    ) == ["Peru", "Chile"]


def test_both_before_a_noun_is_no_reference() -> None:
    assert (
        agents(
            parse("""
        Peru              NNP nsubj attacked
        attacked/attack   VBD ROOT  attacked
        Chile             NNP dobj  attacked
        .                 .   punct attacked
        Both              DT  det   countries
        countries/country NNS nsubj met
        met/meet          VBD ROOT  met
        .                 .   punct met
        """),
            "Both",
        )
        == []
    )


def test_state_that_is_no_more_is_not_one_of_the_pair() -> None:
    doc = parse("""
        The             DT  det    Soviet_Union
        Soviet_Union    NNP nsubj  left
        left/leave      VBD ROOT   left
        .               .   punct  left
        Peru            NNP nsubj  attacked
        attacked/attack VBD ROOT   attacked
        Chile           NNP dobj   attacked
        .               .   punct  attacked
        The             DT  det    sides
        two             CD  nummod sides
        sides/side      NNS nsubj  met
        met/meet        VBD ROOT   met
        .               .   punct  met
        """)
    assert agents(doc, "sides") == ["Peru", "Chile"]


# -- places ----------------------------------------------------------------------------------------------------------


def test_the_islands_are_the_last_islands_named() -> None:
    doc = parse("""
        Argentina      NNP  nsubj    claims
        claims/claim   VBZ  ROOT     claims
        the            DT   det      Islands
        Falkland       NNP  compound Islands
        Islands        NNPS dobj     claims
        .              .    punct    claims
        Britain        NNP  nsubj    holds
        holds/hold     VBZ  ROOT     holds
        the            DT   det      islands
        islands/island NNS  dobj     holds
        .              .    punct    holds
        """)
    assert places(doc, "islands") == ["Falkland Islands"]


def test_islands_are_no_lake() -> None:
    doc = parse("""
        Malawi         NNP nsubj    claims
        claims/claim   VBZ ROOT     claims
        Lake           NNP compound Malawi#2
        Malawi         NNP dobj     claims
        .              .   punct    claims
        Tanzania       NNP nsubj    visited
        visited/visit  VBD ROOT     visited
        the            DT  det      islands
        islands/island NNS dobj     visited
        .              .   punct    visited
        """)
    assert places(doc, "islands") == []


def test_islands_that_are_said_which_are_no_reference() -> None:
    doc = parse("""
        Argentina      NNP  nsubj    claims
        claims/claim   VBZ  ROOT     claims
        the            DT   det      Islands
        Falkland       NNP  compound Islands
        Islands        NNPS dobj     claims
        .              .    punct    claims
        Britain        NNP  nsubj    holds
        holds/hold     VBZ  ROOT     holds
        the            DT   det      islands
        islands/island NNS  dobj     holds
        of             IN   prep     islands
        Greece         NNP  pobj     of
        .              .    punct    holds
        """)
    assert "Falkland Islands" not in places(doc, "islands")


def test_islands_without_an_article_are_others() -> None:
    doc = parse("""
        Argentina        NNP nsubj claims
        claims/claim     VBZ ROOT  claims
        Falkland_Islands NNP dobj  claims
        Britain          NNP nsubj holds
        holds/hold       VBZ ROOT  holds
        islands/island   NNS dobj  holds
        """)
    assert "Falkland Islands" not in places(doc, "islands")


def test_islands_of_an_opening_are_the_only_ones_named_afterwards() -> None:
    doc = parse("""
        Britain        NNP nsubj    holds
        holds/hold     VBZ ROOT     holds
        the            DT  det      islands
        islands/island NNS dobj     holds
        .              .   punct    holds
        Argentina      NNP nsubj    claims
        claims/claim   VBZ ROOT     claims
        the            DT  det      Islands
        Falkland       NNP compound Islands
        Islands        NNP dobj     claims
        .              .   punct    claims
        """)
    assert places(doc, "islands") == ["Falkland Islands"]


def test_title_gives_the_place_that_the_text_does_not_name() -> None:
    doc = parse("""
        Britain        NNP nsubj holds
        holds/hold     VBZ ROOT  holds
        the            DT  det   islands
        islands/island NNS dobj  holds
        .              .   punct holds
        """)
    assert places(doc, "islands", title="Falkland Islands") == ["Falkland Islands"]
    assert places(doc, "islands", title="Argentina") == []


def test_plural_gives_the_whole_list_before() -> None:
    doc = parse("""
        Japan          NNP nsubj claims
        claims/claim   VBZ ROOT  claims
        Kunashir       NNP dobj  claims
        ,              ,   punct Kunashir
        Iturup         NNP conj  Kunashir
        and            CC  cc    Iturup
        Shikotan       NNP conj  Iturup
        .              .   punct claims
        Russia         NNP nsubj holds
        holds/hold     VBZ ROOT  holds
        the            DT  det   islands
        islands/island NNS dobj  holds
        .              .   punct holds
        """)
    assert places(doc, "islands#1") == ["Kunashir", "Iturup", "Shikotan"]


def test_singular_gives_the_last_of_the_list() -> None:
    doc = parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        and          CC  cc    Kunashir
        Iturup       NNP conj  Kunashir
        .            .   punct claims
        Russia       NNP nsubj holds
        holds/hold   VBZ ROOT  holds
        the          DT  det   island
        island       NN  dobj  holds
        .            .   punct holds
        """)
    assert places(doc, "island") == ["Iturup"]


def test_place_that_the_text_is_about_is_preferred_to_one_named_in_passing() -> None:
    doc = parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        Russia       NNP nsubj holds
        holds/hold   VBZ ROOT  holds
        Kunashir     NNP dobj  holds
        .            .   punct holds
        Moscow       NNP nsubj left
        left/leave   VBD ROOT  left
        Kunashir     NNP dobj  left
        .            .   punct left
        Tokyo        NNP nsubj saw
        saw/see      VBD ROOT  saw
        Iturup       NNP dobj  saw
        .            .   punct saw
        Japan        NNP nsubj likes
        likes/like   VBZ ROOT  likes
        the          DT  det   island
        island       NN  dobj  likes
        .            .   punct likes
        """)
    assert places(doc, "island") == ["Kunashir"]


def test_place_of_the_same_sentence_is_preferred_to_a_more_frequent_one() -> None:
    doc = parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        Russia       NNP nsubj holds
        holds/hold   VBZ ROOT  holds
        Kunashir     NNP dobj  holds
        .            .   punct holds
        Moscow       NNP nsubj left
        left/leave   VBD ROOT  left
        Kunashir     NNP dobj  left
        .            .   punct left
        Tokyo        NNP nsubj saw
        saw/see      VBD ROOT  saw
        Iturup       NNP dobj  saw
        and          CC  cc    saw
        likes/like   VBZ conj  saw
        the          DT  det   island
        island       NN  dobj  likes
        .            .   punct saw
        """)
    assert places(doc, "island") == ["Iturup"]


def test_it_as_an_object_is_a_place_and_not_who_acts() -> None:
    doc = parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        Russia       NNP nsubj holds
        holds/hold   VBZ ROOT  holds
        it           PRP dobj  holds
        .            .   punct holds
        """)
    assert places(doc, "it") == ["Kunashir"]


def test_there_is_the_last_place() -> None:
    doc = parse("""
        Japan        NNP nsubj  claims
        claims/claim VBZ ROOT   claims
        Kunashir     NNP dobj   claims
        .            .   punct  claims
        Russia       NNP nsubj  sent
        sent/send    VBD ROOT   sent
        troops/troop NNS dobj   sent
        there        RB  advmod sent
        .            .   punct  sent
        """)
    assert places(doc, "there") == ["Kunashir"]


def test_person_is_no_place() -> None:
    doc = parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        Russia       NNP nsubj met
        met/meet     VBD ROOT  met
        him/he       PRP dobj  met
        .            .   punct met
        """)
    assert places(doc, "him") == []


# -- which word fits which place -------------------------------------------------------------------------------------


def test_archipelago_is_a_group_of_islands() -> None:
    doc = parse("""
        Argentina    NNP  nsubj    claims
        claims/claim VBZ  ROOT     claims
        the          DT   det      Islands
        Falkland     NNP  compound Islands
        Islands      NNPS dobj     claims
        .            .    punct    claims
        Britain      NNP  nsubj    holds
        holds/hold   VBZ  ROOT     holds
        the          DT   det      archipelago
        archipelago  NNP  dobj     holds
        .            .    punct    holds
        """)
    assert places(doc, "archipelago") == ["Falkland Islands"]


def test_archipelago_is_no_single_island() -> None:
    doc = parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        Russia       NNP nsubj holds
        holds/hold   VBZ ROOT  holds
        the          DT  det   archipelago
        archipelago  NNP dobj  holds
        .            .   punct holds
        """)
    assert places(doc, "archipelago") == []


def test_state_that_is_an_island_can_be_the_island() -> None:
    assert places(
        parse("""
        China        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Taiwan       NNP dobj  claims
        .            .   punct claims
        Japan        NNP nsubj left
        left/leave   VBD ROOT  left
        the          DT  det   island
        island       NN  dobj  left
        .            .   punct left
        """),
        "island",
    ) == ["Taiwan"]


def test_strait_has_that_word_in_its_name() -> None:
    assert places(
        parse("""
        China        NNP nsubj    holds
        holds/hold   VBZ ROOT     holds
        the          DT  det      Strait
        Taiwan       NNP compound Strait
        Strait       NNP dobj     holds
        .            .   punct    holds
        Japan        NNP nsubj    closed
        closed/close VBD ROOT     closed
        the          DT  det      strait
        strait       NN  dobj     closed
        .            .   punct    closed
        """),
        "strait",
    ) == ["Taiwan Strait"]
    assert (
        places(
            parse("""
        Japan        NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Kunashir     NNP dobj  claims
        .            .   punct claims
        Russia       NNP nsubj closed
        closed/close VBD ROOT  closed
        the          DT  det   strait
        strait       NN  dobj  closed
        .            .   punct closed
        """),
            "strait",
        )
        == []
    )


def test_border_is_a_line_and_no_island() -> None:
    assert places(
        parse("""
        Israel        NNP nsubj    drew
        drew/draw     VBD ROOT     drew
        the           DT  det      Line
        Blue          NNP compound Line
        Line          NNP dobj     drew
        .             .   punct    drew
        Lebanon       NNP nsubj    crossed
        crossed/cross VBD ROOT     crossed
        the           DT  det      border
        border        NN  dobj     crossed
        .             .   punct    crossed
        """),
        "border",
    ) == ["Blue Line"]
    assert (
        places(
            parse("""
        Japan         NNP nsubj claims
        claims/claim  VBZ ROOT  claims
        Kunashir      NNP dobj  claims
        .             .   punct claims
        Russia        NNP nsubj crossed
        crossed/cross VBD ROOT  crossed
        the           DT  det   border
        border        NN  dobj  crossed
        .             .   punct crossed
        """),
            "border",
        )
        == []
    )


def test_region_is_no_state_but_may_be_one_that_few_recognise() -> None:
    assert places(
        parse("""
        Georgia      NNP nsubj claims
        claims/claim VBZ ROOT  claims
        Abkhazia     NNP dobj  claims
        .            .   punct claims
        Russia       NNP nsubj left
        left/leave   VBD ROOT  left
        the          DT  det   region
        region       NN  dobj  left
        .            .   punct left
        """),
        "region",
    ) == ["Abkhazia"]
    assert (
        places(
            parse("""
        Georgia         NNP nsubj attacked
        attacked/attack VBD ROOT  attacked
        Armenia         NNP dobj  attacked
        .               .   punct attacked
        Russia          NNP nsubj left
        left/leave      VBD ROOT  left
        the             DT  det   region
        region          NN  dobj  left
        .               .   punct left
        """),
            "region",
        )
        == []
    )


def test_them_are_the_whole_list_or_a_name_in_the_plural() -> None:
    assert places(
        parse("""
        Japan           NNP nsubj claims
        claims/claim    VBZ ROOT  claims
        Kunashir        NNP dobj  claims
        and             CC  cc    Kunashir
        Iturup          NNP conj  Kunashir
        .               .   punct claims
        Russia          NNP nsubj occupied
        occupied/occupy VBD ROOT  occupied
        them/they       PRP dobj  occupied
        .               .   punct occupied
        """),
        "them",
    ) == ["Kunashir", "Iturup"]
    assert places(
        parse("""
        Argentina    NNP  nsubj    claims
        claims/claim VBZ  ROOT     claims
        the          DT   det      Islands
        Falkland     NNP  compound Islands
        Islands      NNPS dobj     claims
        .            .    punct    claims
        Britain      NNP  nsubj    holds
        holds/hold   VBZ  ROOT     holds
        them/they    PRP  dobj     holds
        .            .    punct    holds
        """),
        "them",
    ) == ["Falkland Islands"]


def test_them_are_no_single_place() -> None:
    assert (
        places(
            parse("""
        Japan           NNP nsubj claims
        claims/claim    VBZ ROOT  claims
        Kunashir        NNP dobj  claims
        .               .   punct claims
        Russia          NNP nsubj occupied
        occupied/occupy VBD ROOT  occupied
        them/they       PRP dobj  occupied
        .               .   punct occupied
        """),
            "them",
        )
        == []
    )


# -- short texts as they are read ------------------------------------------------------------------------------------


def read(extractor: Extractor, text: str) -> set[str]:
    (reading,) = extractor.read([Document(id="d", text=text)])
    return {f"{a.subject.label} {a.predicate} {a.object.label}" for a in reading.assertions}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Venezuela and Guyana met at Argyle. Neither side claims Trinidad.",
            {"Venezuela claims Trinidad and Tobago", "Guyana claims Trinidad and Tobago"},
        ),
        (
            "Japan and Russia both claim four islands off Hokkaido. Soviet troops occupied the islands in 1945.",
            {"Soviet Union occupies four islands off Hokkaido"},
        ),
        (
            "The ministers of Chile and Peru met in Lima. They signed a border treaty.",
            {"Chile delimitedBoundaryWith Peru"},
        ),
        (
            "Moscow recognized South Ossetia and Abkhazia in August. It keeps troops in both.",
            {"Russia deploysForcesTo South Ossetia", "Russia deploysForcesTo Abkhazia"},
        ),
        (
            "Eritrean troops entered Ethiopia. Vietnam occupied eastern Cambodia.",
            {"Vietnam occupies eastern Cambodia"},
        ),
        (
            "Britain captured Manila in 1762.",
            {"United Kingdom occupies Manila"},
        ),
        (
            "Bolivia sued Chile at the International Court of Justice. The court ruled against Bolivia.",
            {"International Court of Justice ruledAgainst Bolivia"},
        ),
    ],
    ids=[
        "neither",
        "described before",
        "they",
        "both places",
        "part by direction",
        "capital as a place",
        "the court",
    ],
)
def test_reference_is_read_in_its_text(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert expected <= read(extractor, text)


@pytest.mark.model
def test_an_object_pronoun_is_not_the_subject_of_its_own_clause(extractor: Extractor) -> None:
    found = read(extractor, "Kosovo lies next to Serbia. Serbia does not recognize it.")
    assert "Serbia recognizes Serbia" not in found


@pytest.mark.model
def test_armies_without_a_count_are_nobody_in_particular(extractor: Extractor) -> None:
    found = read(extractor, "Chile and Peru signed a treaty in Lima. The armies exchanged fire on Friday.")
    assert not {line for line in found if "clashesWith" in line}


@pytest.mark.model
def test_they_are_not_the_state_that_a_clause_is_about(extractor: Extractor) -> None:
    text = "The Falkland Islands are claimed by Argentina, where they are called Islas Malvinas."
    assert "Argentina knownAs Islas Malvinas" not in read(extractor, text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Albania has recognized Kosovo. Serbia insists on its sovereignty over the area.", {"Kosovo"}),
        ("Albania has recognized Norway. Serbia insists on its sovereignty over the area.", set()),
    ],
)
def test_area_may_be_a_state_that_few_recognise(extractor: Extractor, text: str, claimed: set[str]) -> None:
    found = {line.removeprefix("Serbia claims ") for line in read(extractor, text) if " claims " in line}
    assert found == claimed


@pytest.mark.model
def test_border_region_is_none_that_was_named_before(extractor: Extractor) -> None:
    found = read(extractor, "The ministers met in Jerusalem. Egyptian troops patrol the border region.")
    assert "Egypt deploysForcesTo border region" in found


def test_that_country_is_the_one_named_last_and_not_who_acts() -> None:
    text = """
        Peru         NNP nsubj blamed
        blamed/blame VBD ROOT  blamed
        Chile        NNP dobj  blamed
        .            .   punct blamed
        {word}       DT  det   country
        country      NN  nsubj left
        left/leave   VBD ROOT  left
        .            .   punct left
        """
    assert agents(parse(text.format(word="That")), "country") == ["Chile"]
    assert agents(parse(text.format(word="The")), "country") == ["Peru"]


@pytest.mark.model
def test_it_takes_up_who_acts_in_the_clause_before(extractor: Extractor) -> None:
    found = read(extractor, "Although Egypt made war on Israel in 1973, it recognized Eritrea.")
    assert "Egypt recognizes Eritrea" in found
    assert "Israel recognizes Eritrea" not in found


@pytest.mark.model
def test_a_number_of_states_is_no_single_place(extractor: Extractor) -> None:
    text = "Britain fished off Newfoundland. Its troops withdrew from the thirteen states."
    assert not {line for line in read(extractor, text) if "Newfoundland" in line}


def test_its_is_the_place_that_its_clause_is_about() -> None:
    doc = parse("""
        Kunashir       NNP nsubj changed
        changed/change VBD ROOT  changed
        since          IN  prep  changed
        its            PRP$ poss seizure
        seizure        NN  pobj  since
        .              .   punct changed
        """)
    assert places(doc, "its") == ["Kunashir"]


@pytest.mark.model
def test_three_countries_are_the_list_of_three_before(extractor: Extractor) -> None:
    text = "Chile, Peru and Bolivia signed. {} countries sent troops to Tacna."
    sent = {f"{state} deploysForcesTo Tacna" for state in ("Chile", "Peru", "Bolivia")}
    assert sent <= read(extractor, text.format("All three"))
    assert not sent & read(extractor, text.format("All four"))
    assert not sent & read(extractor, text.format("Three"))


@pytest.mark.model
def test_they_are_land_and_not_a_state_that_few_recognise(extractor: Extractor) -> None:
    text = (
        "China sent two patrol ships to the Senkaku Islands. Taiwan also protested.\n\n"
        "The United States takes no position on the sovereignty of the islands. Washington says that the treaty "
        "applies to them, because they are under Japanese administration."
    )
    found = {line for line in read(extractor, text) if line.startswith("Japan administers")}
    assert found == {"Japan administers Senkaku Islands"}


@pytest.mark.model
def test_who_takes_a_part_does_not_hold_the_whole(extractor: Extractor) -> None:
    text = "In 1976 Morocco annexed the north of Western Sahara, and Mauritania took the south."
    assert not {line for line in read(extractor, text) if line.startswith("Mauritania")}


@pytest.mark.model
def test_them_are_a_name_in_the_plural_before_a_group_of_one(extractor: Extractor) -> None:
    text = (
        "Japan claims the Senkaku Islands. The United States administered them together with Okinawa and "
        "returned them to Japan in 1972."
    )
    assert "Senkaku Islands transferredTo Japan" in read(extractor, text)


# -- countries and island states as places ---------------------------------------------------------------------------


def read_titled(extractor: Extractor, text: str) -> set[str]:
    """Read "Title | text", or a text without a title."""
    title, _, body = text.rpartition(" | ")
    (reading,) = extractor.read([Document(id="d", text=body, title=title or None)])
    return {f"{a.subject.label} {a.predicate} {a.object.label}" for a in reading.assertions}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Namibia became free in 1990. South Africa had ruled the country since 1915.",
            "South Africa administers Namibia",
        ),
        (
            "Iraqi troops invaded Kuwait in 1990 and overran the country in hours.",
            "Iraq occupies Kuwait",
        ),
        (
            "London debates the war in Iraq. Families want the withdrawal of British troops from that country.",
            "United Kingdom deploysForcesTo Iraq",
        ),
        (
            "In 1814 Norwegians resisted the cession of their country to Sweden.",
            "Norway transferredTo Sweden",
        ),
        (
            "Sri Lanka became free in 1948. Britain had ruled the island since 1815.",
            "United Kingdom administers Sri Lanka",
        ),
        ("Fiji | Britain annexed the islands in 1874.", "United Kingdom annexed Fiji"),
        ("Burkina Faso | France conquered the territory in 1896.", "France occupies Burkina Faso"),
        (
            "Croatia fell apart. Serb forces held parts of the country.",
            "Serbia administers parts of the country",
        ),
        (
            "Sri Lanka | Although Norway brokered a truce, the war went on. The government defeated the LTTE.",
            "Liberation Tigers of Tamil Eelam clashesWith Sri Lanka",
        ),
        ("Estonia is close to Russia. It was occupied by Germany in 1941.", "Germany occupies Estonia"),
    ],
    ids=[
        "country",
        "country of the sentence",
        "that country",
        "their country",
        "island",
        "islands of the title",
        "territory of the title",
        "parts of the country",
        "government of the title",
        "it",
    ],
)
def test_state_is_meant_as_a_place(extractor: Extractor, text: str, expected: str) -> None:
    assert expected in read_titled(extractor, text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Kyrgyzstan borders China. Its president, Askar Akayev, had ruled the country since 1990.",
        "Afghan fighters fled to Pakistan. The army seized control of the country in 1999.",
        "Syria left Lebanon in 2005. The Lebanese government now rules the country.",
        "Norway | France conquered the islands in 1896.",
        "Spain gave up Cuba. Britain took the islands in 1762.",
    ],
    ids=["a president", "a general", "a government", "no islands", "one island"],
)
def test_no_other_state_is_meant_as_a_place(extractor: Extractor, text: str) -> None:
    held = {"administers", "annexed", "occupies"}
    assert not {line for line in read_titled(extractor, text) if held & set(line.split())}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Chile met Peru. The nuclear rivals have signed a peace treaty.", True),
        ("Chile met Peru. Both of the nations have signed a peace treaty.", True),
        ("Chile met Peru. The other countries have signed a peace treaty.", False),
        ("Chile met Peru. The countries that lie on the Baltic have signed a peace treaty.", False),
        ("Chile met Peru. Each of the Baltic states has signed a peace treaty.", False),
        ("Chile met Peru. The United nations have signed a peace treaty.", False),
    ],
)
def test_two_are_meant_where_nothing_says_which(extractor: Extractor, text: str, pair: bool) -> None:
    parties = {
        line for line in read_titled(extractor, text) if line.startswith(("Chile partyTo", "Peru partyTo"))
    }
    assert bool(parties) is pair


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Azerbaijan said Armenian forces shelled its positions.", ["Azerbaijan"]),
        ("Kenya heard of Eritrean claims that Ethiopian troops entered its towns.", ["Eritrea"]),
        ("Armenian forces shelled its positions.", ["Armenia"]),
        ("Azerbaijan said Armenia left its positions.", ["Armenia"]),
        ("Azerbaijan said Armenia shelled its positions.", ["Azerbaijan"]),
    ],
    ids=["who-says-so", "whose-claims", "nobody-else", "one-acts", "one-strikes"],
)
def test_its_is_of_the_other_side_where_troops_act(extractor: Extractor, text: str, owner: list[str]) -> None:
    (part,) = parse_parts([Document(id="a", text=text)], extractor.nlp, extractor.find_names)
    links, _ = extractor.link(part)
    assert [link.entity.label for link in links.agents(word(part.doc, "its"))] == owner


def test_it_is_a_place_that_the_subject_is_told_by() -> None:
    doc = parse("""
        Portugal        NNP nsubj held
        which           WDT nsubj ruled
        ruled/rule      VBD relcl Portugal
        Goa             NNP dobj  ruled
        held/hold       VBD ROOT  held
        it              PRP dobj  held
        """)
    assert places(doc, "it") == ["Goa"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Abkhazia and South Ossetia broke away from Georgia. Russia sent troops to the region.",
            {"Russia deploysForcesTo Abkhazia", "Russia deploysForcesTo South Ossetia"},
        ),
        (
            "Mauritius won. The case was Mauritius's. Mauritius let Diego Garcia. The US has troops on the island.",
            {"United States deploysForcesTo Diego Garcia"},  # an island state, named more often, is not meant
        ),
        (
            "Two states fought over Nagorno-Karabakh. Russia sent peacekeepers to the region.",
            {"Russia deploysForcesTo Nagorno-Karabakh"},
        ),
        (
            "The area that became Panama was part of Colombia until 1903.",
            {"Panama partOf Colombia"},
        ),
        (
            "The territory that is now Djibouti was under French sovereignty until 1977.",
            {"France administers Djibouti"},
        ),
    ],
    ids=[
        "two joined",
        "an island of an island state",
        "a state that none recognises",
        "what it became",
        "what it is now",
    ],
)
def test_area_is_what_it_is_called_by_name(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert expected <= read(extractor, text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The row is between Britain and Argentina. The UK stationed troops there in 1833.",
            "United Kingdom deploysForcesTo Argentina",
        ),
        (
            "In a move condemned by Kyiv, Moscow recognised the two breakaway republics, Donetsk and Luhansk.",
            "Russia recognizes Ukraine",
        ),
    ],
    ids=["there is not whom a row is between", "two that are named"],
)
def test_area_is_no_other_one(extractor: Extractor, text: str, wrong: str) -> None:
    assert wrong not in read(extractor, text)


@pytest.mark.model
def test_what_opens_a_sentence_is_said_of_its_subject(extractor: Extractor) -> None:
    text = "Once part of the Ottoman Empire, Libya was seized by Italy in 1911."
    assert "Libya partOf Ottoman Empire" in read(extractor, text)
    assert not read(extractor, "Once part of the delegation of Serbia, Kosovo left.")
    assert not read(extractor, "Part of the talks, the visit pleased Serbia.")


@pytest.mark.model
@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("presidents", [("Kazakhstan", "Russia")]),  # of the states whose presidents are named
        ("countries", [("Kazakhstan", "Russia")]),  # none of those who are merely spoken of
    ],
)
def test_two_in_office_are_of_the_states_whose_office_is_named(
    extractor: Extractor, noun: str, expected: list[tuple[str, str]]
) -> None:
    text = (
        "Russian President Vladimir Putin called President of Kazakhstan Nursultan Nazarbayev. They spoke of Syria "
        f"and Ukraine. The two {noun} agreed to hold talks on the border."
    )
    (reading,) = extractor.read([Document(id="any", text=text)])
    found = [a for a in reading.assertions if a.predicate == "negotiatesWith"]
    assert [(a.subject.label, a.object.label) for a in found] == expected


def test_word_that_opens_the_text_has_no_hyphen_before_it() -> None:
    doc = parse("""
        Member     NN  compound group
        the        DT  det      group
        group      NN  nsubj    left
        left/leave VBD ROOT     left
        .          .   punct    left
        """)
    assert agents(doc, "group") == []
