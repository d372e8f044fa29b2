"""The country of who publishes, from the address of a page and from the outlet's name."""

import re

from woozle.toolbox.where.folding import plain_key
from woozle.toolbox.where.world import World

_HOST = re.compile(r"\Ahttps?://(?:[^/@?#]*@)?[^/:?#]*\.([a-z]{2})(?=[/:?#]|\Z)", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]\w+")
#: Endings of addresses that anybody takes, and those that are not the code of their country.
_ANYBODY = frozenset("ai cc co eu fm gg io la ly me nu sh to tv ws".split())
_CODES = {"UK": "GB"}


def home_of(outlet: str | None, address: str, world: World) -> str | None:
    """The country of an outlet, ISO 3166; None where neither its address nor its name tells one.

    Args:
        outlet: its name; one that holds a country's name or people tells it: "The Jamaica Observer".
        address: where the report came from; a path tells nothing.
        world: for names of countries and peoples.
    """
    host = _HOST.match(address)
    if host and host[1].lower() not in _ANYBODY:
        code = host[1].upper()
        return _CODES.get(code, code)
    lands: set[str] = set()
    for word in _WORD.findall(outlet or ""):
        lands.update(world.peoples(plain_key(word)))
        lands.update(land for entry in world.tables.find(word) if entry.kind == "country" for land in entry.countries)
    return lands.pop() if len(lands) == 1 else None
