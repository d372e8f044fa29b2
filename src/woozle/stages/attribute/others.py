"""Acts of cues that only the engine finds: verbs that are no cue often enough to be looked for, but have an act."""

from collections.abc import Sequence

#: act and stems of verbs, as they stand before -s, -ed and -ing.
_STEMS: tuple[tuple[str, str], ...] = (
    (
        "deny",
        "pooh-pooh scotch rubbish debunk repudiat disclaim rebuff gainsa negat shrug dispell quell discount",
    ),
    (
        "intend",
        "toy mull ponder contemplat weigh eye ey prepar hatch commit committ earmark gear schem scheme resolv "
        "intend envisag explor",
    ),
    (
        "believe",
        "brac brace glimps glimpse smell smelt smelled tast taste overhear overheard discern mistook mistak mistake "
        "dread long yearn crav crave envy envi admir distrust mistrust loath loathe hate hat cherish relish foresee "
        "foresaw pictur picture detect sight pencil pencill pin banking bank count reckon lov love wager gambl "
        "faith confidence entertain nurs nurse harbour harbor anticipat covet rue ru pray pin root read",
    ),
    (
        "direct",
        "outlaw veto vetoe summon fin acquit acquitt overturn uphold upheld quash jail sentenc remand annul annull "
        "overrul reinstat award evict disqualif suspend subpoena enjoin implor beseech besought nudg goad prod prodd "
        "bid bade appeal",
    ),
    ("ask", "investigat quiz quizz grill quer query puzzl probe prob"),
)
#: The same by stem, each with the place of its act above; a word of several acts has the first of them.
_ACTS = {stem: (at, act) for at, (act, stems) in reversed([*enumerate(_STEMS)]) for stem in stems.split()}
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "ied", "ies")


def _stems(low: str) -> set[str]:
    return {low.removesuffix(ending) for ending in _ENDINGS if low.endswith(ending)}


def other_act(lows: Sequence[str]) -> str | None:
    """The act of a cue that no list of cue verbs holds; None where no word of it tells.

    Args:
        lows: the words of the cue in small letters, such as ``("toyed", "with")`` for an intention.
    """
    for low in lows:
        found = [_ACTS[stem] for stem in _stems(low) if stem in _ACTS]
        if found:
            return min(found)[1]
    return None
