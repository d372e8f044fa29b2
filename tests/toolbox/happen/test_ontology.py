"""The ontology: names and codes that exist, and a page that says the same."""

from pathlib import Path

from woozle.toolbox.happen.ontology import CONFIDENCES, KINDS, STAGES
from woozle.toolbox.happen.triggers import NOUNS, VERBS

PAGE = (Path(__file__).parents[3] / "docs" / "guide" / "events.md").read_text("utf-8")
ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
        "Chemical weapon",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
PLOVER = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)


def test_every_trigger_names_a_kind() -> None:
    assert set(VERBS.values()) | set(NOUNS.values()) <= set(KINDS)


def test_codes_are_those_of_the_codebooks() -> None:
    for kind in KINDS.values():
        assert kind.acled is None or kind.acled[1] in ACLED[kind.acled[0]]
        assert kind.plover is None or kind.plover[0] in PLOVER


def test_the_page_lists_every_kind_with_its_codes() -> None:
    for kind in KINDS.values():
        (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{kind.name}` ")]
        assert (" / ".join(kind.acled) if kind.acled else "–") in line
        assert (" ".join(part for part in kind.plover if part) if kind.plover else "–") in line
    assert all(f"`{word}`" in PAGE for word in (*STAGES, *CONFIDENCES))
