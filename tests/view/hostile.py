"""Texts that try to break out of the page, in every field that a text can reach."""

import datetime
from collections.abc import Mapping

from kgraph.model import (
    Assertion,
    Background,
    BackgroundName,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Modality,
    Polarity,
    Span,
)
from kgraph.vocab import Predicate, predicates

ATTACKS = (
    "</script><script>window.__broken = 1</script>",
    "<img src=x onerror='window.__broken = 1'>",
    '"><svg onload="window.__broken = 1">',
    "<!--<script>",
    "--!><!-->\n]]><![CDATA[ <? ?>",
    "{{ 7 * 7 }}{% raw %}{# ${7 * 7}",
    "javascript:window.__broken=1",
    "JaVa\tScRi\npt:window.__broken=1//",
    " \x01javascript:window.__broken=1",
    "data:text/html,<script>opener.__broken=1</script>",
    "//example.org/\\..\\@[::1",
    "' onmouseover='window.__broken=1' autofocus tabindex=1 onfocus='window.__broken=1",
    "</style><style>*{display:none}</style>",
    "</title></textarea></noscript></template><iframe srcdoc='<script>parent.__broken=1</script>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src onerror=__broken=1&gt;'>",
    "<a href=javascript:window.__broken=1 id=data name=__ready>href</a><form id=panel><base href=//example.org>",
    "&#x3c;script&#x3e;window.__broken=1&lt;/script&gt;&nbsp;&amp;#x27;",
    "\u202egnirts\u2066 \u0000\u0008\u001b[31m\x85",
    "\u202d\u2067\u2068\u202b never closed",
    "\ud800 half \udfff",
    "\u200b\u200d\ufeff\u00ad\u2060",  # nothing that shows
    "Z\u0335\u0321\u0327\u030d\u0352\u0358a\u0334\u0322\u033b\u0349\u0306l" + "g\u0300" * 60,
    "العربية שלום 尖閣 한국 🏝️👩‍👩‍👧‍👦",
    "]]>&lt;b&gt;&amp;#x27;",
    "href=" + "x" * 300,
    "很" * 400,
    "\u2028\u2029`${window.__broken=1}`\\",
    "%s %o %c \\u003c\\x3c \\",
)
# What is there already on every object of a script, or is taken for the place of an item.
NAMES_OF_OBJECTS = (
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "valueOf",
    "length",
    "0",
    "-1",
    "NaN",
)
TEXTS = ATTACKS + NAMES_OF_OBJECTS

TITLE = "".join(ATTACKS)
PREDICATES: Mapping[str, Predicate] = predicates() | {
    text: Predicate(
        name=text,
        label=text,
        definition=text,
        verb_phrase=text,
        negative_verb_phrase=text,
        family=text if i % 2 else "claim",
        domain=frozenset(EntityKind),
        range=frozenset(EntityKind),
        symmetric=not i % 3,
        inverse_verb_phrase=text,
        negative_inverse_verb_phrase=text,
    )
    for i, text in enumerate(TEXTS)
    if i % 4 != 1  # the others are unknown predicates, shown by their names
}
BACKGROUND = Background(
    names={
        _id: (
            BackgroundName(text=text, lang=text, used_by=text, user=text),
            BackgroundName(text=text, lang="und"),
        )
        for text in TEXTS
        for _id in (text, f"o{text}")
    }
)


def read_documents() -> list[Document]:
    """Give one article per attack, which stands in all its fields."""
    return [
        Document(
            id=text, text=text, title=text, source=text, url=url, date=datetime.date(2020, 1, 1 + i % 31)
        )
        for i, text in enumerate(TEXTS)
        for url in [text if i % 2 else f"https://example.org/?q={text}"]
    ]


def read_assertions() -> list[Assertion]:
    """Give statements whose every word is an attack, each pair joined in all ways of stating."""
    kinds = list(EntityKind)
    found = []
    for i, text in enumerate(TEXTS):
        subject = Entity(id=text, label=text, kind=kinds[i % 6], known=bool(i % 2))
        other = Entity(id=f"o{text}", label=f"{text} {i}", kind=kinds[(i + 1) % 7], known=False)
        for polarity in Polarity:
            for modality in Modality:
                said = Evidence(
                    document_id=text,
                    span=Span(start=5, end=5 + len(text)),
                    quotation=text,
                    subject_span=Span(start=5, end=8),
                    predicate_span=Span(start=7, end=10),
                    object_span=Span(start=9, end=10 + len(text)),
                    attribution_text=text,
                    rule=text,
                    confidence=0.5,
                )
                found.append(
                    Assertion(
                        subject=subject,
                        predicate="claims" if i % 3 == 1 else text,
                        object=other,
                        about=subject if i % 3 else Entity(id=f"n{text}", label=text, kind=EntityKind.NAME),
                        polarity=polarity,
                        modality=modality,
                        attribution=other if i % 2 else None,
                        time=text,
                        evidence=(said,),
                    )
                )
    return found
