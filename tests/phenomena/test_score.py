"""The scorer, on readings made by hand: what matches, what is right, and which errors are told apart."""

from dataclasses import replace

import pytest

from tests.phenomena import score
from tests.phenomena.matching import JUDGED, Words, is_meant
from tests.phenomena.passages import GoldCarrier, GoldRow, Passage
from tests.phenomena.readings import MadeReading, passage, reading, row, span
from tests.phenomena.score import HEADLINE, by_phenomenon, figures, misses, score_one

PLAIN = "The dam holds well, said Ilse Kort. No gate was open, Jan Rau told Reuters."
HOLDS = row(PLAIN, "The dam holds well", "Ilse Kort", "said", who="Ilse Kort")
GATE = row(PLAIN, "No gate was open", "Jan Rau", "told", who="Jan Rau", via=(("Reuters", "outlet"),))

CHAIN = "The Daily Kort reported that Jan Rau, citing a post by a commander, said the depot had been hit."
DAILY, RAU, POST = ("The Daily Kort", "outlet"), ("Jan Rau", "person"), ("a post", "post")
OUTER = row(CHAIN, "Jan Rau, citing a post by a commander, said the depot had been hit", "The Daily Kort", "reported")
MIDDLE = row(CHAIN, "the depot had been hit", "Jan Rau", "said", via=(DAILY,), parent=0)
INNER = row(CHAIN, "the depot had been hit", "a commander", "citing", via=(DAILY, RAU, POST), parent=1)


def told(gold: Passage, found: MadeReading) -> dict[str, tuple[int, int]]:
    """The figures of one passage, each as so many of so many."""
    return {name: (share.n, share.of) for name, share in figures([score_one(gold, found)]).items()}


def wrong(figure: dict[str, tuple[int, int]]) -> set[str]:
    """The fields that are not right in every matched row."""
    shares = {name: figure[f"{name} where matched, %"] for name in JUDGED}
    return {name for name, (n, of) in shares.items() if n != of}


def test_whoever_finds_every_row_in_any_order_has_all_right() -> None:
    scored = score_one(passage(PLAIN, HOLDS, GATE), reading(GATE, HOLDS))
    assert scored.is_right
    assert list(misses(scored)) == ["== 01-01 [1]", PLAIN]
    for name, share in figures([scored]).items():
        assert share.percent == (0 if name.startswith("alarm") or not share.of else 100)


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("mode", replace(GATE, mode="direct")),
        ("source", replace(GATE, source=HOLDS.source)),
        ("source", replace(GATE, source=None)),
        ("act", replace(GATE, act="deny")),
        ("stance", replace(GATE, stance="reported")),
        ("via", replace(GATE, via=())),
        ("via", replace(GATE, via=GATE.via * 2)),
        ("via", replace(GATE, via=(GoldCarrier(GATE.via[0].span, "post"),))),
        ("via", replace(GATE, via=(GoldCarrier(span(PLAIN, "Ilse Kort"), "outlet"),))),
    ],
)
def test_one_wrong_field_makes_the_row_wrong(field: str, found: GoldRow) -> None:
    figure = told(passage(PLAIN, HOLDS, GATE), reading(HOLDS, found))
    assert (figure[HEADLINE], figure["passages right, %"], figure["matched, %"]) == ((1, 2), (0, 1), (2, 2))
    assert wrong(figure) == {field}


@pytest.mark.parametrize(
    ("field", "found"), [("who", replace(GATE, who="Ilse Kort")), ("who", replace(GATE, who=None)), ("parent", None)]
)
def test_whom_it_means_and_where_it_hangs_count_apart(field: str, found: GoldRow | None) -> None:
    figure = told(passage(PLAIN, HOLDS, GATE), reading(HOLDS, found or replace(GATE, parent=0)))
    assert (figure[HEADLINE], figure["passages right, %"]) == ((2, 2), (1, 1))
    assert wrong(figure) == {field}


def test_an_extra_row_spoils_the_passage_and_no_row() -> None:
    extra = row(PLAIN, "Ilse Kort")
    figure = told(passage(PLAIN, HOLDS, GATE), reading(HOLDS, GATE, extra))
    assert (figure[HEADLINE], figure["passages right, %"]) == ((2, 2), (0, 1))
    assert (figure["relation, precision"], figure["relation, recall"]) == ((2, 3), (2, 2))
    assert figure["relation, F1"] == (4, 5)


def test_a_passage_without_rows_is_right_if_nothing_is_found() -> None:
    assert told(passage(PLAIN), reading())["passages right, %"] == (1, 1)
    assert told(passage(PLAIN), reading(HOLDS))["passages right, %"] == (0, 1)


def test_content_needs_half_of_its_words_and_no_mark_counts() -> None:
    gold = passage(PLAIN, HOLDS)
    assert told(gold, reading(replace(HOLDS, content=(span(PLAIN, "The dam holds well,"),))))[HEADLINE] == (1, 1)
    assert told(gold, reading(replace(HOLDS, content=(span(PLAIN, "The dam"),))))[HEADLINE] == (1, 1)
    assert told(gold, reading(replace(HOLDS, content=(span(PLAIN, "dam"),))))["matched, %"] == (0, 1)


def test_rows_match_one_to_one() -> None:
    figure = told(passage(PLAIN, HOLDS), reading(replace(HOLDS, content=(span(PLAIN, "dam holds well"),)), HOLDS))
    assert (figure["matched, %"], figure["relation, precision"]) == ((1, 1), (1, 2))


def test_rows_without_content_match_by_their_cue() -> None:
    text = "The firm declined to comment. The embassy did not reply."
    firm = row(text, (), "The firm", "declined to comment", act="decline")
    embassy = row(text, (), "The embassy", "did not reply", act="decline")
    gold = passage(text, firm, embassy)
    short = replace(firm, cue=span(text, "declined"))
    assert told(gold, reading(embassy, short))["passages right, %"] == (1, 1)
    filled = replace(firm, cue=span(text, "declined"), content=(span(text, "comment"),))
    figure = told(gold, reading(embassy, filled))
    assert (figure[HEADLINE], figure["relation, precision"]) == ((2, 2), (0, 1))
    assert told(gold, reading(embassy, filled, short))["matched, %"] == (2, 2)
    assert told(gold, reading(replace(firm, cue=None)))["matched, %"] == (0, 2)


def test_the_levels_of_a_chain_with_one_content_are_told_apart_by_their_source() -> None:
    figure = told(
        passage(CHAIN, OUTER, MIDDLE, INNER), reading(replace(INNER, parent=2), OUTER, replace(MIDDLE, parent=1))
    )
    assert figure["chain exact, %"] == (3, 3)
    assert figure["chain exact, nested or carried rows, %"] == (2, 2)
    assert figure["passages right, %"] == (1, 1)


def test_a_chain_is_exact_only_with_its_parent() -> None:
    figure = told(passage(CHAIN, OUTER, MIDDLE, INNER), reading(OUTER, MIDDLE, replace(INNER, parent=0)))
    assert figure["chain exact, nested or carried rows, %"] == (1, 2)
    assert figure[HEADLINE] == (3, 3)
    figure = told(passage(CHAIN, OUTER, MIDDLE, INNER), reading(replace(MIDDLE, parent=None), replace(INNER, parent=0)))
    assert figure["chain exact, nested or carried rows, %"] == (1, 2)


def test_misleading_errors_count_among_the_rows_that_can_suffer_them() -> None:
    gold = [
        replace(GATE, act="deny", stance="doubted"),
        replace(HOLDS, source=None, who=None, stance="reported"),
    ]
    carrier = replace(GATE, source=GATE.via[0].span, via=(), stance="reported")
    figure = told(passage(PLAIN, *gold), reading(carrier, HOLDS))
    assert figure["alarm, carrier taken for the source, %"] == (1, 1)
    assert figure["alarm, denial taken for an assertion, %"] == (1, 1)
    assert figure["alarm, hedge lost, %"] == (1, 2)
    assert figure["alarm, source filled in, %"] == (1, 1)
    assert not [name for name, (n, _) in told(passage(PLAIN, *gold), reading(*gold)).items() if "alarm" in name and n]


NICK = 'He said the ship "Aurora" met a man called "Shorty". "Go home," he added.'


@pytest.mark.parametrize(
    ("found", "n"),
    [
        (row(NICK, '"Aurora"', mode="direct"), 1),
        (row(NICK, "Shorty", mode="indirect"), 1),
        (row(NICK, 'the ship "Aurora" met a man', "He", mode="mixed"), 1),
        (row(NICK, 'the ship "Aurora" met a man', "He", mode="indirect"), 0),
        (row(NICK, 'the ship "Aurora" met a man called "Shorty"', "He", mode="mixed"), 0),
        (row(NICK, '"Go home,"', "he", mode="direct"), 0),
    ],
)
def test_marks_that_quote_nobody_are_taken_for_speech(found: GoldRow, n: int) -> None:
    figure = told(passage(NICK, quotes_nobody=('"Aurora"', '"Shorty"')), reading(found))
    assert figure["alarm, marks that quote nobody taken for speech, %"] == (n, 2)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('a "b c" d "e" f', "b c e"),
        ("a “b ‘c’ d” e ‘f’ g’s h", "b c d f"),
        ("the guards' a 'b c' didn't d", "b c"),
        ("«a» b «c» „d“ e »f« ‹g› h", "a c d f g"),
        ('a "b c\n\nd "e" f', "b c e"),
    ],
)
def test_every_kind_of_marks_quotes(text: str, quoted: str) -> None:
    words = Words(text)
    assert [words.texts[at] for at in sorted(words.quoted)] == quoted.split()


@pytest.mark.parametrize(
    ("gold", "found", "others", "is_right"),
    [
        ("Ilse Kort", "Ilse Kort", (), True),
        ("Ilse Kort", "Kort", (), True),
        ("the Daily Kort", "Daily Kort", (), True),
        ("Ilse Kort", "Jan Kort", ("Ilse Kort",), False),
        ("Ilse Kort", "Ilse", (), False),
        ("Ilse Kort", None, ("Ilse Kort",), False),
        (None, "Ilse Kort", (), False),
        (None, None, ("Ilse Kort",), True),
    ],
)
def test_who_is_meant(gold: str | None, found: str | None, others: tuple[str, ...], is_right: bool) -> None:
    left, right = (frozenset({name} if name else ()) for name in (gold, found))
    assert is_meant(left, right, [right, *(frozenset({name}) for name in others)]) == is_right


def test_an_entry_counts_the_passages_that_touch_it() -> None:
    good = score_one(passage(PLAIN, HOLDS, phenomena=(4, 7)), reading(HOLDS))
    bad = score_one(passage(PLAIN, HOLDS, GATE, phenomena=(7,)), reading(HOLDS))
    table = by_phenomenon([good, bad])
    assert [table[7][name].percent for name in table[7]] == [50, pytest.approx(200 / 3), pytest.approx(200 / 3)]
    assert (table[4]["passages right"].n, table[4]["passages right"].of, table[1]["passages right"].of) == (1, 1, 0)


def test_misses_are_told_with_what_is_wrong() -> None:
    found = [replace(GATE, act="deny"), row(PLAIN, "Ilse Kort", mode="mixed")]
    lines = list(misses(score_one(passage(PLAIN, HOLDS, GATE), reading(*found))))[2:]
    assert lines == [
        "  missed 1 [Ilse Kort] <said> The dam holds well · indirect assert plain · who Ilse Kort",
        "  wrong  2 [Jan Rau] <told> No gate was open · indirect assert plain · via Reuters (outlet) · who Jan Rau",
        "     found [Jan Rau] <told> No gate was open · indirect deny plain · via Reuters (outlet) · who Jan Rau (act)",
        "  extra    [–] <–> Ilse Kort · mixed assert plain",
    ]


@pytest.fixture
def two_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """One passage that nobody reads aright in each part."""
    never = row(PLAIN, "told Reuters", "The dam", "well", act="ask")
    dev = replace(passage(PLAIN, never, phenomena=(1, 7)), id="01-01")
    test = replace(dev, part="test", id="01-02")
    monkeypatch.setattr(score, "load", lambda: (dev, test))


@pytest.mark.usefixtures("two_parts")
def test_the_dev_part_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    score.main(["dev", "--show", "3", "--phenomenon", "7"])
    shown = capsys.readouterr().out
    assert shown.startswith("dev: 1 passages, 1 rows\nrows right, %")
    assert "== 01-01 [1, 7]" in shown
    assert "01-02" not in shown
    score.main(["dev", "--phenomenon", "8"])
    assert capsys.readouterr().out.startswith("dev: 0 passages, 0 rows\n")


@pytest.mark.usefixtures("two_parts")
def test_of_the_test_part_only_totals_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    score.main(["test"])
    shown = capsys.readouterr().out
    assert shown.startswith("test: 1 passages, 1 rows\nrows right, %")
    assert "dam" not in shown
    assert "entry" not in shown
    score.main(["test", "--table"])
    assert "entry" in capsys.readouterr().out
    for more in (["--show", "1"], ["--phenomenon", "7"]):
        with pytest.raises(SystemExit, match="2"):
            score.main(["test", *more])
        assert "never looked at" in capsys.readouterr().err
