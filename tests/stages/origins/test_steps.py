"""How many really know: copies, credits and hearsay add no voice, witnesses do, and the unproven widens the range."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.piles import Concluded, Pile, Report, conclude
from woozle.model.records import Origin
from woozle.model.values import Range
from woozle.stages.origins.affiliation import Speaks, mouthpiece
from woozle.stages.origins.weighing import refutes

BRIDGE = "the bridge at Karsk was blown up by its own guards"


def say(pile: Pile, outlet: str, day: str, before: str = "", **how: object) -> Report:
    """A report in which Ina Holm says what happened to the bridge."""
    text = f"{before}Ina Holm said that {BRIDGE}."
    return pile.report(outlet, day, text).quotes(BRIDGE, "Ina Holm", name="Ina Holm", **how)


def voices(made: Concluded, words: str = "the bridge at Karsk") -> Range:
    return made.claim_of(words).voices


def certain(made: Concluded, words: str = "the bridge at Karsk") -> list[tuple[str, str | None]]:
    return sorted((row.certainty, row.voice.name) for row in made.origins_of(made.claim_of(words)))


def recycled() -> Pile:
    """One interview, a copy of it, a report that credits it, and one that has the same voice a week later."""
    pile = Pile()
    first = say(pile, "Karsk Echo", "2024-06-03")
    pile.copied(say(pile, "Morning Sheet", "2024-06-04", "News. "), first, f"Ina Holm said that {BRIDGE}")
    text = f"The Karsk Echo reports that {BRIDGE}."
    pile.report("Harbour Wire", "2024-06-05", text).quotes(BRIDGE, "", via=["Karsk Echo"])
    say(pile, "Evening Lamp", "2024-06-12", "Again: ")
    return pile


def test_a_recycled_interview_is_one_voice(tmp_path: Path) -> None:
    made = conclude(recycled(), tmp_path)
    claim = made.claim_of("the bridge at Karsk")
    assert (claim.reports, claim.outlets) == (4, 4)
    assert claim.voices == Range(1, 1, 1)
    assert claim.occasions.best == 2
    assert {row.voice.name for row in made.origins_of(claim)} == {"Ina Holm"}
    why = [reason.feature for row in made.origins_of(claim) for reason in row.reasons]
    assert any("Morning Sheet adds no voice" in feature for feature in why)
    assert any("Harbour Wire adds no voice: it credits" in feature for feature in why)


def test_a_spokesman_of_nobody_speaks_for_the_body_named_before(tmp_path: Path) -> None:
    pile = Pile()
    for outlet, source in (("Karsk Echo", "A spokesman"), ("Evening Lamp", "Karsk Rail")):
        text = f"Karsk Rail gave a statement. {source} said that {BRIDGE}."
        report = pile.report(outlet, "2024-06-03", text).names("Karsk Rail", "organisation")
        report.quotes(BRIDGE, source, **({"name": source, "kind": "organisation"} if source != "A spokesman" else {}))
    assert voices(conclude(pile, tmp_path)) == Range(1, 1, 1)


def test_two_who_do_not_know_of_each_other_are_two(tmp_path: Path) -> None:
    pile = Pile()
    say(pile, "Karsk Echo", "2024-06-03")
    text = f"Bodo Lem, a miller, said that {BRIDGE}."
    pile.report("Evening Lamp", "2024-06-03", text).quotes(BRIDGE, "Bodo Lem, a miller,", name="Bodo Lem")
    assert voices(conclude(pile, tmp_path)) == Range(2, 2, 2)


def test_a_reporter_on_the_spot_is_a_voice_and_one_who_names_nobody_may_be(tmp_path: Path) -> None:
    pile = Pile()
    say(pile, "Karsk Echo", "2024-06-03")
    pile.report("Evening Lamp", "2024-06-03", f"I saw how {BRIDGE}.")
    pile.report("Harbour Wire", "2024-06-04", f"On Sunday {BRIDGE}.")
    made = conclude(pile, tmp_path)
    assert voices(made) == Range(2, 2, 3)
    assert certain(made) == [("may", "Harbour Wire"), ("sure", "Evening Lamp"), ("sure", "Ina Holm")]


def test_a_spokesperson_speaks_with_the_voice_of_the_body(tmp_path: Path) -> None:
    pile = Pile()
    text = f"Ina Holm, spokeswoman for the Karsk Rail Board, said that {BRIDGE}."
    report = pile.report("Karsk Echo", "2024-06-03", text).quotes(BRIDGE, "Ina Holm", name="Ina Holm")
    report.names("Ina Holm", "person").names("Karsk Rail Board", "organisation")
    text = f"The Karsk Rail Board said that {BRIDGE}."
    report = pile.report("Evening Lamp", "2024-06-03", text).names("Karsk Rail Board", "organisation")
    report.quotes(BRIDGE, "The Karsk Rail Board", name="Karsk Rail Board", kind="organisation")
    made = conclude(pile, tmp_path)
    assert voices(made) == Range(1, 1, 1)
    assert certain(made) == [("sure", "Karsk Rail Board")]


@pytest.mark.parametrize("between", ["", "\n\n"])
def test_a_spokesperson_of_nobody_speaks_for_the_nameless_body_that_spoke_last(tmp_path: Path, between: str) -> None:
    pile = Pile()
    rest = f"As the Karsk Gazette had it, {BRIDGE}, spokeswoman Ina Holm said."
    text = f"It rained, his ministry said.{between or ' '}{rest}"
    report = pile.report("Karsk Echo", "2024-06-03", text).names("Karsk Gazette", "organisation")
    report.quotes("It rained", "his ministry").quotes(BRIDGE, "Ina Holm", name="Ina Holm").names("Ina Holm", "person")
    pile.report("Evening Lamp", "2024-06-03", f"The ministry said that {BRIDGE}.").quotes(BRIDGE, "The ministry")
    assert voices(conclude(pile, tmp_path)) == Range(1, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "The Karsk Rail Board's spokeswoman, Colonel Ina Holm, said that",
        "A spokeswoman of the Karsk Rail Board, Colonel Ina Holm, said that",
        "The Karsk Rail Board's chief, who goes by the call sign Ina Holm, said that",
        "Karsk Rail Board spokeswoman Ina Holm said that",
    ],
)
def test_ranks_and_call_signs_do_not_hide_for_whom_somebody_speaks(tmp_path: Path, words: str) -> None:
    pile = Pile()
    report = pile.report("Karsk Echo", "2024-06-03", f"{words} {BRIDGE}.").quotes(BRIDGE, "Ina Holm", name="Ina Holm")
    report.names("Ina Holm", "person").names("Karsk Rail Board", "organisation")
    say(pile, "Harbour Wire", "2024-06-04")
    text = f"The Karsk Rail Board said that {BRIDGE}."
    report = pile.report("Evening Lamp", "2024-06-03", text).names("Karsk Rail Board", "organisation")
    report.quotes(BRIDGE, "The Karsk Rail Board", name="Karsk Rail Board", kind="organisation")
    made = conclude(pile, tmp_path)
    assert voices(made) == Range(1, 1, 1)
    assert {row.voice.name for row in made.tables["origins"]} == {"Karsk Rail Board"}


def test_a_paper_of_a_body_speaks_with_its_voice(tmp_path: Path) -> None:
    pile = Pile()
    text = f"According to bulletin report No. 3 of the Karsk Rail Board, {BRIDGE}."
    report = pile.report("Karsk Echo", "2024-06-03", text).names("Karsk Rail Board", "organisation")
    report.quotes(BRIDGE, "bulletin report No. 3 of the Karsk Rail Board")
    text = f"The Karsk Rail Board said that {BRIDGE}."
    report = pile.report("Evening Lamp", "2024-06-03", text).names("Karsk Rail Board", "organisation")
    report.quotes(BRIDGE, "The Karsk Rail Board", name="Karsk Rail Board", kind="organisation")
    assert voices(conclude(pile, tmp_path)) == Range(1, 1, 1)


@pytest.mark.parametrize(("outlet", "counted"), [("Karsk Echo", Range(1, 1, 1)), ("Evening Lamp", Range(1, 1, 2))])
def test_a_bare_pronoun_is_whom_the_same_outlet_named_before(tmp_path: Path, outlet: str, counted: Range) -> None:
    pile = Pile()
    say(pile, "Karsk Echo", "2024-06-03")
    pile.report(outlet, "2024-06-09", f"The engineer has withdrawn her claim that {BRIDGE}.").quotes(BRIDGE, "her")
    assert voices(conclude(pile, tmp_path)) == counted


def test_a_short_name_for_the_only_body_it_fits_is_that_body(tmp_path: Path) -> None:
    pile = Pile()
    text = f"The Karsk Rail Board said that {BRIDGE}."
    report = pile.report("Evening Lamp", "2024-06-03", text).names("Karsk Rail Board", "organisation")
    report.quotes(BRIDGE, "The Karsk Rail Board", name="Karsk Rail Board", kind="organisation")
    pile.report("Hill Radio", "2024-06-03", f"The board said that {BRIDGE}.").quotes(BRIDGE, "The board")
    assert voices(conclude(pile, tmp_path)) == Range(1, 1, 1)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Karsk rail board spokeswoman Ina Holm said that", "The rail board"),
        ("Transport Minister Ina Holm said that", "The transport ministry"),
        ("Ina Holm, spokeswoman of the county rail board, said that", "The county rail board"),
        ("Ina Holm, who speaks for the ministry, said that", "The ministry"),
    ],
)
def test_who_speaks_for_a_body_without_a_name_speaks_with_its_voice(tmp_path: Path, words: str, name: str) -> None:
    pile = Pile()
    report = pile.report("Karsk Echo", "2024-06-03", f"{words} {BRIDGE}.").quotes(BRIDGE, "Ina Holm", name="Ina Holm")
    report.names("Ina Holm", "person")
    pile.report("Evening Lamp", "2024-06-05", f"{name} said that {BRIDGE}.").quotes(BRIDGE, name)
    assert voices(conclude(pile, tmp_path)).best == 1


def test_the_company_may_be_a_firm_that_is_named_and_no_hospital(tmp_path: Path) -> None:
    for name, counted in (("Karsk Steel", 1), ("Karsk Hospital", 2)):
        pile = Pile()
        report = pile.report("Evening Lamp", "2024-06-03", f"{name} said that {BRIDGE}.").names(name, "organisation")
        report.quotes(BRIDGE, name, name=name, kind="organisation")
        pile.report("Hill Radio", "2024-06-05", f"The company said that {BRIDGE}.").quotes(BRIDGE, "The company")
        assert voices(conclude(pile, tmp_path / name)) == Range(1, counted, 2)


def test_a_headline_says_in_a_word_whom_its_report_names(tmp_path: Path) -> None:
    pile = Pile()
    title = f"Kestrava: {BRIDGE}"
    report = pile.report("Karsk Echo", "2024-06-03", f"{title}\n\nIna Holm said that the bridge at Karsk was blown up.")
    report.quotes(BRIDGE, "Kestrava").quotes("the bridge at Karsk was blown up", "Ina Holm", name="Ina Holm")
    pile.rows["documents"] = [replace(row, title=title) for row in pile.rows["documents"]]
    made = conclude(pile, tmp_path)
    assert voices(made) == Range(1, 1, 1)
    assert certain(made) == [("sure", "Ina Holm")]


def test_a_reporter_who_says_i_is_the_voice_of_the_outlet(tmp_path: Path) -> None:
    pile = Pile()
    say(pile, "Karsk Echo", "2024-06-03")
    pile.report("Evening Lamp", "2024-06-03", f"I noted that {BRIDGE}.").quotes(BRIDGE, "I")
    assert certain(conclude(pile, tmp_path)) == [("sure", "Evening Lamp"), ("sure", "Ina Holm")]


def test_two_witnesses_of_one_report_are_two(tmp_path: Path) -> None:
    pile = Pile()
    pile.report("Evening Lamp", "2024-06-03", f"Two fishermen said that {BRIDGE}.").quotes(BRIDGE, "Two fishermen")
    assert voices(conclude(pile, tmp_path)) == Range(1, 2, 2)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("the first figure of 180 was impossible", True),
        ("that could not be true", True),
        ("the tale of the gas is pure invention.", True),
        ("it was a false alarm", False),
        ("the wrong bridge was blown up", False),
    ],
)
def test_what_calls_a_claim_wrong(text: str, answer: bool) -> None:
    assert refutes(text) is answer


def test_hearsay_leads_back_to_nobody(tmp_path: Path) -> None:
    pile = Pile()
    pile.report("Karsk Echo", "2024-06-03", f"Rumour has it that {BRIDGE}.").quotes(BRIDGE, "Rumour", stance="rumoured")
    made = conclude(pile, tmp_path)
    assert voices(made) == Range(0, 0, 1)
    assert [row.certainty for row in made.tables["origins"]] == ["none"]


def test_whoever_denies_it_is_no_voice_for_it(tmp_path: Path) -> None:
    pile = Pile()
    say(pile, "Karsk Echo", "2024-06-03")
    text = f"The army denied that {BRIDGE}."
    pile.report("Evening Lamp", "2024-06-04", text).quotes(BRIDGE, "The army", act="deny")
    made = conclude(pile, tmp_path)
    assert voices(made) == Range(1, 1, 1)
    assert certain(made) == [("none", "The army"), ("sure", "Ina Holm")]


def test_a_claim_that_is_only_denied_says_so(tmp_path: Path) -> None:
    pile = Pile()
    text = f"The army denied that {BRIDGE}."
    pile.report("Evening Lamp", "2024-06-04", text).quotes(BRIDGE, "The army", act="deny")
    made = conclude(pile, tmp_path)
    assert made.claim_of("the bridge").text == f"Denied: {BRIDGE}"
    assert voices(made) == Range(1, 1, 1)


def test_a_hedge_and_a_source_that_fall_away_are_drift(tmp_path: Path) -> None:
    pile = Pile()
    first = say(pile, "Karsk Echo", "2024-06-03", stance="unverified")
    second = pile.report("Morning Sheet", "2024-06-04", f"It is clear now: {BRIDGE}. That is all.")
    pile.copied(second, first, BRIDGE)
    drifts = conclude(pile, tmp_path).tables["drifts"]
    assert sorted(row.kind for row in drifts) == ["hedge_dropped", "source_dropped"]
    assert {(row.before, row.after) for row in drifts if row.kind == "source_dropped"} == {("Ina Holm", "")}


def test_every_assertion_leads_back_to_one_origin_of_its_own_claim(tmp_path: Path) -> None:
    made = conclude(recycled(), tmp_path)
    members = {row.id: row.origin_id for row in made.tables["origin_members"]}
    claims = {row.id: row.claim_id for row in made.tables["claim_members"]}
    origins: dict[str, Origin] = {row.id: row for row in made.tables["origins"]}
    assert members.keys() == claims.keys()
    assert all(origins[origin].claim_id == claims[key] for key, origin in members.items())
    assert all(row.root_assertion_id in row.assertion_ids and row.reasons for row in origins.values())


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    assert conclude(recycled(), tmp_path / "a").tables == conclude(recycled(), tmp_path / "b", is_reversed=True).tables


@pytest.mark.parametrize("again", [0, 3])
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(copies=st.integers(1, 3))
def test_pure_copies_never_add_a_voice(tmp_path: Path, again: int, copies: int) -> None:
    before, pile = voices(conclude(recycled(), tmp_path / "before")), recycled()
    original = pile.rows["documents"][again]
    parent = Report(pile, original.id, original.text)
    for number in range(copies):
        text = f"Copied today.\n{parent.text}"
        pile.copied(pile.report(f"Copy Sheet {number}", "2024-07-01", text), parent, parent.text)
    after = voices(conclude(pile, tmp_path / "after"))
    assert after.best <= before.best


def test_the_police_and_the_police_of_a_town_are_one_body_for_who_speaks_for_them() -> None:
    rows = [
        Speaks("d1", "ina", "Ina Holm", "short", "police", "police spokeswoman Ina Holm"),
        Speaks("d2", "ina", "Ina Holm", "long", "Karsk police", "Ina Holm of the Karsk police"),
        Speaks("d3", "ina", "Ina Holm", "other", "Rail Board", "Ina Holm of the Rail Board"),
    ]
    (found,) = mouthpiece(rows)
    assert (found.body, found.reports) == ("Karsk police", 2)
    assert list(mouthpiece(rows[1:])) == []


def test_bodies_of_one_name_are_one_for_who_speaks_for_them() -> None:
    """Reports that are copies of each other each have a body of their own, which nothing shows to be one."""
    once = [
        Speaks("d1", "ina", "Ina Holm", "b1", "county crisis staff", "Ina Holm of the county crisis staff"),
        Speaks("d2", "ina", "Ina Holm", "b2", "crisis staff", "Ina Holm of the crisis staff"),
    ]
    twice = [*once, *(replace(row, document_id=f"{row.document_id}c", body_id=f"{row.body_id}c") for row in once)]
    for rows, body_id, reports in ((once, "b1", 2), (twice, None, 4)):
        (found,) = mouthpiece(rows)
        assert (found.body, found.body_id, found.reports) == ("county crisis staff", body_id, reports)
