"""Makes the record of a case folder: what the journal, the captures and the settings ask for, and nothing else."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from woozle.config import RECORD_FORMAT, VERSION, AddSettings, RunSettings
from woozle.engines.place import LocalPlace, On, place_of
from woozle.model.decisions import KEYS_OF, Decision
from woozle.narrowing import ids_of, kept_decisions, narrow, words_of
from woozle.pipeline import STEPS
from woozle.plan import Planned, pile_digest, plan, writes_of
from woozle.review.diff import changes
from woozle.run import ALL, Event, Runner, memory, now, seconds
from woozle.step import MapStep
from woozle.store.binding import Material, bind, book_generation
from woozle.store.book import live, open_live
from woozle.store.decisions import digest, in_force, read_decisions, write_decisions
from woozle.store.folder import Folder
from woozle.store.runs import remember
from woozle.store.tables import SOURCE

#: Settings of all sections with their defaults, as ``woozle.toml`` is written.
DEFAULTS: Mapping[str, Any] = MappingProxyType(
    {"add": AddSettings(), "run": RunSettings(), **{step.name: step.settings for step in STEPS}}
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a case asks for at this moment: its steps with their generations, its decisions, the book they give.

    ``about``: words that the book is narrowed to, or None for all of the pile.
    """

    steps: tuple[Planned, ...]
    decisions: tuple[Decision, ...]
    given: Mapping[str, str]
    book: str
    about: str | None = None

    @property
    def generations(self) -> dict[str, str]:
        """The generation of each table that a step writes."""
        return {table: one.generation for one in self.steps for table in writes_of(one.step)}


def planned(folder: Folder, settings: Mapping[str, Any], about: str | None = None) -> Plan:
    """What the captures, the settings and the journal of a case ask for, and the words that its book is about.

    Raises:
        IntegrityError: the journal is damaged.
    """
    captures, refused = folder.captures.all(), folder.captures.refused()
    decisions = read_decisions(folder.journal.entries())
    given = {table: digest(rows) for table, rows in in_force(decisions).items()}
    pile = pile_digest(captures)
    steps = plan(STEPS, settings, source=("captures", SOURCE), pile=pile, given=given)
    generations = {table: one.generation for one in steps for table in writes_of(one.step)}
    narrowed = {"about": about} if about else {}
    book = book_generation({**generations, "decisions": digest(decisions), **narrowed}, pile, refused)
    return Plan(steps, decisions, given, book, about)


def about_of(folder: Folder) -> str | None:
    """The words that the live book is about; None where it holds all of the pile, or there is none."""
    book = open_live(folder.path)
    return None if book is None else book.about


def plain_settings(settings: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Every setting by section."""
    return {section: asdict(values) for section, values in settings.items() if asdict(values)}


def lacks_decisions_only(folder: Folder, asked: Plan) -> bool:
    """Whether all is made that does not hang on decisions: then the record can follow one at once."""
    hanging, others = {*asked.given}, list[Planned]()
    for one in asked.steps:
        if hanging.isdisjoint(one.reads):
            others.append(one)
        else:
            hanging.update(writes_of(one.step))
    return not unmade(folder, others) and open_live(folder.path) is not None


def unmade(folder: Folder, steps: Sequence[Planned]) -> list[Planned]:
    """The steps that have something left to do."""
    tables, chunks = folder.tables, folder.tables.chunks()
    covered = {capture for chunk in chunks.values() for capture in chunk}
    is_covered = covered.issuperset(folder.captures.all())

    def is_made(one: Planned) -> bool:
        keys = list(chunks) if isinstance(one.step, MapStep) else [ALL]
        is_new = isinstance(one.step, MapStep) and not is_covered
        return not is_new and all(tables.has(writes_of(one.step), one.generation, key) for key in keys)

    return [one for one in steps if not is_made(one)]


def make(
    folder: Folder,
    settings: Mapping[str, Any],
    *,
    on: On,
    progress: Callable[[Event], None],
    about: str | None = None,
) -> tuple[set[str], bool]:
    """Make what is missing of the record and remember what it says; the steps that made something, and if it changed.

    Args:
        folder: the case, whose lock the caller holds.
        settings: by section.
        on: who computes.
        progress: called after each piece of work.
        about: words; the book holds only what is about them. All of the pile is read all the same.

    Raises:
        ContractBroken: a step broke its contract.
        UsageError, EngineFailed: who is to compute cannot, or no report holds all the words.
        OSError: the disk is full, or the folder cannot be written.
    """
    began = seconds()
    if about is not None:
        words_of(about)
    limits = settings["run"]
    together = memory() * max(1, min(limits.percent_of_memory, 100)) // 100
    scratch = folder.tables.folder / "scratch"
    place = place_of(on, scratch, megabytes=limits.megabytes_a_worker, together=together)
    try:
        # Workers on other machines stand in other folders than this process.
        runner = Runner(folder.path.absolute(), settings["run"], place=place, steps=STEPS, progress=progress)
        asked = planned(folder, settings, about)
        made = _run(runner, folder, asked)
    finally:
        place.close()
    is_changed = asked.book != live(folder.path) or open_live(folder.path) is None
    if is_changed:
        # A book is made on this machine, whoever made the tables.
        here = LocalPlace(on.workers, limits.megabytes_a_worker, together)
        _bind(folder, asked, plain_settings(settings), here)
    folder.tables.prune({**asked.generations, **asked.given, "captures": SOURCE})
    book = open_live(folder.path)
    # A part beside the whole differs in nearly everything, and nothing of that happened to the record.
    if book is not None and not about:
        # What a decision changed is to be seen too, so it is remembered as a run is.
        remember(folder.path, book, now(), seconds() - began, changes)
    return made, is_changed


def _maps(asked: Plan) -> list[Planned]:
    return [one for one in asked.steps if isinstance(one.step, MapStep)]


def _run(runner: Runner, folder: Folder, asked: Plan) -> set[str]:
    maps = _maps(asked)
    made = runner.map_all(maps, runner.cut(folder.captures.all()))
    write_decisions(folder.tables, in_force(asked.decisions))
    sets = [one for one in asked.steps if one not in maps]
    map_tables = {table for one in maps for table in writes_of(one.step)}
    return made | runner.set_all(sets, sorted(folder.tables.chunks()), map_tables)


def _bind(folder: Folder, asked: Plan, settings: Mapping[str, Any], place: LocalPlace) -> None:
    captures, refused = folder.captures.all(), folder.captures.refused()
    map_tables = {table for one in _maps(asked) for table in writes_of(one.step)}
    chunks = sorted(folder.tables.chunks())
    files = {
        table: [folder.tables.path(table, generation, key) for key in _keys(chunks, is_map=table in map_tables)]
        for table, generation in asked.generations.items()
    }
    facts = {
        "format": RECORD_FORMAT,
        "woozle": VERSION,
        "inputs": sum(len(capture.inputs) for capture in captures) + len(refused),
        "settings": settings,
    }
    if asked.about is None:
        bind(folder.path, asked.book, Material(files, refused, asked.decisions), facts=facts)
        return
    scratch = folder.tables.folder / "scratch" / f"about-{asked.book}"
    engine = place.engine(scratch)
    try:
        part = narrow(engine, files, asked.about)
        named = {*(name for one in captures for name in one.inputs), *(problem.input for problem in refused)}
        unread = sorted(named - part.inputs)
        facts |= {"about": asked.about, "outside": part.n_outside, "unread": unread}
        facts["inputs"] = part.n_inputs + len(unread)
        decisions = kept_decisions(asked.decisions, {table: ids_of(part.files[table]) for table in KEYS_OF.values()})
        bind(folder.path, asked.book, Material(part.files, refused, decisions), facts=facts)
    finally:
        engine.close()
        place.close()
        shutil.rmtree(scratch, ignore_errors=True)


def _keys(chunks: Sequence[str], *, is_map: bool) -> Sequence[str]:
    return chunks if is_map else [ALL]
