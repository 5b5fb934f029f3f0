"""What the page may weigh."""

import sized

from kgraph.model import assertion_id
from kgraph.view import build_page
from kgraph.vocab import predicates

KILOBYTES = 800  # for a hundred entities and 210 statements; vis-network alone takes 470


def test_a_page_of_a_hundred_entities_weighs_at_most_800_kilobytes():
    documents, assertions = sized.make(100)
    html = build_page(documents, assertions, predicates=predicates(), title="Made up")
    assert len(html.encode()) <= KILOBYTES * 1000


def test_what_is_made_up_is_of_the_size_that_was_asked_for():
    documents, assertions = sized.make(100)
    assert len({entity.id for a in assertions for entity in (a.subject, a.object)}) == 100
    assert len(set(map(assertion_id, assertions))) == 210
    assert {e.document_id for a in assertions for e in a.evidence} == {d.id for d in documents}
