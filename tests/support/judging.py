"""A small case to judge: three invented reports, read by rules in this process, so that a run takes a moment."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import woozle
from woozle import run
from woozle.model.records import Assertion, Attribution, Claim, Derivation, Entity, Origin

REPORTS = {
    "wire.txt": (
        "Gate of Orle is shut\n\nORLE, May 7, 2024 (Harbour Wire) - The gate of Orle is shut, harbour master Ines "
        "Vallo told reporters. Two barges wait at the lock, she said.\n\n“Nobody was hurt,” said a diver with the call "
        "sign Heron.\n"
    ),
    "echo.txt": (
        "Gate shut\n\nORLE, May 8, 2024 (Coast Echo) - The gate of Orle is shut, harbour master Ines Vallo told "
        "reporters. Two barges wait at the lock, she said. Tomas Veit, a diver, said nobody was hurt at the gate.\n"
    ),
    "post.txt": (
        "Barges wait\n\nORLE, May 9, 2024 (Evening Post) - Tomas Veit said that two barges wait at the lock. The canal "
        "office denied that the gate was shut.\n"
    ),
    "late.txt": (
        "Orle opens\n\nORLE, May 6, 2024 (North Mail) - Two barges wait at the lock of Orle, the canal office said. "
        "“Nobody was hurt,” said a diver with the call sign Heron.\n"
    ),
    "copy.txt": (
        "Gate shut again\n\nORLE, May 10, 2024 (River Sheet) - The gate of Orle is shut, harbour master Ines Vallo "
        "told reporters. Two barges wait at the lock, she said.\n"
    ),
}
AT = "2024-06-01T12:00:00Z"
MIRA = woozle.By("Mira", "seen on the spot", AT)


def in_this_process(patch: pytest.MonkeyPatch) -> None:
    """No pool of workers: nothing here is hostile, and a pool takes seconds to start."""
    patch.setattr(run.Runner, "_in_pool", lambda self, jobs: map(run._here, jobs))


def case_of(folder: Path, *names: str) -> woozle.Case:
    """A case of some of the reports, run."""
    case = woozle.Case.create(folder / "c.woozle")
    case.set("annotate.engine", "en-rules")
    add(case, folder, *names)
    case.run(workers=1)
    return case


def add(case: woozle.Case, folder: Path, *names: str) -> None:
    """Keep some of the reports."""
    for name in names:
        (folder / name).write_text(REPORTS[name])
        case.add(folder / name)


def rebuilt(case: woozle.Case, folder: Path) -> woozle.Case:
    """The same case made again of nothing but captures, journal and settings."""
    fresh = folder / "again.woozle"
    for path in [case.path / "woozle.toml", case.path / "journal.jsonl", *case.path.glob("captures/**/*")]:
        if path.is_file():
            to = fresh / path.relative_to(case.path)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
    made = woozle.open(str(fresh))
    made.run(workers=1)
    return made


def exported(case: woozle.Case, to: Path) -> dict[str, bytes]:
    """Every file of the export by name."""
    case.export("jsonl", to)
    return {path.name: path.read_bytes() for path in sorted(to.iterdir())}


def rows(case: woozle.Case, row: type[Any]) -> Sequence[Any]:
    """All rows of a class."""
    return case.record().rows(row)


def claim_with(case: woozle.Case, words: str) -> Claim:
    """The claim of the first statement that holds some words."""
    said = min(
        (row for row in rows(case, Assertion) if any(words in span.text for span in row.spans)), key=lambda row: row.id
    )
    found = case.record().get(Claim, said.claim_id)
    assert found is not None
    return found


def origins_of(case: woozle.Case, claim: Claim) -> dict[str, Origin]:
    """The origins behind a claim by the name of the voice."""
    return {row.voice.name: row for row in rows(case, Origin) if row.claim_id == claim.id}


def entity(case: woozle.Case, name: str) -> Entity:
    """The entity of a name."""
    found: list[Entity] = [row for row in rows(case, Entity) if row.name == name]
    assert len(found) == 1, [row.name for row in rows(case, Entity)]
    return found[0]


def subjects(case: woozle.Case) -> Iterator[tuple[str, list[Any]]]:
    """What can be judged, by kind."""
    yield "entity", list(rows(case, Entity))
    yield "claim", list(rows(case, Claim))
    yield "copy", list(rows(case, Derivation))
    yield "origin", list(rows(case, Origin))
    yield "attribution", list(rows(case, Attribution))
