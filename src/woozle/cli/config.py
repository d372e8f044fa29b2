"""woozle config: the settings of a case."""

import tomllib
from typing import Annotated, Any

import typer

import woozle
from woozle.cli.output import CasePath, Json, Out, Quiet, examples

EPILOG = examples(
    "woozle config border.woozle",
    "woozle config border.woozle run.seconds_a_report",
    "woozle config border.woozle run.seconds_a_report 120",
)


def _value(text: str) -> Any:
    """What the text means as TOML; plain words are themselves."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def config(
    case: CasePath,
    key: Annotated[str | None, typer.Argument(metavar="SECTION.NAME", help="One setting.")] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="Its new value.")] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Show the settings of a case and where each comes from, or change one; the next run remakes what follows."""
    out = Out(as_json, quiet)
    opened = woozle.open(case)
    if key is not None and value is not None:
        opened.set(key, _value(value))
        out.note(f"{key} = {value}; next: woozle run {case}")
    flat = {f"{part}.{name}": each for part, values in opened.settings().items() for name, each in values.items()}
    if key is not None and key not in flat:
        raise woozle.errors.UsageError(f"{key} is no setting; there are {', '.join(flat)}")
    shown = {key: flat[key]} if key is not None else flat
    origins = opened.setting_origins()
    out.data(f"{name} = {each!r}  ({origins[name]})" for name, each in shown.items())
    out.done({"settings": shown, "origins": {name: origins[name] for name in shown}})
    return 0
