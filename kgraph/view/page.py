"""The page itself: pyvis's network in our own template, as one file that fetches nothing.

What pyvis gives is the network's container and its copy of vis-network. Its own template, writer and physics
stay unused: they load scripts from afar, run the HTML of labels, and take seconds to settle at every opening.

Texts are hostile. They reach the page only through Jinja's autoescape, or as JSON which the scripts show as
text; and a content security policy lets no script run but the two whose hashes it lists.
"""

import base64
import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.files import replacing
from kgraph.lean_imports import import_pyvis
from kgraph.model import Assertion, Background, Document, EntityKind
from kgraph.resources import PACKAGE
from kgraph.spread import Spread, both, one_by_one
from kgraph.text.printable import encodable
from kgraph.view.bundle import bundle_scripts, bundle_styles, read_modules
from kgraph.view.content import Json, compact, count_sources, describe_page, sort_by_time
from kgraph.view.groups import Grouped, GroupKind, describe_groups, group_network
from kgraph.view.legend import Legend, make_legend
from kgraph.view.map import describe_map, territory_places
from kgraph.view.network import Line, Node, build_network
from kgraph.view.packing import pack
from kgraph.view.size import Style, explain_style, style_of
from kgraph.view.wording import STANCES
from kgraph.vocab import Predicate

if TYPE_CHECKING:
    from jinja2 import Environment
    from pyvis.network import Network

__all__ = ["build_page", "notebook_html", "write_page"]

FOLDER = PACKAGE / "view"
STYLES = (
    "palette",
    "frame",
    "header",
    "parts",
    "filters",
    "disputes",
    "search",
    "panel",
    "map",
    "timeline",
    "table",
    "access",
    "print",
)
VIEWS: Mapping[str, str] = {
    "disputes": "Disputes",
    "graph": "Graph",
    "map": "Map",
    "timeline": "Timeline",
    "table": "Table",
}
GROUP_KINDS: Mapping[GroupKind, str] = {
    GroupKind.DISPUTE: "Territory in dispute",
    GroupKind.COMMUNITY: "Community",
    GroupKind.PERSONS: "Persons with one tie",
    GroupKind.ORGANIZATIONS: "Organizations with one tie",
    GroupKind.APART: "Apart from the rest",
}
NOTHING_KNOWN = Background()
SHAPES: Mapping[EntityKind, str] = {
    EntityKind.STATE: "dot",
    EntityKind.TERRITORY: "diamond",
    EntityKind.ORGANIZATION: "hexagon",
    EntityKind.TRIBUNAL: "star",
    EntityKind.INSTRUMENT: "square",
    EntityKind.PERSON: "triangle",
    EntityKind.NAME: "dot",
}


def build_page(
    documents: Sequence[Document],
    assertions: Sequence[Assertion],
    *,
    predicates: Mapping[str, Predicate],
    title: str,
    background: Background = NOTHING_KNOWN,
    pages: str | None = None,
    spread: Spread = one_by_one,
) -> str:
    """Make the whole page as one string of HTML; the same input gives the same string.

    Args:
        documents: the articles that were read; their texts are not needed, the evidence has the sentences.
        assertions: what they say; equal ones are drawn as one line with all their evidence.
        predicates: the ontology's, by name; one that is missing is shown by its name.
        title: the heading of the page.
        background: what the gazetteer knows of entities; its names are shown as what no article says.
        pages: the address under which a server has a page of each entity and statement, by id; None: there is none.
        spread: has the drawings of a large graph made, in several processes where there are.
    """
    by_id = {document.id: document for document in documents}
    published = {document.id: document.date.isoformat() for document in documents if document.date}
    nodes, lines = build_network(
        sort_by_time(assertions, by_id), published, background.past, background.wholes
    )
    style = style_of(len(nodes), len(lines))
    described, grouped = both(
        spread if style is Style.GROUPED else one_by_one,
        lambda: _describe(nodes, lines, by_id, predicates, background),
        lambda: group_network(nodes, lines, spread) if style is Style.GROUPED else None,
    )
    if grouped:
        lines = tuple(replace(line, curve=grouped.curves[line.id]) for line in lines)
    legend = make_legend(nodes, lines, predicates)
    content: Json = {
        "title": title,
        "counts": count_sources(documents, lines),
        "families": [{"id": family.id, "label": family.label} for family in legend.families],
        "pages": pages,
        **described,
        "style": style.value,
        "styleNote": explain_style(style, len(nodes), len(lines), len(grouped.groups) if grouped else 0),
        "groupKinds": _list_kinds(grouped) if grouped else None,
        **(describe_groups(grouped, nodes, lines) if grouped else {}),
    }
    return _render(nodes, lines, content, legend)


def _describe(
    nodes: Sequence[Node],
    lines: Sequence[Line],
    by_id: Mapping[str, Document],
    predicates: Mapping[str, Predicate],
    background: Background,
) -> Json:
    """Describe what is shown, and the map: no place in a drawing has a part in it."""
    return {
        "map": describe_map(territory_places(nodes, background.places)),
        **describe_page(nodes, lines, by_id, predicates, background),
    }


def _list_kinds(grouped: Grouped) -> Json:
    """List the kinds of groups that there are, in words."""
    kinds = {group.kind for group in grouped.groups}
    return {kind.value: words for kind, words in GROUP_KINDS.items() if kind in kinds}


def write_page(html: str, path: Path) -> None:
    """Write the page; the file is replaced whole or not at all.

    Raises:
        KgraphError: the file cannot be written.
    """
    with replacing(path) as stream:
        stream.write(html)


def notebook_html(html: str) -> str:
    """Wrap the page for the output of a notebook: a frame of its own, cut off from the notebook around it."""
    return (
        '<iframe title="kgraph" sandbox="allow-scripts allow-downloads" width="100%" height="680"'
        f' style="border:0" srcdoc="{escape(html)}"></iframe>'
    )


def _render(nodes: Sequence[Node], lines: Sequence[Line], content: Json, legend: Legend) -> str:
    # Imported here: they are not needed until a page is made.
    import_pyvis()
    from markupsafe import Markup
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", height="100%", width="100%")
    _fill(network, nodes, lines)
    vis_network, script = _vis_network(), bundle_scripts(read_modules(FOLDER / "scripts"))
    style = bundle_styles(FOLDER / "styles", STYLES)
    network.templateEnv, network.path = _environment(), "page.html"
    network.templateEnv.filters |= {"drawing": _drawing, "pack": pack}
    network.templateEnv.globals |= {
        "content": content,
        "data": {key: compact(value) for key, value in content.items()},
        "legend": legend,
        "stances": STANCES,
        "views": VIEWS,
        "labels": {node.entity.id: node.entity.label for node in nodes},
        "policy": _policy([vis_network, script], style),
        "style": Markup(style),  # noqa: S704 - our own files
        "script": Markup(script),  # noqa: S704 - our own files
        "vis_network": _pack(vis_network),
    }
    return encodable(network.generate_html())


def _drawing(network: Mapping[str, Iterable[Mapping[str, object]]]) -> Json:
    """Cut the network of pyvis down to what its entities and statements do not say: places, shapes, bends."""
    nodes = [{key: node[key] for key in ("x", "y", "size", "shape")} for node in network["nodes"]]
    return {"nodes": nodes, "curves": [edge["curve"] for edge in network["edges"]]}


def _environment() -> "Environment":
    """Make what pyvis has without autoescape, and with it every label's HTML on the page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _fill(network: "Network", nodes: Sequence[Node], lines: Sequence[Line]) -> None:
    for node in nodes:
        kind = node.entity.kind
        # A group instead of a colour: colours are the style sheet's, light and dark.
        network.add_node(
            node.entity.id,
            node.entity.label,
            SHAPES[kind],
            group=kind.value,
            size=node.size,
            x=node.x,
            y=node.y,
        )
    for line in lines:
        network.add_edge(line.assertion.subject.id, line.assertion.object.id, id=line.id, curve=line.curve)


def _vis_network() -> str:
    """Read pyvis's copy of vis-network, without the line that sends a debugger to look for another file."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates/lib/vis-9.1.2"
    script = (folder / "vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"^//# sourceMappingURL=.*$", "", script, flags=re.MULTILINE)


def _pack(text: str) -> str:
    """Pack a script for a page that unpacks it when it is needed: zlib's format, in Base64."""
    return base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")


def _policy(scripts: Sequence[str], style: str) -> str:
    """Write the content security policy: these scripts, this style sheet, and nothing else from anywhere."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)};"
        " img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
