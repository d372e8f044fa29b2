"""The passages are enough, true to their form, and score in full against themselves; mistakes in them are told."""

from collections import Counter
from pathlib import Path

import pytest

from tests.phenomena.passages import N_PHENOMENA, BadPassages, Passage, load, places
from tests.phenomena.readings import reading
from tests.phenomena.score import score_one

LEAST_PASSAGES = 400
LEAST_PER_PHENOMENON = 6

TEXT = "The dam holds, she said. It must hold, he said, though the mayor doubts it."
GOOD = (
    '{content = ["The dam holds"], cue = "said@1", source = "she", mode = "indirect", act = "assert", stance = "plain"}'
)


@pytest.fixture(scope="module")
def every() -> tuple[Passage, ...]:
    return load()


def test_there_are_enough_passages(every: tuple[Passage, ...]) -> None:
    assert len(every) >= LEAST_PASSAGES


def test_every_phenomenon_has_several_passages(every: tuple[Passage, ...]) -> None:
    counts = {n: sum(n in each.phenomena for each in every) for n in range(1, N_PHENOMENA + 1)}
    assert {number: count for number, count in counts.items() if count < LEAST_PER_PHENOMENON} == {}


def test_every_phenomenon_is_in_both_scored_parts(every: tuple[Passage, ...]) -> None:
    found = {(part, n) for part in ("dev", "test") for n in range(1, N_PHENOMENA + 1)}
    assert found - {(each.part, n) for each in every for n in each.phenomena} == set()


def test_about_a_third_is_kept_for_testing(every: tuple[Passage, ...]) -> None:
    parts = Counter(each.part for each in every)
    assert 0.3 <= parts["test"] / (parts["dev"] + parts["test"]) <= 0.4


def test_no_text_stands_twice(every: tuple[Passage, ...]) -> None:
    texts = [" ".join(each.text.split()) for each in every]
    assert sorted({text for text in texts if texts.count(text) > 1}) == []


def test_spans_are_the_words_they_say(every: tuple[Passage, ...]) -> None:
    for each in every:
        spans = [*each.quotes_nobody]
        for row in each.rows:
            spans += [*row.content, *(span for span in (row.cue, row.source) if span), *(way.span for way in row.via)]
        assert all(each.text[span.start : span.end] == span.text for span in spans)


def test_whoever_finds_every_row_scores_in_full(every: tuple[Passage, ...]) -> None:
    """A row that its own copy does not match could not be found: two alike, or marks that quote and quote not."""
    odd = []
    for each in every:
        scored = score_one(each, reading(*each.rows))
        is_whole = all(all(row.right.values()) and row.right for row in scored.judged)
        if not (scored.is_right and is_whole and scored.n_taken == 0):
            odd.append(each.id)
    assert odd == []


def written(folder: Path, rows: str = GOOD, *, name: str = "dev/07-aside.toml", more: str = "") -> Path:
    """A folder with one file of one passage."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    identity = "" if more.startswith("id =") else 'id = "07-01"\n'
    numbers = "" if "phenomena =" in more else "phenomena = [7]\n"
    path.write_text(f'[[passage]]\n{identity}{numbers}text = """\n{TEXT}"""\n{more}\nrows = [{rows}]\n', "utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    with pytest.raises(BadPassages) as caught:
        load(folder)
    return str(caught.value).splitlines()


def test_a_passage_is_read_with_its_spans(tmp_path: Path) -> None:
    inner = (
        '{content = ["It must", "though"], source = "he", who = "mayor", via = [["she", "person"]], parent = 1,'
        ' mode = "mixed", act = "deny", stance = "doubted"}'
    )
    (only,) = load(written(tmp_path, f"{GOOD}, {inner}", more='outlet = "The Kort Gazette"\nquotes_nobody = ["dam"]'))
    assert (only.id, only.part, only.phenomena, only.outlet) == ("07-01", "dev", (7,), "The Kort Gazette")
    assert only.text == TEXT
    assert [span.text for span in only.quotes_nobody] == ["dam"]
    outer, nested = only.rows
    assert outer.cue is not None
    assert outer.source is not None
    assert (outer.cue.start, outer.cue.end, outer.source.start) == (19, 23, 15)
    assert (outer.who, outer.via, outer.parent) == (None, (), None)
    assert [(span.start, span.end) for span in nested.content] == [(25, 32), (48, 54)]
    assert nested.source is not None
    assert nested.source.start == TEXT.index(", he") + 2
    assert [(way.span.text, way.kind) for way in nested.via] == [("she", "person")]
    assert (nested.who, nested.parent, nested.cue) == ("mayor", 0, None)


def test_words_are_found_whole() -> None:
    assert places(TEXT, "he") == [(39, 41)]
    assert places("It’s “its”, it said: it.", "it") == [(12, 14), (21, 23)]
    assert places("“Go,” he said. “Go,” he said.", "“Go,”") == [(0, 5), (15, 20)]


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ('source = "he dam"', "source 'he dam' does not stand in the text"),
        ('source = "They"', "source 'They' does not stand in the text"),
        ('source = ""', "source must be words of the text, not ''"),
        ('cue = "said"', "cue 'said' stands there 2 times: say which, such as 'said@1'"),
        ('cue = "said@3"', "cue 'said@3' asks for time 3, but the words stand there 2 times"),
        ('who = "Ilse Kort"', "who 'Ilse Kort' does not stand in the text"),
        ('mode = "spoken"', "mode must be one of direct, indirect, mixed, not 'spoken'"),
        ('act = "say"', "act must be one of assert, deny, direct, intend, ask, decline, believe, not 'say'"),
        ('stance = "sure"', "stance must be one of plain, reported, unverified, rumoured, doubted, not 'sure'"),
        ('via = [["mayor", "man"]]', "via must list [words, kind], kind one of"),
        ('via = "mayor"', "via must list [words, kind], kind one of"),
        ('via = [["major", "person"]]', "via 'major' does not stand in the text"),
        ('content = "The dam"', "content must be a list of words of the text, not 'The dam'"),
        (
            'content = ["though", "The dam"]',
            "content is not in text order, or its pieces overlap: ['though', 'The dam']",
        ),
        ('content = ["The dam", "dam holds"]', "content is not in text order, or its pieces overlap"),
        ('content = [",@1"]', "content ',' holds no word"),
        ("parent = 2", "parent 2 is no row of the passage: they count from 1 to 1"),
        ('parent = "1"', "parent '1' is no row of the passage"),
        ("parent = 1", "it is its own parent"),
        ('colour = "red"', "there is no field 'colour'"),
    ],
)
def test_what_is_wrong_in_a_row_is_told(tmp_path: Path, field: str, message: str) -> None:
    name = field.split(" = ", maxsplit=1)[0]
    kept = [
        ("content", '["The dam holds"]'),
        ("cue", '"said@1"'),
        ("mode", '"indirect"'),
        ("act", '"assert"'),
        ("stance", '"plain"'),
    ]
    rows = ", ".join([f"{each} = {value}" for each, value in kept if each != name] + [field])
    (fault,) = faults(written(tmp_path, f"{{{rows}}}"))
    assert fault.startswith(f"dev/07-aside.toml: passage 07-01, row 1: {message}")


def test_parents_in_a_circle_are_told(tmp_path: Path) -> None:
    rows = ", ".join(GOOD.replace("}", f", parent = {number}}}") for number in (2, 3, 2))
    found = faults(written(tmp_path, rows))
    assert [fault.split(": ")[-1] for fault in found] == [
        "its parents run in a circle through row 2",
        "it is its own parent",
        "it is its own parent",
    ]


def test_a_row_that_nothing_could_match_is_told(tmp_path: Path) -> None:
    (fault,) = faults(written(tmp_path, '{content = [], mode = "indirect", act = "decline", stance = "plain"}'))
    assert "a row without content needs a cue" in fault


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('id = "08-01"', "passage 08-01: its id must be 07- and a number of two digits"),
        ("phenomena = [7, 43]", "phenomena must be different numbers from 1 to 42, not [7, 43]"),
        ("phenomena = [7, 7]", "phenomena must be different numbers from 1 to 42, not [7, 7]"),
        ("phenomena = []", "phenomena must be different numbers from 1 to 42, not []"),
        ("phenomena = [8, 7]", "phenomena begin with 8, but the file is for 7"),
        ('outlet = ""', "outlet must hold words, not ''"),
        ('quotes_nobody = ["ship"]', "quotes_nobody 'ship' does not stand in the text"),
        ('note = "see above"', "there is no field 'note'"),
    ],
)
def test_what_is_wrong_in_a_passage_is_told(tmp_path: Path, more: str, message: str) -> None:
    (fault,) = faults(written(tmp_path, more=more))
    assert fault.startswith("dev/07-aside.toml: ")
    assert message in fault


def test_a_missing_field_is_told(tmp_path: Path) -> None:
    path = tmp_path / "test" / "01-plain.toml"
    path.parent.mkdir()
    path.write_text('[[passage]]\nid = "01-01"\nphenomena = [1]\n', "utf-8")
    assert faults(tmp_path) == [
        "test/01-plain.toml: passage 01-01: the field 'text' is missing",
        "test/01-plain.toml: passage 01-01: the field 'rows' is missing",
    ]


@pytest.mark.parametrize("rows", ["3", '["one"]', '"none"'])
def test_rows_that_are_no_tables_are_told(tmp_path: Path, rows: str) -> None:
    path = written(tmp_path) / "dev" / "07-aside.toml"
    path.write_text(path.read_text("utf-8").split("rows =")[0] + f"rows = {rows}\n", "utf-8")
    (fault,) = faults(tmp_path)
    assert "passage 07-01: rows must be a list of tables" in fault


def test_an_id_is_unique_over_all_parts(tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, name="test/07-aside.toml")
    assert faults(tmp_path) == [
        "test/07-aside.toml: passage 07-01: the id is taken by dev/07-aside.toml: passage 07-01"
    ]


@pytest.mark.parametrize("name", ["other/07-aside.toml", "07-aside.toml", "dev/more/07-aside.toml"])
def test_a_file_that_no_part_would_read_is_told(tmp_path: Path, name: str) -> None:
    assert faults(written(tmp_path, name=name)) == [f"{name}: a file lies in dev or practice or test"]


@pytest.mark.parametrize("name", ["dev/aside.toml", "dev/43-more.toml"])
def test_a_file_is_called_after_its_entry(tmp_path: Path, name: str) -> None:
    assert faults(written(tmp_path, name=name)) == [f"{name}: a file is called NN-name.toml, NN from 01 to 42"]


def test_a_file_that_is_no_toml_does_not_hide_the_mistakes_of_others(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("she", "They"), name="dev/07-aside.toml")
    (tmp_path / "dev" / "08-bare.toml").write_text("[[passage]\n", "utf-8")
    (tmp_path / "dev" / "09-empty.toml").write_text("title = 3\n", "utf-8")
    assert [fault.split(":")[0] for fault in faults(tmp_path)] == [
        "dev/07-aside.toml",
        "dev/08-bare.toml",
        "dev/09-empty.toml",
    ]
