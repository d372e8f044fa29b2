"""The voices behind one claim: origins of one voice together, each report under the occasions it leads back to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from woozle.model.records import Assertion, Origin
from woozle.report.index import Index
from woozle.report.words import NO_OUTLET, is_unnamed, voice_name

_RANK = {"sure": 0, "half": 1, "may": 2, "none": 3}
_HUES = "abcde"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One origin with the assertions that lead back to it; None where nothing is known of whom they lead back to.

    ``first``: reports that went to the source themselves.
    """

    origin: Origin | None
    assertions: Sequence[Assertion]
    first: frozenset[str]

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports, each once, in the order of their assertions."""
        return tuple(dict.fromkeys(row.document_id for row in self.assertions))


@dataclass(frozen=True, slots=True)
class Standing:
    """A voice as it stands behind one claim.

    ``letter`` is ``A`` for the counted voice with most reports, ``?`` for one that is not counted, empty for nobody;
    ``hue`` the class of its colour: ``a`` to ``e``, then ``k`` (ink), ``u`` (not counted), ``n`` (nobody);
    ``people``: how many it is, where a report counts them without a name: "two fishermen" are two voices.
    """

    letter: str
    hue: str
    name: str
    kind: str
    certainty: str
    unnamed: bool
    occasions: Sequence[Occasion]
    people: int = 1

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that lead back to this voice, each once."""
        return tuple(dict.fromkeys(i for occasion in self.occasions for i in occasion.report_ids))

    @property
    def first(self) -> frozenset[str]:
        """Reports that went to this voice themselves."""
        return frozenset(i for occasion in self.occasions for i in occasion.first)

    @property
    def is_counted(self) -> bool:
        """Whether it is in the best count."""
        return self.certainty in ("sure", "half")


def voice_key(origin: Origin) -> str:
    """What makes two origins one voice: the entity, else the name. The unnamed are never put together."""
    voice = origin.voice
    if voice.entity_id:
        return f"e:{voice.entity_id}"
    if voice.name and not is_unnamed(voice):
        return f"n:{voice.kind}:{voice.name.casefold()}"
    return f"o:{origin.id}"


def _went_to_source(index: Index, origin: Origin | None, assertions: Sequence[Assertion]) -> frozenset[str]:
    """Reports of an occasion that are made from no other report of it and name no carrier but themselves."""
    if origin is None or origin.certainty == "none":
        return frozenset()
    here = {row.document_id for row in assertions}
    first: set[str] = set()
    for row in assertions:
        if row.id == origin.root_assertion_id:
            first.add(row.document_id)
            continue
        attribution = index.attributions.get(row.attribution_id or "")
        if attribution and any(carrier.kind == "outlet" for carrier in attribution.via):
            continue
        if not any(parent.parent_document_id in here for parent in index.parents_of.get(row.document_id, ())):
            first.add(row.document_id)
    return frozenset(first)


def _occasions(index: Index, claim_id: str) -> list[Occasion]:
    members = index.members_of.get(claim_id, ())
    known = {row.id for row in members}
    listed: dict[str, list[str]] = defaultdict(list)
    origins = index.origins_of.get(claim_id, ())
    for origin in origins:
        listed[origin.id] += [i for i in origin.assertion_ids if i in known]
    for row in members:
        if row.origin_id in listed and row.id not in listed[row.origin_id]:
            listed[row.origin_id].append(row.id)
    placed = {i for ids in listed.values() for i in ids}
    made = []
    for origin in origins:
        rows = sorted((index.assertions[i] for i in listed[origin.id]), key=lambda row: _when(index, row))
        made.append(Occasion(origin, rows, _went_to_source(index, origin, rows)))
    left = sorted((row for row in members if row.id not in placed), key=lambda row: _when(index, row))
    if left:
        made.append(Occasion(None, left, frozenset()))
    return [occasion for occasion in made if occasion.assertions]


def _when(index: Index, row: Assertion) -> tuple[object, ...]:
    return (*index.reports[row.document_id].order, row.spans[0].start if row.spans else 0, row.id)


def _group(occasions: Sequence[Occasion]) -> Mapping[str, list[Occasion]]:
    groups: dict[str, list[Occasion]] = defaultdict(list)
    for occasion in occasions:
        origin = occasion.origin
        groups["" if origin is None or origin.certainty == "none" else voice_key(origin)].append(occasion)
    return groups


def _certainty(occasions: Sequence[Occasion]) -> str:
    found = [occasion.origin.certainty for occasion in occasions if occasion.origin]
    return min(found, key=lambda word: _RANK.get(word, 2), default="none")


def _letter(place: int) -> str:
    return chr(65 + place) if place < 26 else f"{chr(64 + place // 26)}{chr(65 + place % 26)}"


def _name(index: Index, occasions: Sequence[Occasion], origin: Origin | None) -> str:
    if origin is None or origin.certainty == "none":
        return "Leads back to nobody"
    if origin.voice.kind == "own_reporting" and not origin.voice.name:
        first = next((i for occasion in occasions for i in occasion.report_ids if i in occasion.first), None)
        outlet = index.reports[first].outlet if first else NO_OUTLET
        return voice_name(origin.voice) if outlet == NO_OUTLET else f"{outlet}’s own reporter"
    return voice_name(origin.voice)


def _people(occasions: Sequence[Occasion]) -> int:
    """As many as the report says that counts most of them; nobody is one ring."""
    return max((found.origin.voice.people for found in occasions if found.origin), default=1)


def standing(index: Index, claim_id: str) -> tuple[Standing, ...]:
    """The voices behind a claim: counted ones by number of reports, then those not counted, then nobody."""
    found: list[tuple[tuple[object, ...], str, list[Occasion]]] = []
    for key, occasions in _group(_occasions(index, claim_id)).items():
        certainty = _certainty(occasions)
        reports = {i for occasion in occasions for i in occasion.report_ids}
        rank = 0 if certainty in ("sure", "half") else _RANK.get(certainty, 2)
        earliest = min(_when(index, occasion.assertions[0]) for occasion in occasions)
        found.append(((rank, -len(reports), earliest, key), certainty, occasions))
    found.sort(key=lambda item: item[0])
    made, counted = [], 0
    for _, certainty, occasions in found:
        letter, hue = {"may": ("?", "u"), "none": ("", "n")}.get(certainty, ("", ""))
        if not hue:
            letter, hue = _letter(counted), _HUES[counted] if counted < len(_HUES) else "k"
            counted += 1
        origin = next((occasion.origin for occasion in occasions if occasion.origin), None)
        nobody = certainty == "none" or origin is None
        made.append(
            Standing(
                letter=letter,
                hue=hue,
                name=_name(index, occasions, origin),
                kind="" if nobody or origin is None else origin.voice.kind,
                certainty=certainty,
                unnamed=origin is not None and not nobody and is_unnamed(origin.voice),
                occasions=sorted(occasions, key=lambda occasion: _when(index, occasion.assertions[0])),
                people=1 if nobody else _people(occasions),
            )
        )
    return tuple(made)
