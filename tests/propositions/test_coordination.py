"""Lists: which words are coordinated. Near misses stand beside what they resemble."""

from parses import forms, parse, word

from kgraph.propositions.arguments import conjuncts


def test_conjuncts_come_from_left_to_right() -> None:
    doc = parse("""
        Peru        NNP nsubj signed
        ,           ,   punct Peru
        Chile       NNP conj  Peru
        and         CC  cc    Chile
        Brazil      NNP conj  Chile
        signed/sign VBD ROOT  signed
        .           .   punct signed
        """)
    assert forms(conjuncts(word(doc, "Peru"))) == ["Peru", "Chile", "Brazil"]


def test_verb_beside_a_name_is_no_conjunct() -> None:
    doc = parse("""
        The            DT  det       islands
        islands/island NNS nsubjpass sold
        were/be        VBD auxpass   sold
        sold/sell      VBN ROOT      sold
        and            CC  cc        sold
        leased/lease   VBN conj      sold
        .              .   punct     sold
        """)
    assert forms(conjuncts(word(doc, "sold"))) == ["sold"]


def test_name_taken_for_an_apposition_inside_a_list_counts_as_listed() -> None:
    doc = parse("""
        claims/claim VBZ ROOT  claims
        Matua        NNP dobj  claims
        ,            ,   punct Matua
        Iturup       NNP appos Matua
        ,            ,   punct Matua
        and          CC  cc    Matua
        Shikotan     NNP conj  Matua
        """)
    assert forms(conjuncts(word(doc, "Matua"))) == ["Matua", "Iturup", "Shikotan"]


def test_list_may_go_on_after_the_apposition_without_a_label() -> None:
    doc = parse("""
        Matua      NNP nsubj    belong
        ,          ,   punct    Matua
        Iturup     NNP appos    Matua
        ,          ,   punct    Matua
        and        CC  dep      belong
        Shikotan   NNP npadvmod belong
        belong     VBP ROOT     belong
        """)
    assert forms(conjuncts(word(doc, "Matua"))) == ["Matua", "Iturup"]


def test_apposition_that_ends_the_phrase_is_another_name_and_no_member() -> None:
    doc = parse("""
        visited/visit VBD ROOT  visited
        Etorofu       NNP dobj  visited
        ,             ,   punct Etorofu
        Iturup        NNP appos Etorofu
        .             .   punct visited
        """)
    assert forms(conjuncts(word(doc, "Etorofu"))) == ["Etorofu"]


def test_bracketed_name_is_no_member_of_the_list() -> None:
    doc = parse("""
        claims/claim VBZ   ROOT  claims
        Iturup       NNP   dobj  claims
        (            -LRB- punct Etorofu
        Etorofu      NNP   appos Iturup
        )            -RRB- punct Etorofu
        and          CC    cc    Iturup
        Matua        NNP   conj  Iturup
        """)
    assert forms(conjuncts(word(doc, "Iturup"))) == ["Iturup", "Matua"]


def test_apposition_with_an_article_is_no_member_of_the_list() -> None:
    doc = parse("""
        claims/claim VBZ ROOT  claims
        Iturup       NNP dobj  claims
        ,            ,   punct Iturup
        the          DT  det   Pearl
        Pearl        NNP appos Iturup
        ,            ,   punct Iturup
        and          CC  cc    Iturup
        Matua        NNP conj  Iturup
        """)
    assert forms(conjuncts(word(doc, "Iturup"))) == ["Iturup", "Matua"]


def test_what_is_counted_stands_for_the_count() -> None:
    doc = parse("""
        Tens/ten           NNS quantmod thousands
        of                 IN  quantmod thousands
        thousands/thousand NNS nsubj    crossed
        of                 IN  prep     thousands
        soldiers/soldier   NNS pobj     of#2
        crossed/cross      VBD ROOT     crossed
        .                  .   punct    crossed
        """)
    assert forms(conjuncts(word(doc, "thousands"))) == ["soldiers"]


def test_count_of_nothing_named_stays_itself() -> None:
    doc = parse("""
        Thousands/thousand NNS nsubj crossed
        crossed/cross      VBD ROOT  crossed
        the                DT  det   line
        line               NN  dobj  crossed
        .                  .   punct crossed
        """)
    assert forms(conjuncts(word(doc, "Thousands"))) == ["Thousands"]


def test_endless_list_is_cut() -> None:
    rows = ["Peru NNP ROOT Peru", *(f"N{i} NNP conj {f'N{i - 1}' if i else 'Peru'}" for i in range(400))]
    assert 40 <= len(conjuncts(parse("\n".join(rows))[0])) < 100


def included(group: str, tag: str) -> list[str]:
    doc = parse(f"""
        {group}   {tag} ROOT  {group}
        ,         ,     punct {group}
        including VBG   prep  {group}
        Thitu     NNP   pobj  including
        .         .     punct {group}
        """)
    return forms(conjuncts(word(doc, group)))


def test_including_spreads_over_a_group_by_its_name() -> None:
    assert included("Spratlys", "NNPS") == ["Spratlys", "Thitu"]
    assert included("Archipelago", "NNP") == ["Archipelago", "Thitu"]


def test_including_says_nothing_more_of_a_single_name() -> None:
    assert included("Russia", "NNP") == ["Russia"]


def test_among_them_names_some_of_a_group() -> None:
    doc = parse("""
        Thirteen          CD  nummod countries
        countries/country NNS nsubj  agree
        ,                 ,   punct  agree
        among             IN  prep   countries
        them              PRP dep    among
        Palau             NNP pobj   among
        and               CC  cc     Palau
        Nauru             NNP conj   Palau
        ,                 ,   punct  agree
        agree             VBP ROOT   agree
        .                 .   punct  agree
        """)
    assert forms(conjuncts(word(doc, "countries"))) == ["countries", "Palau", "Nauru"]
