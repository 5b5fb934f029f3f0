"""A query can do nothing but read: what it would do is told by its parsed form."""

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kgraph.errors import QueryError, QueryRefusedError
from kgraph.sparql.guard import MAX_LENGTH, MAX_NESTING, check, parse_checked, plain_lines
from kgraph.sparql.named import named_queries

SERVICE = "SERVICE <http://127.0.0.1:9/> { ?a ?b 3 }"  # Oxigraph says that it asks no such port

# Each asks the server in one of the engines, or in both.
OUTWARD = {
    "plain": f"SELECT * {{ {SERVICE} }}",
    "lower case": "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "by a variable": "ASK { VALUES ?v { <http://127.0.0.1:9/> } SERVICE ?v { ?a ?b 3 } }",
    "in EXISTS": f"ASK {{ FILTER NOT EXISTS {{ {SERVICE} }} }}",
    "in a subselect": f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{ {SERVICE} }} }} }} }}",
    "in MINUS and UNION": f"ASK {{ ?s ?p ?o MINUS {{ {{ {SERVICE} }} UNION {{ ?x ?y ?z }} }} }}",
    "of CONSTRUCT": f"CONSTRUCT {{ ?a ?a ?a }} WHERE {{ {SERVICE} }}",
    "of DESCRIBE": f"DESCRIBE ?a {{ {SERVICE} }}",
    "glued": "ASK{?a ?b ?c.SERVICE<http://127.0.0.1:9/>{ ?a ?b 3 } }",
    "after a path": f"ASK {{ ?a ^<a:b>/<a:c>* ?c . {SERVICE} }}",
    "comment inside": "ASK { SERVICE # SELECT\n<http://127.0.0.1:9/> { ?a ?b 3 } }",
    "between comparisons": "ASK { FILTER(1<2) SERVICE <http://127.0.0.1:9/> { ?a ?b 3 } FILTER(4>3) }",
    "in what could be an IRI": (
        "SELECT * { VALUES ?s {<http://127.0.0.1:9/>} FILTER(1<2)SERVICE?s#>\n{ ?a ?b 3 } }"
    ),
    "after a comment that a carriage return ends": f"ASK {{ BIND(1 AS ?z) # x\r{SERVICE} \n }}",
    "after an escaped quotation mark": f'ASK {{ BIND("\\u0022 AS ?x) . #" AS ?y) {SERVICE} \n }}',
    "after an escaped apostrophe": f"ASK {{ BIND('\\U00000027 AS ?x) . #' AS ?y) {SERVICE} \n }}",
    "escaped": "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "with a long s": "SELECT * { ſERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
}


@pytest.mark.parametrize("query", OUTWARD.values(), ids=OUTWARD)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    for judge in (check, parse_checked):
        with pytest.raises(QueryError):
            judge(plain_lines(query))


@pytest.mark.parametrize(
    ("query", "word"),
    [
        (f"ASK {{ {SERVICE} }}", "SERVICE"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
        ("SELECT * from named <http://127.0.0.1/> { GRAPH ?g { ?s ?p ?o } }", "FROM"),
        ("LOAD <http://127.0.0.1/>", "LOAD"),
        ("LOAD SILENT <file:///etc/passwd> INTO GRAPH <a:b>", "LOAD"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT"),
        ("PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }", "DELETE"),
        ("DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }", "DELETE"),
        ("CLEAR ALL", "CLEAR"),
        ("drop silent default", "DROP"),
        ("CREATE GRAPH <a:b>", "CREATE"),
        ("ADD DEFAULT TO <a:b>", "ADD"),
        ("SELECT * { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }", "DELETE"),
    ],
)
def test_what_does_more_than_read_is_refused_by_name(query: str, word: str) -> None:
    for judge in (check, parse_checked):
        with pytest.raises(QueryRefusedError, match=rf"^{word} is not allowed: it "):
            judge(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?from ?service { ?from kg:from "SERVICE <x> {" ; <http://x.example/load#delete> ?x } # FROM',
        "PREFIX load: <a:> PREFIX service: <b:> ASK { ?s load:service service:load }",
        "ASK { ?s ?p 'INSERT' } # SERVICE <http://x.example/> { }",
        'SELECT * { ?s rdfs:label """LOAD "it" now SERVICE <x> {}""" }',
        'ASK { ?s ?p "von"@service }',
        'SELECT (STRLEN("SERVICE") AS ?service) { FILTER(?service < 3 && 4 > 3) }',
        "SELECT * { ?s kg:serviceOf _:service }",
    ],
)
def test_forbidden_words_in_names_strings_and_comments_do_no_harm(query: str) -> None:
    check(query)
    parse_checked(query)


def test_service_in_a_string_of_one_engine_is_none_there() -> None:
    query = 'SELECT * { BIND("\\u0022) SERVICE <http://127.0.0.1/> { ?s ?p ?o } #" AS ?x) }'
    check(query)  # Oxigraph reads one string


def test_what_only_oxigraph_can_read_passes_unless_it_speaks_of_service() -> None:
    triple_term = 'SELECT * { BIND(<<( <a:a> <a:b> "%s" )>> AS ?t) }'
    check(triple_term % "x")
    with pytest.raises(QueryError, match=r"^not SPARQL 1\.1: "):
        check(triple_term % "service")


@pytest.mark.parametrize("text", ["", "how many claims are there?", "{", "\x00"])
def test_what_is_no_query_is_said_to_be_none(text: str) -> None:
    with pytest.raises(QueryError, match=r"^not a SPARQL query: it has none of ASK, CONSTRUCT"):
        check(text)


def test_deep_nesting_is_refused_before_it_is_parsed() -> None:
    deepest = MAX_NESTING - 1
    check("SELECT * {" + "{" * deepest + "}" * deepest + "}")
    check("SELECT * {" + "{}" * 10_000 + "}")
    check('SELECT * { ?a ?b "' + "(" * 10_000 + '" }')
    for query in ("SELECT * {" + "(" * 10_000, "ASK { FILTER(1<2" + "(" * 200 + "#>\n"):
        with pytest.raises(QueryRefusedError, match=r"nests more than 100 brackets"):
            check(query)


def test_length_is_limited() -> None:
    with pytest.raises(QueryRefusedError, match=r"more than 1,000,000 characters"):
        check("ASK {} #" + "x" * MAX_LENGTH)


def test_quotation_marks_that_nothing_closes_are_few() -> None:
    """Each is looked for to the end of its line: a megabyte of them took an hour."""
    check("ASK { ?s ?p '" + "\\'" * 10_000 + "' }")
    with pytest.raises(QueryRefusedError, match=r"over 100 quotation marks that nothing closes"):
        check("ASK { ?s ?p " + "'\\" * 10_000)


@pytest.mark.parametrize(
    "hidden", ["1SERVICE", "1.SERVICE", "a-SERVICE", "島SERVICE", "SERVICE.1", "_.SERVICE"]
)
def test_a_word_is_found_within_a_run_of_letters_and_dots(hidden: str) -> None:
    with pytest.raises(QueryError):
        check(f"ASK {{ ?a ?b {hidden} <http://127.0.0.1:9/> {{ ?a ?b 3 }} }}")


def test_half_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(QueryError, match=r"half a surrogate pair"):
        check('ASK { ?s ?p "\ud800" }')


def test_named_queries_pass() -> None:
    for query in named_queries():
        check(query.text)
        parse_checked(query.text)


# ------------------------------------------------------------------ whatever is thrown at it

PIECES = st.lists(
    st.sampled_from(
        [
            "ASK", "SELECT", "*", "{", "}", "(", ")", "?a", "?service", "?b", "<a:b>", "<a:#>", "a:b", "1", "1<2",
            "<", ">", "#", "\n", "\r", " ", "'", '"', "'''", '"""', "\\", "\\u0022", "\\u0027", "\\u0023", "\\u005C",
            "\\u000A", "\\U0000003E", "\\\\", ".", "BIND(1 AS ?z)", "FILTER", "SERVICE", "service", SERVICE, "OPTIONAL",
            "UNION", "EXISTS", "_:x", "@en", "^^", "PREFIX a: <a:>", "[", "]", "|", "/", "\x0c", "\u00a0", "\ufeff",
        ]
    ),
    max_size=25,
).map("".join)  # fmt: skip
HIDDEN = st.tuples(PIECES, PIECES).map(lambda ends: f"ASK {{ BIND(1 AS ?q) {ends[0]}{SERVICE}{ends[1]}\n }}")


@given(st.one_of(PIECES, HIDDEN, st.text(max_size=60)))
@example(OUTWARD["after an escaped quotation mark"])
@example(OUTWARD["in what could be an IRI"])
def test_no_query_that_passes_makes_oxigraph_ask_a_server(text: str) -> None:
    query = plain_lines(text)
    try:
        check(query)
    except QueryError:
        return
    try:
        found = ox.Store().query(query, prefixes={"a": "a:"})
        list(found) if not isinstance(found, ox.QueryBoolean) else None
    except (SyntaxError, RuntimeError, ValueError):  # an OSError would be the server's
        pass
