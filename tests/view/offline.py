"""Pages opened in a browser that reaches nothing but their own files, and that tells all that goes wrong in them.

What a page asks for beyond its file is blocked and kept, and so is each message on its console, each error that
nobody caught, each breach of its policy, each dialog and each new window. There may be none of them.
"""

import time
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

import specimen

from kgraph.model import Background
from kgraph.view import build_page, notebook_html, write_page
from kgraph.vocab import predicates

if TYPE_CHECKING:
    from playwright import sync_api

__all__ = ["DESKTOP", "OpenPages", "Watch", "page_html", "wait_until_ready"]

PATIENCE = 30  # seconds that a page may take to be ready
DESKTOP = {"width": 1440, "height": 860}
OWN_SCHEMES = ("about:", "blob:", "data:")  # what a page makes itself; nothing is fetched for it
# The browser writes most breaches of a policy to the console, but not all, and not in the words of a standard.
TELL_BREACHES = """addEventListener("securitypolicyviolation", (breach) =>
  console.error("policy: " + breach.violatedDirective + " " + breach.blockedURI))"""


@cache
def page_html(module: ModuleType = specimen) -> str:
    """Build the page of a module's documents and assertions, once for all tests of a process.

    Where the module has a `TITLE`, `BACKGROUND` or `PREDICATES`, those replace what a page usually has.
    """
    return build_page(
        module.read_documents(),
        module.read_assertions(),
        predicates=getattr(module, "PREDICATES", predicates()),
        title=getattr(module, "TITLE", "Territorial disputes"),
        background=getattr(module, "BACKGROUND", Background()),
    )


class Watch:
    """What the pages of a browser context ask for beyond `allowed`, and what goes wrong in them."""

    def __init__(self, context: "sync_api.BrowserContext") -> None:
        self.allowed: set[str] = set()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self._context = context
        context.add_init_script(TELL_BREACHES)
        context.route("**/*", self._answer)
        context.on("request", lambda request: self._note(request.url))
        context.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        context.on("weberror", lambda error: self.wrong.append(f"error: {error.error}"))
        context.on("dialog", self._dismiss)
        context.on("page", self._listen)

    def close(self) -> None:
        """Wait for what is still on its way, and close the context."""
        for page in self._context.pages:
            page.title()
        self._context.close()

    def _is_own(self, url: str) -> bool:
        return url.startswith(OWN_SCHEMES) or urldefrag(url).url in self.allowed

    def _answer(self, route: "sync_api.Route") -> None:
        if self._is_own(route.request.url):
            route.continue_()
        else:
            route.abort()

    def _note(self, url: str) -> None:
        if not self._is_own(url):
            self.asked.append(url)

    def _dismiss(self, dialog: "sync_api.Dialog") -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _listen(self, page: "sync_api.Page") -> None:
        page.on("popup", lambda window: self.wrong.append(f"window: {window.url}"))
        page.on("websocket", lambda socket: self.asked.append(socket.url))


def wait_until_ready(page: "sync_api.Page | sync_api.Frame") -> None:
    """Wait until the page's script has run; Playwright's own way of waiting breaks against the page's policy."""
    deadline = time.monotonic() + PATIENCE
    while not page.evaluate("window.__ready === true"):
        assert time.monotonic() < deadline, "the page's script did not come to its end"
        time.sleep(0.05)


class OpenPages:
    """Opens pages from files of their own, each in a context of its own, and watches them until all are closed."""

    def __init__(self, browser: "sync_api.Browser", folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._watches: list[Watch] = []

    def open(
        self, module: ModuleType = specimen, *, frame: bool = False, fragment: str = "", **settings: Any
    ) -> "sync_api.Page":
        """Open the page of a module and wait until it is ready.

        Args:
            module: what the page is built from, see `page_html`.
            frame: as the output of a notebook, in a frame.
            fragment: what follows the address, from the `#` on.
            settings: of the browser context, over those of a wide screen.
        """
        html = page_html(module)
        if frame:
            html = f"<!doctype html><meta charset=utf-8><title>Notebook</title>{notebook_html(html)}"
        page = self.open_html(html, fragment=fragment, **settings)
        if settings.get("java_script_enabled", True):
            wait_until_ready(page.frames[-1])
        return page

    def open_html(self, html: str, *, fragment: str = "", **settings: Any) -> "sync_api.Page":
        """Open any page, and wait for no more than that it is loaded."""
        path = self._folder / f"{len(self._watches)}.html"
        write_page(html, path)
        context = self._browser.new_context(**{"viewport": DESKTOP} | settings)
        watch = Watch(context)
        watch.allowed.add(path.as_uri())
        self._watches.append(watch)
        page = context.new_page()
        page.goto(path.as_uri() + fragment)
        return page

    def close(self) -> tuple[list[str], list[str]]:
        """Close all pages; give what they asked for beyond their files, and what went wrong in them."""
        for watch in self._watches:
            watch.close()
        asked = [url for watch in self._watches for url in watch.asked]
        wrong = [text for watch in self._watches for text in watch.wrong]
        self._watches = []
        return asked, wrong
