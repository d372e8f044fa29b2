"""The layers of a report's text: they may overlap in any way, and the words stay as they are."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from woozle.model.records import Assertion
from woozle.report.marks import Layer, Paragraph, paragraphs

TEXT = "Gate nine was shut, the warden said on Monday.\n\nTwo men <waited> there."


def _layer(words: str, look: str, number: int = 0, hue: str = "", text: str = TEXT) -> Layer:
    start = text.index(words)
    return Layer(start, start + len(words), look, number, hue)


def _plain(lines: tuple[Paragraph, ...]) -> list[str]:
    bare = [re.sub(r"<sup>.*?</sup>", "", line.html) for line in lines]
    return [unescape(re.sub("<[^>]*>", "", line)) for line in bare]


def _show(layers: list[Layer], assertions: tuple[Assertion, ...] = ()) -> tuple[Paragraph, ...]:
    return paragraphs(TEXT, layers, assertions, "n-x")[0]


def test_lines_become_paragraphs_and_words_are_escaped() -> None:
    lines = _show([])
    assert _plain(lines) == TEXT.split("\n\n")
    assert "&lt;waited&gt;" in lines[1].html
    assert [TEXT[line.start : line.end] for line in lines] == _plain(lines)


def test_lines_that_wrap_at_a_margin_are_one_paragraph() -> None:
    wrapped = (
        "Gate nine was shut on Monday, the warden of the locks said, and it\nwould stay so until the water fell below "
        "the\nmark.\nTwo men waited there."
    )
    lines, _ = paragraphs(wrapped, [_layer("Monday", "tm", text=wrapped)], (), "n-x")
    assert [line.split("\n")[0][:12] for line in _plain(lines)] == ["Gate nine wa", "Two men wait"]
    assert [wrapped[line.start : line.end] for line in lines] == _plain(lines)


def test_an_attribution_is_numbered_where_it_ends_and_leads_to_its_note() -> None:
    (line, _) = _show([_layer("Gate nine was shut", "att", 3, "b")])
    node = html.fragment_fromstring(f"<p>{line.html}</p>")
    (span,) = node.xpath("./span")
    assert set(span.get("class").split()) == {"att", "b", "ao", "ac"}
    (link,) = span.xpath("./sup/a")
    assert (link.get("href"), link.text) == ("#n-x-3", "3")


def test_nested_attributions_take_the_colour_of_the_inner_one_and_number_both() -> None:
    outer, inner = (
        _layer("Gate nine was shut, the warden said", "att", 1, "a"),
        _layer("the warden said", "att", 2, "b"),
    )
    (line, _) = _show([outer, inner])
    pieces = html.fragment_fromstring(f"<p>{line.html}</p>").xpath("./span")
    assert [set("ab") & set(piece.get("class").split()) for piece in pieces] == [{"a"}, {"b"}]
    assert [link.text for link in pieces[1].xpath(".//a")] == ["1", "2"]


def test_a_layer_over_two_lines_marks_both() -> None:
    lines = _show([_layer("on Monday.\n\nTwo men", "tm")])
    assert ['class="tm"' in line.html for line in lines] == [True, True]


LAYERS = st.lists(
    st.builds(
        Layer,
        st.integers(0, len(TEXT)),
        st.integers(0, len(TEXT)),
        st.sampled_from(["att", "nm", "tm", "fg", "src", "cue"]),
        st.integers(1, 9),
        st.sampled_from("ab"),
    ).filter(lambda layer: layer.start < layer.end),
    max_size=8,
)


@given(LAYERS)
def test_any_layers_leave_the_words_as_they_are_and_every_element_closed(layers: list[Layer]) -> None:
    lines = _show(layers)
    assert _plain(lines) == TEXT.split("\n\n")
    for line in lines:
        assert line.html.count("<span") == line.html.count("</span>")
        html.fragment_fromstring(f"<p>{line.html}</p>")


@given(LAYERS)
def test_every_stretch_carries_the_looks_of_all_its_layers(layers: list[Layer]) -> None:
    found: list[set[str]] = []
    for line in _show(layers):
        bare = re.sub(r"<sup>.*?</sup>", "", line.html)
        for node in html.fragment_fromstring(f"<p>{bare}</p>").xpath("./text() | ./span"):
            looks = set() if isinstance(node, str) else set(node.get("class").split()) & {"att", "nm", "tm", "fg"}
            found += [looks] * len(node if isinstance(node, str) else node.text_content())
    places = [i for i in range(len(TEXT)) if TEXT[i] != "\n"]
    wanted = [{x.look for x in layers if x.start <= i < x.end} & {"att", "nm", "tm", "fg"} for i in places]
    assert found == wanted


def test_thousands_of_layers_in_one_line_are_no_trouble() -> None:
    text = "word " * 40_000
    layers = [Layer(5 * i, 5 * i + 4, "nm") for i in range(40_000)]
    (line,), _ = paragraphs(text, layers, (), "n-x")
    assert line.html.count('class="nm"') == 40_000
