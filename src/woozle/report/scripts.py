"""In which script words stand, so that they are set as it wants: fonts, height of lines, nothing slanted or spaced."""

import re

#: So many characters are looked at.
_LOOKED = 400
_LETTER = re.compile(r"[^\W\d_]")
#: Scripts with rules of their own, by the name that BCP 47 gives to words in them whose language is not known.
_SCRIPTS = tuple(
    (name, re.compile(f"[{ranges}]"))
    for name, ranges in (
        ("und-Jpan", "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"),
        ("und-Kore", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"),
        ("und-Hani", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"),
        ("und-Arab", "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufeff"),
        ("und-Hebr", "\u0590-\u05ff\ufb1d-\ufb4f"),
    )
)


def script_of(text: str) -> str:
    """``und-Jpan``, ``und-Kore``, ``und-Hani``, ``und-Arab`` or ``und-Hebr``; empty where most letters are of others.

    It is no guess at a language. Japanese and Korean stand in Chinese characters too: one fifth of their own tell them.
    """
    head = text[:_LOOKED]
    if head.isascii():
        return ""
    total = len(_LETTER.findall(head))
    found = {name: len(pattern.findall(head)) for name, pattern in _SCRIPTS}
    han = found["und-Hani"]
    for name in ("und-Jpan", "und-Kore"):
        if 5 * found[name] >= found[name] + han > total / 2:
            return name
    name = max(found, key=lambda one: found[one])
    return name if found[name] > total / 2 else ""
