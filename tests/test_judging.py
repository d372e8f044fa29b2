"""Judging a case: a decision beats the program at once, stays through every run, and can be taken back."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import woozle
from tests.support import judging as j
from woozle.errors import CaseLocked, UsageError
from woozle.judging import Judging
from woozle.making import DEFAULTS
from woozle.model.decisions import Decision
from woozle.model.records import Assertion, Attribution, Claim, Conflict, Derivation, Document, Entity, Mention
from woozle.store.folder import Folder, Lock
from woozle.store.settings import read_settings

MIRA = j.MIRA


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    j.in_this_process(monkeypatch)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        j.in_this_process(patch)
        folder = tmp_path_factory.mktemp("judged")
        return j.case_of(folder, "wire.txt", "echo.txt", "post.txt").path


@pytest.fixture
def case(tmp_path: Path, made: Path) -> woozle.Case:
    return woozle.open(str(shutil.copytree(made, tmp_path / "c.woozle")))


def holds(case: woozle.Case) -> None:
    """Every span, count and decision holds; that the record is that of the journal, `test_judging_machine` looks at."""
    assert case.verify().faults == ()


# ---- claims


def test_two_claims_become_one_keep_an_id_and_come_apart_again(case: woozle.Case, tmp_path: Path) -> None:
    before = j.exported(case, tmp_path / "before")
    gate, barges = j.claim_with(case, "gate of Orle"), j.claim_with(case, "barges")
    done = case.judge("claim", "same", gate.id, barges.id, by=MIRA)
    assert (done.is_applied, [row.stale for row in done.decisions]) == (True, [False])
    both = case.record().get(Claim, gate.id)
    assert both is not None
    assert set(both.assertion_ids) == {*gate.assertion_ids, *barges.assertion_ids}
    assert case.record().get(Claim, barges.id) is None
    told = [f"{one.feature} {one.value}" for one in both.reasons]
    assert told == [
        f"the program alone had it in {barges.id}",
        "a person decided: same Mira, 2024-06-01: seen on the spot",
        "the program alone counted voices 1 (at least 1, at most 1)",
    ]
    assert [(row.id, row.others) for row in case.diff().claims_gone] == [(barges.id, (gate.id,))]
    holds(case)
    case.undo(by=MIRA)
    after = j.exported(case, tmp_path / "after")
    changed = {"decisions.jsonl", "manifest.json"}
    assert {name: after[name] for name in after if name not in changed} == {
        name: before[name] for name in before if name not in changed
    }
    assert [run.number for run in case.runs()] == [1, 2, 3]
    assert case.diff(1, 3).is_empty


def test_a_split_takes_statements_out_and_one_undo_brings_all_back(case: woozle.Case) -> None:
    gate = j.claim_with(case, "gate of Orle")
    denied = [row.id for row in j.rows(case, Assertion) if row.claim_id == gate.id and row.polarity == "denied"]
    assert len(denied) == 1
    others = [key for key in gate.assertion_ids if key not in denied]
    done = case.judge("claim", "split", gate.id, denied[0], others[-1], by=MIRA)
    assert done.decisions[0].subject_ids == (gate.id, denied[0], others[-1])
    out = j.claim_with(case, "gate was shut")
    assert set(out.assertion_ids) == {denied[0], others[-1]}
    left = case.record().get(Claim, gate.id)
    assert left is not None
    assert set(left.assertion_ids) == {*others[:-1]}
    holds(case)
    case.undo(done.decisions[0].id[:12], by=MIRA)
    assert case.record().get(Claim, gate.id).assertion_ids == gate.assertion_ids


def test_conflicts_follow_the_claims_as_decided(case: woozle.Case) -> None:
    gate = j.claim_with(case, "gate of Orle")
    denied = next(row for row in j.rows(case, Assertion) if row.claim_id == gate.id and row.polarity == "denied")
    case.judge("claim", "split", gate.id, denied.id, by=MIRA)
    sides = {gate.id, j.claim_with(case, "gate was shut").id}
    assert all({row.left_claim_id, row.right_claim_id} == sides for row in j.rows(case, Conflict))


def test_no_other_claim_moves(case: woozle.Case) -> None:
    hurt = j.claim_with(case, "hurt")
    case.judge("claim", "same", j.claim_with(case, "gate of Orle").id, j.claim_with(case, "barges").id, by=MIRA)
    assert case.record().get(Claim, hurt.id) == hurt


def test_an_accepted_claim_stays_one_whatever_else_is_decided_earlier(case: woozle.Case) -> None:
    barges = j.claim_with(case, "barges")
    done = case.judge("claim", "accept", barges.id, by=MIRA)
    assert done.decisions[0].keys == tuple(sorted(done.decisions[0].keys, key=done.decisions[0].keys.index))
    assert set(done.decisions[0].keys) == set(barges.assertion_ids)
    case.judge("claim", "split", barges.id, barges.assertion_ids[-1], by=MIRA)
    assert case.decisions()[0].superseded_by == case.decisions()[1].id


# ---- entities


def test_a_call_sign_gets_a_name_by_a_decision_and_by_nothing_else(case: woozle.Case) -> None:
    sign, name = j.entity(case, "Heron"), j.entity(case, "Tomas Veit")
    assert (sign.protected, name.protected) == (True, False)
    assert not any({"Heron", "Tomas Veit"} <= set(row.aliases) for row in j.rows(case, Entity))
    case.judge("entity", "same", name.id, sign.id, by=woozle.By("Mira", "he says so himself", j.AT))
    linked = j.entity(case, "Tomas Veit")
    assert (linked.id, linked.protected) == (name.id, True)
    assert {"Heron", "Tomas Veit"} <= set(linked.aliases)
    assert any("he says so himself" in one.value for one in linked.reasons)
    named = {row.entity_id for row in j.rows(case, Mention) if row.span.text in ("Heron", "Tomas Veit")}
    assert named == {name.id}
    holds(case)
    case.undo(by=MIRA)
    assert j.entity(case, "Heron") == sign


def test_without_a_decision_no_run_links_a_call_sign(case: woozle.Case, tmp_path: Path) -> None:
    case.judge("entity", "unsure", j.entity(case, "Tomas Veit").id, j.entity(case, "Heron").id, by=MIRA)
    case.judge("entity", "different", j.entity(case, "Ines Vallo").id, j.entity(case, "Heron").id, by=MIRA)
    j.add(case, tmp_path, "late.txt", "copy.txt")
    case.run(workers=1)
    for row in j.rows(case, Entity):
        assert not row.protected or set(row.aliases) == {"Heron"}


def test_one_name_of_two_people_is_parted_report_by_report(case: woozle.Case) -> None:
    vallo = j.entity(case, "Ines Vallo")
    documents = {row.id: row for row in j.rows(case, Document)}
    mentions = {documents[row.document_id].outlet: row for row in j.rows(case, Mention) if row.entity_id == vallo.id}
    assert set(mentions) == {"Harbour Wire", "Coast Echo"}
    case.judge("entity", "split", vallo.id, mentions["Coast Echo"].id, by=MIRA)
    found = {
        documents[row.document_id].outlet: row.entity_id for row in j.rows(case, Mention) if "Vallo" in row.span.text
    }
    assert len(set(found.values())) == 2
    assert vallo.id in found.values()
    holds(case)


def test_voices_follow_entities(case: woozle.Case) -> None:
    barges = j.claim_with(case, "barges")
    assert barges.voices.best == 2
    case.judge("entity", "same", j.entity(case, "Ines Vallo").id, j.entity(case, "Tomas Veit").id, by=MIRA)
    assert j.claim_with(case, "barges").voices.best == 1


# ---- voices, copies, attributions


def test_two_voices_are_one_and_one_is_two(case: woozle.Case) -> None:
    barges = j.claim_with(case, "barges")
    origins = j.origins_of(case, barges)
    case.judge("origin", "same", *(row.id for row in origins.values()), by=MIRA)
    assert j.claim_with(case, "barges").voices.best == 1
    holds(case)
    case.undo(by=MIRA)
    case.judge("origin", "different", *(row.id for row in j.origins_of(case, barges).values()), by=MIRA)
    assert j.claim_with(case, "barges").voices.best == 2


def test_a_voice_is_counted_or_not_as_a_person_says(case: woozle.Case) -> None:
    barges = j.claim_with(case, "barges")
    veit = j.origins_of(case, barges)["Tomas Veit"]
    case.judge("origin", "reject", veit.id, by=MIRA)
    assert j.claim_with(case, "barges").voices.best == 1
    judged = j.origins_of(case, barges)["Tomas Veit"]
    assert judged.certainty == "none"
    assert judged.reasons[0].feature == "the program alone: named as the source"
    assert judged.reasons[-1].value == "Mira, 2024-06-01: seen on the spot"
    holds(case)


def test_a_report_that_was_not_made_from_another_has_a_voice_of_its_own(case: woozle.Case) -> None:
    hurt = j.claim_with(case, "hurt")
    assert hurt.voices.best == 1
    (copy,) = j.rows(case, Derivation)
    case.judge("copy", "reject", copy.id, by=MIRA)
    assert j.rows(case, Derivation) == []
    assert j.claim_with(case, "hurt").voices.best == 2
    holds(case)
    case.judge("copy", "accept", copy.child_document_id, copy.parent_document_id, by=MIRA)
    (again,) = j.rows(case, Derivation)
    assert (again.id, again.direction, again.kind) == (copy.id, "known", copy.kind)
    assert again.reasons[-1].feature == "a person decided: accept"
    assert case.decisions()[0].superseded_by == case.decisions()[1].id
    assert j.claim_with(case, "hurt").voices.best == 1


def test_a_copy_that_the_program_did_not_see_is_added(case: woozle.Case) -> None:
    documents = {row.outlet: row.id for row in j.rows(case, Document)}
    case.judge("copy", "accept", documents["Evening Post"], documents["Coast Echo"], by=MIRA)
    found = {(row.child_document_id, row.parent_document_id): row for row in j.rows(case, Derivation)}
    added = found[documents["Evening Post"], documents["Coast Echo"]]
    assert added.reasons[0].feature == "the program alone had found nothing"
    holds(case)


def test_an_attribution_that_does_not_hold_counts_for_nobody(case: woozle.Case) -> None:
    said = next(
        row
        for row in j.rows(case, Attribution)
        if row.source and row.source.text == "Tomas Veit" and "barges" in row.content[0].text
    )
    case.judge("attribution", "reject", said.id, by=MIRA)
    assert j.claim_with(case, "barges").voices.best == 1
    assert case.record().get(Attribution, said.id) == said
    assert any("attribution, reject" in line for line in case.explain(said.id).lines)
    holds(case)


# ---- the journal


def test_decisions_survive_runs_and_those_whose_subject_is_gone_are_listed(case: woozle.Case, tmp_path: Path) -> None:
    gate, barges = j.claim_with(case, "gate of Orle"), j.claim_with(case, "barges")
    case.judge("claim", "same", gate.id, barges.id, by=MIRA)
    j.add(case, tmp_path, "late.txt")
    assert case.run(workers=1).stale_decisions == 0
    assert case.record().get(Claim, gate.id) is not None, "a judged claim keeps its id, though an earlier report came"
    named = case.decisions()[0].keys
    documents = {row.document_id for row in j.rows(case, Assertion) if row.id in named}
    for document in documents:
        digest = case.record().get(Document, document).capture_sha256.removeprefix("sha256:")
        for path in (case.path / "captures" / digest[:2]).glob(f"{digest[2:]}*"):
            path.unlink()
    assert case.run(workers=1).stale_decisions == 1
    (decision,) = case.decisions()
    assert decision.stale
    assert decision.stale_why == "the record no longer holds 2 of the 2 assertions that it names"
    assert case.status().stale_decisions == 1
    assert case.verify().faults == ()


def test_what_is_written_down_before_the_record_follows_is_not_lost(case: woozle.Case) -> None:
    """As after a kill between the two: the decision counts, and the next run makes the record follow."""
    gate, barges = j.claim_with(case, "gate of Orle"), j.claim_with(case, "barges")
    done = case.judge("claim", "same", gate.id, barges.id, by=MIRA, is_applied=False)
    assert not done.is_applied
    assert case.record().get(Claim, barges.id) is not None
    assert not case.status().is_current
    other = case.judge("claim", "unsure", gate.id, by=MIRA)
    assert other.is_applied
    assert case.record().get(Claim, barges.id) is None
    holds(case)


def test_reports_that_wait_are_not_read_by_a_decision(case: woozle.Case, tmp_path: Path) -> None:
    j.add(case, tmp_path, "late.txt")
    done = case.judge("claim", "unsure", j.claim_with(case, "barges").id, by=MIRA)
    assert not done.is_applied
    assert len(j.rows(case, Document)) == 3
    assert case.run(workers=1).n_new_documents == 1


def test_a_locked_case_is_not_judged(case: woozle.Case) -> None:
    gate = j.claim_with(case, "gate of Orle").id
    script = "import sys, woozle; woozle.open(sys.argv[1]).judge('claim', 'unsure', sys.argv[2], by='Ivo')"
    with Lock(case.path):
        with pytest.raises(CaseLocked, match="is locked by process"):
            case.judge("claim", "unsure", gate, by=MIRA)
        done = subprocess.run([sys.executable, "-c", script, str(case.path), gate], capture_output=True, check=False)
    assert b"CaseLocked" in done.stderr
    assert len(case.decisions()) == 0


def judging(case: woozle.Case) -> Judging:
    return Judging(Folder(case.path), read_settings((case.path / "woozle.toml").read_text(), DEFAULTS))


def test_a_decision_that_is_not_applied_does_not_wait_for_a_run(case: woozle.Case) -> None:
    gate, barges = j.claim_with(case, "gate of Orle").id, j.claim_with(case, "barges").id
    with Lock(case.path):
        done = case.judge("claim", "same", gate, barges, by=MIRA, is_applied=False)
        assert [row.verdict for row in done.decisions] == ["same"]
        assert case.undo(by=MIRA, is_applied=False).decisions[0].verdict == "undo"
        case.judge("claim", "same", gate, barges, by=MIRA, is_applied=False)
    assert case.record().get(Claim, barges) is not None
    assert [is_known for _, is_known in judging(case).standing()] == [False, False, False]
    case.run(workers=1)
    assert case.record().get(Claim, barges) is None
    assert [is_known for _, is_known in judging(case).standing()] == [True, True, True]


def test_who_did_not_see_what_another_decided_overrules_nothing(case: woozle.Case) -> None:
    gate, barges = j.claim_with(case, "gate of Orle").id, j.claim_with(case, "barges").id
    entity = j.rows(case, Entity)[0].id
    first = judging(case).judge([("claim", "same", (gate, barges))], "Ivo", is_applied=False, seen=0)
    assert [row.who for row in first.decisions] == ["Ivo"]
    whats = [("claim", "different", (barges, gate)), ("entity", "unsure", (entity,))]
    second = judging(case).judge(whats, MIRA, is_applied=False, seen=0)
    assert [(row.who, row.verdict) for row in second.held] == [("Ivo", "same")]
    assert [(row.kind, row.verdict) for row in second.decisions] == [("entity", "unsure")]
    third = judging(case).judge(whats[:1], MIRA, is_applied=False, seen=0)
    assert (third.decisions, [row.who for row in third.held]) == ((), ["Ivo"])
    known = judging(case).judge(whats[:1], MIRA, is_applied=False, seen=2)
    assert [(row.verdict, row.number) for row in known.decisions] == [("different", 3)]
    assert [row.superseded_by is not None for row in case.decisions()] == [True, False, False]


def test_several_decisions_in_one_go_are_one_undo(case: woozle.Case) -> None:
    ids = [row.id for row in j.rows(case, Entity)[:3]]
    done = judging(case).judge([("entity", "unsure", (one,)) for one in ids], MIRA, is_applied=False)
    assert len({row.batch_id for row in done.decisions}) == 1
    case.undo(done.decisions[1].id, by=MIRA, is_applied=False)
    assert [row.undone_by is not None for row in case.decisions()] == [True, True, True, False]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda case: case.judge("claim", "same", "b2:", by="Mira"), "two rows or more"),
        (lambda case: case.judge("claim", "reject", "b2:", by="Mira"), "no claim is judged 'reject'"),
        (lambda case: case.judge("outlet", "same", "a", "b", by="Mira"), "outlet cannot be judged"),
        (lambda case: case.judge("claim", "unsure", "b2:zz", by="Mira"), "no rows"),
        (lambda case: case.judge("claim", "unsure", "b2:", by="Mira"), "rows .* have an id that begins"),
        (lambda case: case.judge("claim", "split", "b2:", by="Mira"), "split needs two rows or more"),
        (lambda case: case.judge("copy", "split", "a", "b", by="Mira"), "no copy is judged 'split'"),
        (lambda case: case.undo("7", by="Mira"), "no decisions"),
        (lambda case: case.undo(by=" "), "no decisions"),
    ],
)
def test_a_wrong_call_decides_nothing(case: woozle.Case, call: Callable[[woozle.Case], object], message: str) -> None:
    before = (case.path / "journal.jsonl").read_bytes()
    with pytest.raises(UsageError, match=message):
        call(case)
    assert (case.path / "journal.jsonl").read_bytes() == before


def test_a_decision_needs_a_name_and_rows_that_belong_together(case: woozle.Case) -> None:
    gate, barges = j.claim_with(case, "gate of Orle"), j.claim_with(case, "barges")
    with pytest.raises(UsageError, match="needs a name"):
        case.judge("claim", "unsure", gate.id, by=" ")
    with pytest.raises(UsageError, match="named twice"):
        case.judge("claim", "same", gate.id, gate.id, by="Mira")
    with pytest.raises(UsageError, match="is no part of"):
        case.judge("claim", "split", gate.id, barges.assertion_ids[0], by="Mira")
    with pytest.raises(UsageError, match="must leave something"):
        case.judge("claim", "split", gate.id, *gate.assertion_ids, by="Mira")
    origins = [next(iter(j.origins_of(case, claim).values())).id for claim in (gate, barges)]
    with pytest.raises(UsageError, match="behind several"):
        case.judge("origin", "same", *origins, by="Mira")


def test_what_was_undone_is_not_undone_again(case: woozle.Case) -> None:
    case.judge("claim", "unsure", j.claim_with(case, "gate of Orle").id, by=MIRA)
    case.undo("1", by=MIRA)
    with pytest.raises(UsageError, match="undone already"):
        case.undo("1", by=MIRA)
    with pytest.raises(UsageError, match="no decisions"):
        case.undo(by=MIRA)


def test_explain_shows_program_and_person(case: woozle.Case) -> None:
    gate, barges = j.claim_with(case, "gate of Orle"), j.claim_with(case, "barges")
    case.judge("claim", "same", gate.id, barges.id, by=MIRA)
    lines = case.explain(gate.id).lines
    assert "Decided (claim, same) by Mira, 2024-06-01: seen on the spot" in lines
    assert f"  the program alone had it in {barges.id}" in lines
    (decision,) = case.decisions()
    assert case.explain(decision.id).title == f"Decision {decision.id}"


def test_a_decision_that_left_the_journal_is_found(case: woozle.Case) -> None:
    case.judge("claim", "unsure", j.claim_with(case, "gate of Orle").id, by=MIRA)
    journal = case.path / "journal.jsonl"
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:-1]))
    (fault,) = case.verify().faults
    assert "the journal does not hold it" in fault
    assert isinstance(case.record().rows(Decision)[0], Decision)
