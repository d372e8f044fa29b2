"""Text files become paragraphs, verbatim."""

from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.text.plain import read_plain
from woozle.toolbox.text.runs import check_runs, cut

PIECES = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "\u00a0",
    "ferry",
    "Łódź",
    "🤬",
    "\0",
    "\u2028",
    "е́",
    "x" * 120,
    ".",
    "\ufeff",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["utf-8", "utf-16-be", "gb18030"]))
def test_every_character_leads_back(pieces: list[str], encoding: str) -> None:
    text = "".join(pieces)
    content = b"\xfe\xff" + text.encode(encoding)
    blocks = read_plain(text, encoding, 2)
    for block in blocks:
        assert check_runs(content, encoding, block.text, block.runs) == []
    seen = "".join("".join(block.text.split()) for block in blocks)
    assert seen == "".join(text.replace("\0", "").replace("\ufeff", "").split()) or "\ufeff" in text


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.data())
def test_a_cut_leads_back_too(text: str, data: st.DataObject) -> None:
    for block in read_plain(text, "utf-8", 0):
        start = data.draw(st.integers(0, len(block.text)))
        end = data.draw(st.integers(start, len(block.text)))
        runs = cut(block.runs, block.text, start, end, "utf-8")
        assert check_runs(text.encode(), "utf-8", block.text[start:end], runs) == []


def test_paragraphs() -> None:
    assert [b.text for b in read_plain("Head\r\n\r\n  one\r\n two\r\n \r\nthree", "utf-8", 0)] == [
        "Head",
        "one\r\n two",
        "three",
    ]


def test_long_lines_without_gaps_are_paragraphs() -> None:
    lines = ["The harbour office said " * 6, "Nobody was hurt " * 8]
    assert [b.text for b in read_plain("\n".join(lines), "utf-8", 0)] == [line.strip() for line in lines]
    assert len(read_plain("short\nlines\nof a poem", "utf-8", 0)) == 1
