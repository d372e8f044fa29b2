"""Forms of one kind side by side: frames without a verb, denials, refusals, papers, disclaimers, shared figures."""

import pytest

from tests.stages.attribute.test_reading import read, said
from woozle import Reader
from woozle.model.records import Mention
from woozle.model.values import Span
from woozle.stages.attribute.view import make_view


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader with the trained engine."""
    return Reader()


def _told(text: str) -> list[tuple[str | None, str, str]]:
    return [(row.source.text if row.source else None, row.act, row.stance) for row in read(text)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Amnesty", "At least 40 prisoners have died since March (source: Amnesty)."),
        ("Dr Amin", "Dr Amin's verdict: the bones are two thousand years old."),
        ("The tax office", "The tax office's position is that the money was income."),
        ("the defence", "On the defence's version, she was asleep at the time."),
        ("the coroner", "To the coroner's mind, the fall was no accident."),
        ("the company", "Despite assurances from the company that the water is safe, people buy bottles."),
        ("The union", "The union issued a warning that pay would stop."),
        ("the army", "Reports by the army of heavy losses came in."),
        ("Survivors", "Survivors told the same story. The ship listed at midnight. The boats would not come down."),
        ("The autopsy report", "The autopsy report clarified that he had drowned."),
        ("The union", "The union made three points:\n\n• Pay has fallen by a fifth.\n• Two men died last year."),
    ],
)
def test_whoever_says_so_without_saying_it(source: str, text: str) -> None:
    assert _told(text) == [(source, "assert", "plain")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("the spokesman", "“That is simply not true,” the spokesman said."),
        ("the army", "There was no truth in the reports of a mutiny, the army said."),
        ("Police", "Police ruled out foul play."),
    ],
)
def test_denials(source: str, text: str) -> None:
    assert _told(text) == [(source, "deny", "plain")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("the owner", "Attempts to reach the owner were unsuccessful."),
        ("Mr Abe", "Mr Abe waved away a question about his health."),
        ("The palace", "The palace was silent on the matter."),
        ("No one at the mill", "No one at the mill was available for comment."),
        ("The minister", "The minister dodged questions about the audit."),
    ],
)
def test_refusals(source: str, text: str) -> None:
    assert _told(text) == [(source, "decline", "plain")]


@pytest.mark.parametrize(
    "disclaimer",
    [
        "This newspaper was unable to confirm the report.",
        "It was not possible to establish whether that was so.",
        "Neither side's account could be tested.",
        "It gave no proof.",
    ],
)
def test_disclaimers(disclaimer: str) -> None:
    assert ("The militia", "assert", "unverified") in _told(f"The militia said it had taken the hill. {disclaimer}")


def test_who_is_to_be_believed_keeps_at_a_distance() -> None:
    assert _told("If the army is to be believed, not one shot was fired.") == [("the army", "assert", "reported")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The union said 9,000 had marched, the police 3,000.",
            [("The union", "9,000 had marched"), ("the police", "3,000")],
        ),
        (
            "Between 20 (the army) and 60 people (the guild) were held.",
            [("the army", "20 … were held"), ("the guild", "60 people … were held")],
        ),
        (
            "Three hundred fans – 120 according to the stewards – ran onto the pitch.",
            [("the stewards", "120 … ran onto the pitch")],
        ),
    ],
)
def test_each_figure_has_its_own_source(text: str, rows: list[tuple[str, str]]) -> None:
    found = [(row.source.text, " … ".join(span.text for span in row.content)) for row in read(text) if row.source]
    assert sorted(found) == sorted(rows)


def test_the_clause_of_a_report_ends_before_the_next_verb() -> None:
    (row,) = read("Reports that the governor had fled came in at noon.")
    assert [span.text for span in row.content] == ["that the governor had fled"]
    assert row.stance == "reported"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("“We lost.” ― Ada Finn “We won.” ― Nils Orr", [("Ada Finn", "“We lost.”"), ("Nils Orr", "“We won.”")]),
        ("“A scandal” — Ida Roth, Daily Post", [("Ida Roth, Daily Post", "“A scandal”")]),
        (
            "The mayor's statement in full:\n\n“I did not know of the loan.”",
            [("The mayor", "“I did not know of the loan.”")],
        ),
        ("Statement by the guild, 4 May:\n\nThe dam is safe.", [("the guild", "The dam is safe")]),
        (
            "Dear Ms Finn,\n\nYour contract ends on 1 May.\n\nYours sincerely,\nPeter Orr\nHarbour Office",
            [("Peter Orr", "Your contract ends on 1 May")],
        ),
        ("Q. Were you below?\n\nA. With the pumps.", [("Q.", "Were you below"), ("A.", "With the pumps")]),
        ("There were shouts of “Shame!” from the gallery.", [("the gallery", "“Shame!”")]),
        (
            "The logbook has the tanker changing course at three.",
            [("The logbook", "the tanker changing course at three")],
        ),
        ("The minutes record no dissent.", [("The minutes", "no dissent")]),
        ("As the keeper remembers it, the lamp was lit.", [("the keeper", "the lamp was lit")]),
        ("To hear the ferrymen tell it, the river has a will.", [("the ferrymen", "the river has a will")]),
        (
            "Having called the leak minor, the plant now says the river is dead.",
            [("the plant", "the leak minor"), ("the plant", "the river is dead")],
        ),
        ("To make some news, Kort said: “It is over.”", [("Kort", "“It is over.”")]),
    ],
)
def test_what_a_page_signs_and_what_papers_hold(text: str, rows: list[tuple[str, str]]) -> None:
    found = [(row.source.text, " … ".join(span.text for span in row.content)) for row in read(text) if row.source]
    assert sorted(found) == sorted(rows)


def test_a_name_that_is_spelt_like_a_month_is_a_name() -> None:
    name = Mention("m", "d", Span(0, 11, "Theresa May"), "person", None)
    assert make_view("Theresa May may go in May.", [], [name]).lows[:5] == ("theresa", "mayx", "may", "go", "in")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("“A farce,” was how Senator Boyle summed it up.", [("Senator Boyle", "assert")]),
        ("The trust warned visitors against improvised ways in.", [("The trust", "direct")]),
        ("An email to the festival got no reply.", [("the festival", "decline")]),
        ("Measles here to stay, warn doctors", [("doctors", "assert")]),
        ("The families' suggestion that one be held abroad was met with silence.", [("The families", "direct")]),
        ("Both pilots put it down to the galley.", [("Both pilots", "assert")]),
        ("The storm claimed the lives of nine people.", []),
        ("Three people said a deal was near, asking not to be identified.", [("Three people", "assert")]),
        (
            "For Ada Finn, who has swum the strait, this was the coldest crossing yet.",
            [("Ada Finn, who has swum the strait", "assert")],
        ),
        (
            "Curator Ada Finn took the jury through the night. The alarm had been off. A window stood open.",
            [("Curator Ada Finn", "assert")],
        ),
        ("“The hall is full,” Ada Finn said, with her back to the sun.", [("Ada Finn", "assert")]),
    ],
)
def test_forms_that_passages_for_practice_showed(text: str, rows: list[tuple[str, str]]) -> None:
    assert [(row.source.text if row.source else None, row.act) for row in read(text)] == rows


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The guild is determined to rebuild the mill.", [("The guild", "intend", "to rebuild the mill")]),
        (
            "Prosecutors are investigating whether Kort took bribes.",
            [("Prosecutors", "ask", "whether Kort took bribes")],
        ),
        ("The ministry dismissed reports of a coup.", [("The ministry", "deny", "reports of a coup")]),
        ("Kort denies wrongdoing.", [("Kort", "deny", "wrongdoing")]),
        ("Residents reported explosions.", [("Residents", "assert", "explosions")]),
        ("Explosions were reported in the harbour.", [(None, "assert", "Explosions … in the harbour")]),
        ("Kort has been charged with arson.", [(None, "assert", "Kort … with arson")]),
        ("The Herald can reveal that the gate failed.", [("The Herald", "assert", "the gate failed")]),
        ("The inquest heard that the gate was open.", [("The inquest", "assert", "the gate was open")]),
        (
            "The weir failed because of rot, an inquiry has found.",
            [("an inquiry", "assert", "The weir failed because of rot")],
        ),
        (
            "The guard reported nearly 100 leaks, and you only need to look.",
            [("The guard", "assert", "nearly 100 leaks")],
        ),
        ("Both sides accuse each other of arson.", [("Both sides", "assert", "each other of arson")]),
        (
            "Police initially said five had died before revising the figure to four.",
            [("Police", "assert", "five had died"), ("Police", "assert", "the figure to four")],
        ),
        (
            "Video posted on the web shows soldiers leaving the town.",
            [("Video posted on the web", "assert", "soldiers leaving the town")],
        ),
        ("The engineer called the beams “rotten” in an email.", [("The engineer", "assert", "the beams “rotten")]),
        ("A man who answered the phone said he was away.", [("A man who answered the phone", "assert", "he was away")]),
    ],
)
def test_turns_of_news_writers(reader: Reader, text: str, told: list[tuple[str | None, str, str]]) -> None:
    rows = reader.read(text).attributions
    assert [(row.source.text if row.source else None, row.act, said(row)) for row in rows] == told


@pytest.mark.parametrize(
    "text",
    [
        "He is now showing his face, especially since the rain has stopped.",
        "She showed the letters to the clerk and showed courage.",
        "The guards’ attack on the mill proved that the road was open.",
    ],
)
def test_deeds_say_nothing(reader: Reader, text: str) -> None:
    assert list(reader.read(text).attributions) == []
