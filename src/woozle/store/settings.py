"""Settings: read from ``woozle.toml`` over their defaults, and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from woozle.errors import UsageError


def _is_kind(value: Any, default: Any) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float)
    return isinstance(value, type(default))


def read_settings(text: str, defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Settings objects by section, from TOML over defaults.

    Args:
        text: the TOML.
        defaults: a frozen dataclass instance of plain values for each section.

    Raises:
        UsageError: with every unknown section or key and every wrong type, one a line.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"woozle.toml is not TOML: {error}") from error
    faults = [
        f"[{section}] is no section; there are {', '.join(sorted(defaults))}"
        for section in found
        if section != "case" and section not in defaults
    ]
    out = {}
    for section, default in defaults.items():
        good, bad = _checked(section, found.get(section, {}), default)
        out[section] = replace(default, **good)
        faults += bad
    if faults:
        raise UsageError("woozle.toml has mistakes:\n" + "\n".join(faults))
    return out


def _checked(section: str, values: Mapping[str, Any], default: Any) -> tuple[dict[str, Any], list[str]]:
    """The settings of a section that are right, and a line for each that is not."""
    known = {f.name: getattr(default, f.name) for f in fields(default)}
    good, faults = {}, []
    for key, value in values.items():
        if key not in known:
            faults.append(f"[{section}] {key} is no setting; there are {', '.join(known) or 'none'}")
        elif not _is_kind(value, known[key]):
            faults.append(f"[{section}] {key} = {value!r}: a value like {known[key]!r} is expected")
        else:
            good[key] = value
    return good, faults
