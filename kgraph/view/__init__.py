"""The page: one HTML file with the drawing, the evidence behind every line, a search and a table."""

from kgraph.view.page import build_page, notebook_html, write_page

__all__ = ["build_page", "notebook_html", "write_page"]
