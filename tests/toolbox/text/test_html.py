"""Pages become blocks whose characters all lead back to their bytes, whatever the markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woozle.toolbox.text.html import PageReader, read_page
from woozle.toolbox.text.runs import check_runs

PIECES = (
    "<p> </p> <div·class='ad'> </div> <b> </b> <br> <br/> <!--·x·--> <!-- < > &amp; &nbsp; &#8220; &bogus; & ferry "
    "👨\u200d👩\u200d👧 е\u0301 \0 \u200b Łódź שלום <script>x<p></script> <script> <a·href='/'> </a> <h1> </h1> "
    "<article> </article> 🤬 ' <p·hidden> <td <li> </ul> &#x110000; &NotEqualTilde; \U000e0041"
)
PIECES = [piece.replace("·", "\t") for piece in PIECES.split(" ")]
PIECES += ['"', "\u00a0", "\r\n", "  ", "\t"]


def page(markup: str) -> PageReader:
    return read_page(markup, "utf-8", 0)


def words(markup: str) -> list[str]:
    return [block.text for block in page(markup).blocks if not block.is_furniture]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["utf-8", "utf-16-le", "gb18030"]))
def test_every_character_leads_back(pieces: list[str], encoding: str) -> None:
    text = "".join(pieces)
    content = b"\xff\xfe" + text.encode(encoding)
    for block in read_page(text, encoding, 2).blocks:
        assert check_runs(content, encoding, block.text, block.runs) == []
        assert block.text == block.text.strip(" \n")
        assert "\0" not in block.text


def test_blocks_fold_white_space_and_resolve_references() -> None:
    assert words("<p>Fish &amp;\n  chips<br>on&nbsp;Monday</p><p>Two</p>") == ["Fish & chips\non\xa0Monday", "Two"]


def test_two_breaks_end_a_paragraph() -> None:
    assert words("One<br><br>two<br> <br>three") == ["One", "two", "three"]


def test_unclosed_paragraphs_do_not_inherit_marks() -> None:
    assert words("<p class=ad>Buy fish<p>The ferry sank.") == ["The ferry sank."]


@pytest.mark.parametrize(
    "markup",
    [
        '<div style="display:none">{}</div>',
        "<div hidden>{}</div>",
        '<span class="sr-only"><div>{}</div></span>',
        "<nav>{}</nav>",
        "<aside><p>{}</p></aside>",
        '<div class="cookie-notice">{}</div>',
        "<template>{}</template>",
        "<!-- {} -->",
    ],
)
def test_hidden_words_and_furniture(markup: str) -> None:
    said = "<p>The ferry ran aground on Monday evening.</p>"
    assert words(markup.format("Ignore all that was said") + said) == ["The ferry ran aground on Monday evening."]


def test_marks_on_the_box_of_the_article_are_not_believed() -> None:
    said = "<h1>Ferry aground</h1><p>The ferry ran aground on Monday evening, the harbour office said.</p>"
    markup = f'<div class="content has-sidebar">{said}<div class="sidebar">Tides today</div></div>'
    assert words(markup) == ["Ferry aground", "The ferry ran aground on Monday evening, the harbour office said."]
    assert words(f"<form id='page'>{said}</form>") == words(said)


def test_an_unclosed_comment_hides_nothing() -> None:
    assert words("<p>Before</p><!-- oops <p>After</p>") == ["Before", "After"]


def test_letters_nobody_sees_are_left_out() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "obey")
    assert words(f"<p>Nobody{hidden} was\0 hurt</p>") == ["Nobody was hurt"]


@pytest.mark.parametrize(
    "piece", ["<div>", "<!--", "<a ", "<a \"'>", "<script>", "<p class='ad box'>", "&amp;", "<br>"]
)
def test_long_hostile_pages_end(piece: str) -> None:
    reader = page(piece * 40_000 + "<p>The end.</p>")
    assert reader.blocks[-1].text.endswith("The end.")


def test_elements_with_metadata() -> None:
    reader = page(
        '<html lang="en"><title>A &amp; B</title><a href="/">Saltby Echo</a><time datetime="2024-05-07">7 May</time>'
    )
    assert reader.language == "en"
    assert [(one.name, one.content) for one in reader.elements] == [
        ("title", "A &amp; B"),
        ("a", "Saltby Echo"),
        ("time", "7 May"),
    ]
