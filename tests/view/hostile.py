"""Texts that try to break out of the page, in every field that a text can reach."""

import datetime

from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Modality, Polarity, Span

ATTACKS = (
    "</script><script>window.__broken = 1</script>",
    "<img src=x onerror='window.__broken = 1'>",
    '"><svg onload="window.__broken = 1">',
    "<!--<script>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:window.__broken=1",
    "' onmouseover='window.__broken=1",
    "</style><style>*{display:none}</style>",
    "\u202egnirts\u2066 \u0000\u0008\u001b[31m\x85",
    "\ud800 half",
    "العربية שלום 尖閣 한국 🏝️",
    "]]>&lt;b&gt;&amp;#x27;",
    "href=" + "x" * 300,
    "\u2028\u2029`${window.__broken=1}`\\",
)


def read_documents() -> list[Document]:
    """Give one article per attack, which stands in all its fields."""
    return [
        Document(id=text, text=text, title=text, source=text, url=url, date=datetime.date(2020, 1, 1 + i))
        for i, text in enumerate(ATTACKS)
        for url in [text if i % 2 else f"https://example.org/?q={text}"]
    ]


def read_assertions() -> list[Assertion]:
    """Give statements whose every word is an attack, each pair joined in all ways of stating."""
    kinds = list(EntityKind)
    found = []
    for i, text in enumerate(ATTACKS):
        subject = Entity(id=f"s{text}", label=text, kind=kinds[i % 6], known=bool(i % 2))
        other = Entity(id=f"o{text}", label=f"{text} {i}", kind=kinds[(i + 1) % 7], known=False)
        for polarity in Polarity:
            for modality in Modality:
                said = Evidence(
                    document_id=text,
                    span=Span(start=5, end=5 + len(text)),
                    quotation=text,
                    subject_span=Span(start=5, end=8),
                    predicate_span=Span(start=7, end=10),
                    object_span=Span(start=9, end=5 + len(text)),
                    attribution_text=text,
                    rule=text,
                    confidence=0.5,
                )
                found.append(
                    Assertion(
                        subject=subject,
                        predicate="claims" if i % 2 else text,
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
