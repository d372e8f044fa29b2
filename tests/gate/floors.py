"""Floors of quality: read from ``floors.toml``, compared, and written from figures with a small margin."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

PATH = Path(__file__).with_name("floors.toml")
#: So far may a figure fall before the gate closes: each kind of processor adds the last bits in an order of its own.
MARGIN = 1.0
#: The same in a story, where one claim is one to ten points: of one of ours, and of their mean.
STORY_MARGINS = {"story: 59": 1.5, "story:": 8.0, "stories:": 2.5}

Figures = Mapping[str, Mapping[str, float]]


def is_alarm(name: str) -> bool:
    """Whether a figure is the better the lower it is."""
    return name.startswith("alarm")


def read() -> dict[str, dict[str, float]]:
    """Floors, and for alarms ceilings, by scorer and figure."""
    return tomllib.loads(PATH.read_text("utf-8")) if PATH.exists() else {}


def faults(floors: Mapping[str, float], figures: Mapping[str, float]) -> list[str]:
    """One sentence for each figure that is missing, below its floor or above its ceiling."""
    found = [f"{name} was not measured" for name in floors if name not in figures]
    for name, floor in floors.items():
        figure = figures.get(name, floor)
        if is_alarm(name) and figure > floor:
            found.append(f"{name} is {figure:g}, and may be at most {floor:g}")
        elif not is_alarm(name) and figure < floor:
            found.append(f"{name} is {figure:g}, and must be at least {floor:g}")
    return found


def bound(scorer: str, name: str, value: float) -> float:
    """The floor of a figure, for an alarm the ceiling; counts of a story keep within half of one."""
    is_count = name.startswith("alarm, counts") or name.startswith("alarm, faults")
    wide = next((one for start, one in STORY_MARGINS.items() if scorer.startswith(start)), MARGIN)
    margin = 0.5 if is_count else wide
    return round(min(100.0, value + margin) if is_alarm(name) else max(0.0, value - margin), 2)


def toml(figures: Figures, kept: Figures) -> str:
    """The content of ``floors.toml``.

    Args:
        figures: what was measured now; its floors lie a margin below.
        kept: floors of what was not measured now.
    """
    lines = ['# What each figure must reach; those that begin with "alarm" must not rise above. Written by']
    lines += ["# `python -m tests.gate.measure --write`: as measured, less (for alarms more) a margin."]
    bounds = {
        scorer: {name: bound(scorer, name, value) for name, value in values.items()}
        for scorer, values in figures.items()
    }
    places = {scorer: at for at, scorer in enumerate(read())}
    both = {**bounds, **kept}
    for scorer, values in sorted(both.items(), key=lambda item: places.get(item[0], len(places))):
        lines += ["", f'["{scorer}"]', *(f'"{name}" = {value}' for name, value in values.items())]
    return "\n".join(lines) + "\n"


def markdown(figures: Figures) -> str:
    """The figures as a table for the documentation."""
    lines = ["| measured | figure | value |", "|---|---|---|"]
    lines += [
        f"| {scorer} | {name} | {value:g} |" for scorer, values in figures.items() for name, value in values.items()
    ]
    return "\n".join(lines) + "\n"
