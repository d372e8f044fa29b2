"""The plan: which generation of each table the settings ask for, and whether the order of steps can work."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from woozle.errors import ContractBroken
from woozle.model.ids import row_id
from woozle.model.records import Capture, Problem
from woozle.step import MapStep, SetStep, Step

#: No tables.
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Planned:
    """A step with its settings filled in, the generation it makes, and the generations it reads."""

    step: Step
    settings: Any
    generation: str
    reads: Mapping[str, str]


def writes_of(step: Step) -> tuple[str, ...]:
    """Names of all tables a step makes, its problems last."""
    return (*step.writes, f"{step.name}_problems")


def classes_of(steps: Sequence[Step]) -> dict[str, type[Any]]:
    """The row class of each table that the steps make, problems included."""
    classes: dict[str, type[Any]] = {}
    for step in steps:
        classes |= {**step.writes, f"{step.name}_problems": Problem}
    return classes


def check_order(steps: Sequence[Step], source: str, given: Collection[str] = ()) -> None:
    """Every table is made once, before it is read, and map steps read map tables only.

    Args:
        steps: in order.
        source: the table that is cut into chunks and that no step writes.
        given: whole tables that no step writes; for set steps only.

    Raises:
        ContractBroken: with all faults of the order, one a line.
    """
    made, sets, faults = {source, *given}, {*given}, list[str]()
    for step in steps:
        missing = [table for table in step.reads if table not in made]
        faults += [f"step {step.name} reads {table}, which no step before it writes" for table in missing]
        faults += [
            f"step {step.name} writes {table}, which exists already" for table in writes_of(step) if table in made
        ]
        if isinstance(step, MapStep):
            faults += [f"map step {step.name} reads {t}, which a set step makes" for t in step.reads if t in sets]
        else:
            sets |= set(writes_of(step))
        made |= set(writes_of(step))
    if faults:
        raise ContractBroken("the steps are in a wrong order:\n" + "\n".join(faults))


def pile_digest(captures: Sequence[Capture]) -> str:
    """A hash of which captures there are and what is told of them, whatever their order or cut."""
    parts = [(c.id, c.inputs, *([str(c.told)] if c.told else [])) for c in sorted(captures, key=lambda c: c.id)]
    return row_id("pile", *(part for whole in parts for part in whole))


def plan(
    steps: Sequence[Step],
    settings: Mapping[str, Any],
    *,
    source: tuple[str, str],
    pile: str,
    given: Mapping[str, str] = NOTHING,
) -> tuple[Planned, ...]:
    """Generations of all steps. A map step's depends on its settings and what it reads; a set step's on the pile too.

    Args:
        steps: in order.
        settings: settings object by step name.
        source: name and generation of the table that no step writes.
        pile: `pile_digest` of the captures.
        given: generations of whole tables that no step writes, such as decisions.

    Raises:
        ContractBroken: the order cannot work.
    """
    check_order(steps, source[0], given)
    generations, out = {source[0]: source[1], **given}, []
    for step in steps:
        reads = {table: generations[table] for table in step.reads}
        key = [step.name, str(step.version), json.dumps(asdict(settings[step.name]), sort_keys=True)]
        key += [f"{table}={generation}" for table, generation in sorted(reads.items())]
        if isinstance(step, SetStep):
            key.append(pile)
        generation = row_id("generation", *key).removeprefix("b2:")[:16]
        generations.update(dict.fromkeys(writes_of(step), generation))
        out.append(Planned(step, settings[step.name], generation, reads))
    return tuple(out)
