"""Contrast of every colour pair in use, computed from the tokens of the style sheet (WCAG 2.2, level AA)."""

import re
from importlib.resources import files
from itertools import accumulate

import pytest

CSS = files("woozle.report").joinpath("assets", "woozle.css").read_text("utf-8")
TEXT, LINE = 4.5, 3.0

Colour = tuple[float, float, float]


def _tokens(block: str) -> dict[str, Colour]:
    found = re.findall(r"--([\w-]+):\s*#([0-9a-f]{6}|[0-9a-f]{3})\b", block)
    return {name: _colour(value) for name, value in found}


def _colour(value: str) -> Colour:
    full = value if len(value) == 6 else "".join(sign * 2 for sign in value)
    red, green, blue = (int(full[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _block(start: str) -> str:
    """What stands between the braces that follow `start`."""
    at = CSS.index("{", CSS.index(start))
    depths = accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in CSS[at:])
    return CSS[at : at + next(i for i, depth in enumerate(depths) if depth == 0)]


LIGHT = _tokens(_block(":root"))
SCHEMES = {
    "light": LIGHT,
    "dark": LIGHT | _tokens(_block("@media (prefers-color-scheme: dark)")),
    "print": LIGHT | _tokens(_block("@media print")),
}


def _luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _tint(hue: Colour, ground: Colour, share: float) -> Colour:
    red, green, blue = (share * a + (1 - share) * b for a, b in zip(hue, ground, strict=True))
    return red, green, blue


def test_black_on_white_is_the_known_ratio() -> None:
    assert round(contrast((0, 0, 0), (1, 1, 1)), 2) == 21
    assert round(contrast(_colour("777777"), _colour("fff")), 2) == 4.48


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_text_can_be_read(name: str) -> None:
    colours = SCHEMES[name]
    pairs = [(text, ground) for text in ("ink", "ink-2", "ink-3", *"abcde") for ground in ("paper", "wash")]
    pairs += [("paper", hue) for hue in "abcde"] + [("ink", "mark"), ("ink-2", "mark")]
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: round(found, 2) for pair, found in weak.items() if found < TEXT} == {}


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_text_can_be_read_on_the_tint_of_every_voice(name: str) -> None:
    colours = SCHEMES[name]
    shares = {int(share) / 100 for share in re.findall(r"color-mix\(in srgb, var\(--[a-z]\) (\d+)%", CSS)}
    assert shares
    for share in shares:
        for hue in "abcde":
            ground = _tint(colours[hue], colours["paper"], share)
            assert contrast(colours["ink"], ground) >= TEXT, (share, hue)
            assert contrast(colours["ink-3"], ground) >= TEXT, (share, hue)


@pytest.mark.parametrize("name", sorted(SCHEMES))
def test_lines_and_edges_of_controls_can_be_seen(name: str) -> None:
    colours = SCHEMES[name]
    for line in ("edge", "strand"):
        assert contrast(colours[line], colours["paper"]) >= LINE, line


def test_every_colour_is_a_token() -> None:
    """A colour outside the tokens would be the same by day, by night and on paper."""
    loose = re.sub(r"--[\w-]+:\s*#[0-9a-f]{3,6}", "", CSS)
    assert re.findall(r"#[0-9a-f]{3,8}\b(?!within)|\brgba?\(|\bhsla?\(", loose) == []


def test_every_token_in_use_is_defined() -> None:
    used = set(re.findall(r"var\(--([\w-]+)", CSS))
    assert used - set(re.findall(r"--([\w-]+):", CSS)) == set()
