"""Takes the attributions out of a server's reply: data that is looked at, never followed."""

import json
import re
from typing import Any

#: Servers that know no form of answers let a model put its JSON between marks of code.
_FENCED = re.compile(r"\s*```(?:json)?\s*(.*?)\s*```\s*", re.DOTALL | re.IGNORECASE)


def read_json(data: str | bytes) -> Any:
    """A JSON value.

    Raises:
        ValueError: it is none, or one that is nested too deeply.
    """
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _choice(reply: Any) -> dict[str, Any]:
    try:
        choice = reply["choices"][0]
        return {"reason": choice.get("finish_reason"), "content": choice["message"]["content"]}
    except (TypeError, KeyError, IndexError, AttributeError):
        return {}


def answered(reply: Any) -> list[Any] | None:
    """The attributions of a reply, not yet held against the text; None where it is cut off or of another form."""
    choice = _choice(reply)
    content = choice.get("content")
    if not isinstance(content, str) or choice["reason"] == "length":
        return None
    fenced = _FENCED.fullmatch(content)
    try:
        answer = read_json(fenced[1] if fenced else content)
    except ValueError:
        return None
    items = answer.get("attributions") if isinstance(answer, dict) else None
    return items if isinstance(items, list) else None


def fault(reply: Any) -> str:
    """What is wrong with a reply that `answered` cannot use."""
    choice = _choice(reply)
    if choice.get("reason") == "length":
        return "an answer that was cut off at its greatest length"
    return f"an answer of another form: {shown(choice.get('content') or reply)}"


def shown(value: Any, most: int = 200) -> str:
    """A value of others on one line, cut, and without characters that steer a terminal."""
    try:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    except RecursionError:
        text = "something nested too deeply"
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * most]).split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
