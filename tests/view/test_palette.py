"""The colours of the lines: readable on their ground, and apart for whoever sees colours in another way."""

import itertools
import re

import pytest

from kgraph.resources import PACKAGE
from kgraph.view.wording import FAMILIES, OTHER_FAMILY

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def read_theme(selector: str) -> dict[str, str]:
    css = (PACKAGE / "view/styles/palette.css").read_text(encoding="utf-8")
    block = css.split(selector + " {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


THEMES = {"light": read_theme(":root"), "dark": read_theme(':root[data-theme="dark"]')}


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour: str) -> float:
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """Give CIELAB coordinates as the sight has them."""
    rgb = linear(colour)
    seen = [min(max(sum(m * c for m, c in zip(row, rgb, strict=True)), 0), 1) for row in SIGHTS[sight]]
    white = (0.95047, 1.0, 1.08883)
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * c for m, c in zip(row, seen, strict=True)) / w for row, w in zip(rows, white, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_families_stay_apart(theme, sight):
    families = [f for f in FAMILIES if f != OTHER_FAMILY]
    for one, other in itertools.combinations(families, 2):
        a, b = (lab(THEMES[theme][f"family-{family}"], sight) for family in (one, other))
        distance = sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5
        assert distance >= 15, (one, other, distance)


@pytest.mark.parametrize("theme", THEMES)
def test_everything_read_has_contrast(theme):
    colours = THEMES[theme]
    on_drawing = [name for name in colours if name.startswith("family-")]
    texts = itertools.product(("text", "muted", "accent"), ("ground", "panel"))
    for name, ground in [*texts, *((name, "ground") for name in on_drawing)]:
        assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    for mark in ("mark-subject", "mark-predicate", "mark-object"):
        assert contrast(colours["text"], colours[mark]) >= 4.5, mark


@pytest.mark.parametrize("theme", THEMES)
def test_outlines_of_points_and_controls_stand_out(theme):
    colours = THEMES[theme]
    outlines = [name for name in colours if name.endswith("-outline")]
    assert all(contrast(colours[name], colours["ground"]) >= 3 for name in [*outlines, "edge-of-control"])


def test_both_themes_have_the_same_colours():
    assert THEMES["light"].keys() == THEMES["dark"].keys()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["land", "sea"])
def test_the_map_can_be_read(theme, ground):
    colours = THEMES[theme]
    assert contrast(colours["text"], colours[ground]) >= 7
    lines = [name for name in colours if name.startswith("family-")]
    outlines = ["kind-State-outline", "kind-Territory-outline"]
    for name in [*lines, *outlines]:
        assert contrast(colours[name], colours[ground]) >= 3, (name, ground)
    assert contrast(colours["coast"], colours[ground]) >= 2.5
