"""Who acts: by name, by whoever acts for it, by a reference; known ones first."""

import pytest
from linked import labels, read, said
from parses import linker, parse, word

from kgraph.extraction import Extractor
from kgraph.model import Document, EntityKind


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


@pytest.mark.parametrize(("name", "is_one"), [("Zorgons", True), ("Directorate", False)])
def test_group_called_by_its_kind_alone_is_its_documents_own(name: str, is_one: bool) -> None:
    doc = parse(f"The DT det {name} ORG\n{name} NNP nsubj left ORG\nleft/leave VBD ROOT left")
    ids = {linker(doc, id=id_).agents(word(doc, name))[0].entity.id for id_ in ("a", "b")}
    assert (len(ids) == 1) is is_one


def test_unknown_name_of_no_group_is_nobody_who_acts() -> None:
    doc = parse("Zorgonia NNP nsubj left GPE\nleft/leave VBD ROOT left")
    assert linker(doc).agents(word(doc, "Zorgonia")) == ()


def test_state_inside_an_instruments_name_is_a_party() -> None:
    doc = parse("The DT det treaty\ntreaty NN ROOT treaty\nbetween IN prep treaty\nJapan NNP pobj between")
    assert labels(linker(doc).agents(word(doc, "Japan"))) == ["Japan"]


def test_holder_is_the_one_other_state_that_claims_it_and_that_the_text_names() -> None:
    doc = parse("""
        Serbia             NNP nsubj protested
        protested          VBD ROOT  protested
        when               WRB advmod declared
        Kosovo             NNP nsubj declared
        declared/declare   VBD advcl protested
        independence       NN  dobj  declared
        """)
    assert labels(linker(doc).holders(word(doc, "Kosovo"))) == ["Serbia"]
    assert linker(doc).holders(word(doc, "Serbia")) == ()


def test_holder_that_the_text_does_not_name_is_none() -> None:
    doc = parse("""
        Kosovo             NNP nsubj declared
        declared/declare   VBD ROOT  declared
        independence       NN  dobj  declared
        """)
    assert linker(doc).holders(word(doc, "Kosovo")) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Taiwan votes today. China wants talks with the island.", ["Taiwan"]),
        ("Taiwan votes today. China lies near the island.", []),
        ("Crete votes today. Turkey wants talks with the island.", []),
    ],
)
def test_place_with_a_government_is_a_party_to_talks(
    extractor: Extractor, text: str, agents: list[str]
) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.agents(word(doc, "island"))) == agents


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Prime Minister Margaret Thatcher left Britain. The Thatcher government fell.", ["United Kingdom"]),
        ("The McKinley administration annexed Hawaii.", ["United States"]),
        ("The Canaveral administration annexed Hawaii.", []),
    ],
)
def test_government_is_of_the_state_that_its_leader_serves(
    extractor: Extractor, text: str, agents: list[str]
) -> None:
    doc, linked = read(extractor, text)
    head = next(t for t in reversed(doc) if t.lower_ in {"government", "administration"})
    assert labels(linked.agents(head)) == agents


@pytest.mark.model
def test_group_is_called_by_the_name_that_it_is_known_as(extractor: Extractor) -> None:
    doc, linked = read(extractor, "The rebel group known as the FARC has freed a mayor.")
    assert labels(linked.agents(word(doc, "group"))) == ["Revolutionary Armed Forces of Colombia"]
    doc, linked = read(extractor, "The rebel chief known as the Jackal has freed a mayor.")
    assert linked.agents(word(doc, "chief")) == ()


def test_friends_and_foes_of_a_state_do_not_act_for_it() -> None:
    doc = parse("""
        pro            JJ   amod     officials
        -              HYPH punct    officials
        Syrian         JJ   amod     officials
        officials      NNS  nsubj    left
        left/leave     VBD  ROOT     left
        """)
    assert linker(doc).agents(word(doc, "officials")) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head", "agents"),
    [
        ("Israel and Hezbollah guerrillas clashed.", "guerrillas", ["Israel", "Hezbollah"]),
        ("Afghan Taliban militants fled.", "militants", ["Taliban"]),
        ("A member of the Islamic Jihad group fled.", "group", ["Palestinian Islamic Jihad"]),
        ("A European Union group met.", "group", []),
    ],
    ids=["state-and-group", "state-of-a-group", "kind-of-group", "group-of-a-union-of-states"],
)
def test_group_acts_by_its_members(extractor: Extractor, text: str, head: str, agents: list[str]) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.agents(word(doc, head))) == agents


@pytest.mark.model
def test_body_is_called_by_its_name_alone_and_a_state_by_who_acts_for_it(extractor: Extractor) -> None:
    doc, linked = read(extractor, "LRA forces attacked Kenyan villagers.")
    assert said(doc, linked.agents(word(doc, "forces"))) == ["LRA"]
    doc, linked = read(extractor, "Ugandan forces attacked Kenyan villagers.")
    assert said(doc, linked.agents(word(doc, "forces"))) == ["Ugandan forces"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("The coalition led by France bombed Libya.", ["France"]),
        ("The coalition asked by France to leave stayed.", []),
    ],
)
def test_coalition_is_whose_lead_it_is_under(extractor: Extractor, text: str, agents: list[str]) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.agents(word(doc, "coalition"))) == agents


def test_member_states_of_a_union_are_not_the_union() -> None:
    doc = parse("""
        No                   DT  det      states
        EU                   NNP compound states
        states/state         NNS nsubj    recognise
        recognise/recognise  VBP ROOT     recognise
        Somaliland           NNP dobj     recognise
        """)
    assert linker(doc).agents(word(doc, "states")) == ()


def test_members_of_a_group_may_stand_between_dashes() -> None:
    doc = parse("""
        Two            CD  nummod states
        states/state   NNS nsubj  protested
        -              :   punct  states
        Spain          NNP appos  states
        and            CC  cc     Spain
        Greece         NNP conj   Spain
        -              :   punct  states
        protested      VBD ROOT   protested
        """)
    assert labels(linker(doc).agents(word(doc, "states"))) == ["Spain", "Greece"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head", "agents"),
    [
        ("The two Koreas met.", "Koreas", ["North Korea", "South Korea"]),
        ("The two Sudans met.", "Sudans", ["South Sudan", "Sudan"]),
        ("The two Kenyas met.", "Kenyas", ["Kenyas"]),
        ("The other Koreas met.", "Koreas", []),
    ],
)
def test_two_states_have_one_name(extractor: Extractor, text: str, head: str, agents: list[str]) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.agents(word(doc, head))) == agents


@pytest.mark.model
def test_people_that_lives_elsewhere_is_not_its_state(extractor: Extractor) -> None:
    doc, linked = read(extractor, "Serbian troops fought ethnic Albanian fighters and Albanian soldiers.")
    assert labels(linked.agents(word(doc, "soldiers"))) == ["Albania"]
    assert labels(linked.agents(word(doc, "fighters"))) == ["ethnic Albanian fighters"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("The Israeli army says troops raided the town.", ["Israel"]),
        ("Witnesses say troops raided the town.", []),
        ("The Israeli army says the troops raided the town.", ["Israel"]),
        ("The United Nations says troops raided the town.", []),
    ],
)
def test_troops_are_of_the_army_that_tells_of_them(
    extractor: Extractor, text: str, agents: list[str]
) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.agents(word(doc, "troops"))) == agents


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad settled the case with its neighbor Sudan.", ["Sudan"]),
        ("Chad settled the case with its neighbor.", []),
    ],
)
def test_state_is_named_right_behind_what_it_is_to_another(
    extractor: Extractor, text: str, expected: list[str]
) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.agents(word(doc, "neighbor"))) == expected


def test_word_inside_a_name_acts_for_nobody(extractor: Extractor) -> None:
    doc, linked = read(extractor, "Spain surveyed the Falkland Islands.")
    assert linked.agents(word(doc, "Falkland")) == ()
    assert labels(linked.agents(word(doc, "Islands"))) == ["Falkland Islands"]


def test_ally_of_somebody_is_whom_a_name_behind_gives() -> None:
    doc = parse("""
        France      NNP nsubj left
        left/leave  VBD ROOT  left
        it          PRP dobj  left
        to          IN  prep  left
        its         PRP$ poss ally
        ally        NN  pobj  to
        ,           ,   punct ally
        Spain       NNP appos ally
        """)
    assert labels(linker(doc).agents(word(doc, "ally"))) == ["Spain"]


def test_ally_without_a_name_is_nobody_who_is_known() -> None:
    doc = parse("""
        France      NNP nsubj left
        left/leave  VBD ROOT  left
        it          PRP dobj  left
        to          IN  prep  left
        its         PRP$ poss ally
        ally        NN  pobj  to
        """)
    assert linker(doc).agents(word(doc, "ally")) == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S.-led forces in Kenya rest.", ["United States"]),
        ("The U.S.-led coalition forces in Kenya rest.", ["United States"]),
        ("The French forces in Kenya rest.", ["France"]),
    ],
)
def test_forces_are_of_whoever_leads_them(extractor: Extractor, text: str, expected: list[str]) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.agents(word(doc, "forces"))) == expected


OFFICERS = {
    "Russian Admiral Ivan Petrov signed the Treaty of Shimoda.": ["Russia"],
    "The Japanese general Iwane Ito captured Kowloon in 1937.": ["Japan"],
    "Ole Hansen, a Danish colonel, captured Kowloon in 1937.": ["Denmark"],
    "Former Russian General Ivan Petrov captured Kowloon.": [],
    "Rebel Syrian General Ivan Petrov captured Kowloon.": [],
    "Pakistan captain Ivan Petrov captured Kowloon.": [],
}


@pytest.mark.model
def test_officer_of_an_army_acts_for_the_state_whose_adjective_stands_beside_his_rank(
    extractor: Extractor,
) -> None:
    found = [
        [a.subject.label for a in reading.assertions]
        for reading in extractor.read([Document(id=str(n), text=text) for n, text in enumerate(OFFICERS)])
    ]
    assert found == list(OFFICERS.values())


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Somalia has had no peace since 1991. The central government controls Mogadishu.", ["Somalia"]),
        ("Somalia has had no peace since 1991. The transitional government controls Mogadishu.", []),
    ],
)
def test_central_government_is_that_of_the_state_told_of(
    extractor: Extractor, text: str, agents: list[str]
) -> None:
    (reading,) = extractor.read([Document(id="text", text=text)])
    assert [a.subject.label for a in reading.assertions] == agents
