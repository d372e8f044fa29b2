"""Questions as rows: the words of both sides, for all questions of a page at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from woozle.model import records as r
from woozle.model.decisions import Decision
from woozle.report.index import Index
from woozle.report.live.asking import Question
from woozle.report.live.slices import Slice, heads_of, light_documents
from woozle.report.live.source import Asked
from woozle.report.words import voice_name

_Sides = Mapping[str, tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A question in a row: words of reports, and ours beside them (``left_note``, ``right_note``).

    ``decided``: what holds about it.
    """

    question: Question
    left: str
    right: str
    left_note: str
    right_note: str
    decided: Decision | None

    @property
    def href(self) -> str:
        """The question alone."""
        return f"/review?q={self.question.id}"


def _index(asked: Asked, totals: Mapping[str, Any], ids: Iterable[str]) -> Index:
    made = Slice()
    made.add(light_documents(asked, ids))
    return made.index(totals)


def _where(index: Index, document_id: str) -> str:
    report = index.reports.get(document_id)
    return f"{report.outlet}, {report.stamp}" if report else ""


def _ids(rows: Sequence[Question]) -> list[str]:
    return [key for row in rows for key in row.ids]


def _words(row: r.Assertion) -> str:
    return " … ".join(span.text for span in row.spans)


def _statements(asked: Asked, totals: Mapping[str, Any], rows: Sequence[Question]) -> _Sides:
    known = {row.id: row for row in asked.many(r.Assertion, _ids(rows))}
    index = _index(asked, totals, {row.document_id for row in known.values()})
    told = {key: (_words(row), _where(index, row.document_id)) for key, row in known.items()}
    return _paired(rows, told)


def _names(asked: Asked, totals: Mapping[str, Any], rows: Sequence[Question]) -> _Sides:
    del totals
    known = {row.id: row for row in asked.many(r.Entity, _ids(rows))}
    return _paired(rows, {key: (row.name, row.kind) for key, row in known.items()})


def _mentions(asked: Asked, totals: Mapping[str, Any], rows: Sequence[Question]) -> _Sides:
    known = {row.id: row for row in asked.many(r.Mention, _ids(rows))}
    index = _index(asked, totals, {row.document_id for row in known.values()})
    return _paired(rows, {key: (row.span.text, _where(index, row.document_id)) for key, row in known.items()})


def _paired(rows: Sequence[Question], told: Mapping[str, tuple[str, str]]) -> _Sides:
    return {
        row.id: (told[row.left_id][0], told[row.right_id][0], told[row.left_id][1], told[row.right_id][1])
        for row in rows
        if row.left_id in told and row.right_id in told
    }


def _copies(asked: Asked, totals: Mapping[str, Any], rows: Sequence[Question]) -> _Sides:
    known = {row.id: row for row in asked.many(r.Derivation, _ids(rows)) if row.parent_document_id}
    ids = {key for row in known.values() for key in (row.child_document_id, row.parent_document_id) if key}
    index = _index(asked, totals, ids)
    made = {}
    for question in rows:
        row = known.get(question.left_id)
        if row and row.parent_document_id:
            parent, child = index.reports[row.parent_document_id], index.reports[row.child_document_id]
            made[question.id] = (parent.title, child.title, _where(index, parent.id), _where(index, child.id))
    return made


def _voices(asked: Asked, totals: Mapping[str, Any], rows: Sequence[Question]) -> _Sides:
    del totals
    known = {row.id: row for row in asked.many(r.Origin, _ids(rows))}
    claims = {claim.id: claim.text for claim in heads_of(asked, {row.claim_id for row in known.values()})}
    made = {}
    for question in rows:
        sides = [known[key] for key in question.ids if key in known]
        if len(sides) == len(question.ids):
            claim = claims.get(sides[0].claim_id, "")
            left = voice_name(sides[0].voice) if len(sides) > 1 else claim
            made[question.id] = (left, voice_name(sides[-1].voice), "" if len(sides) == 1 else claim, "")
    return made


def _sources(asked: Asked, totals: Mapping[str, Any], rows: Sequence[Question]) -> _Sides:
    known = {row.id: row for row in asked.many(r.Attribution, _ids(rows)) if row.source}
    index = _index(asked, totals, {row.document_id for row in known.values()})
    made = {}
    for question in rows:
        row = known.get(question.left_id)
        if row and row.source:
            content = " … ".join(span.text for span in row.content)
            made[question.id] = (content, row.source.text, _where(index, row.document_id), "")
    return made


_BY_ASK: Mapping[str, Callable[[Asked, Mapping[str, Any], Sequence[Question]], _Sides]] = MappingProxyType(
    {
        "claims": _statements,
        "member": _statements,
        "names": _names,
        "name": _mentions,
        "copy": _copies,
        "voices": _voices,
        "voice": _voices,
        "attribution": _sources,
    }
)


def rows_of(
    asked: Asked, totals: Mapping[str, Any], questions: Sequence[Question], live: Mapping[str, Decision]
) -> tuple[Row, ...]:
    """Questions as rows, in their order; one whose rows are gone from the record is left out.

    Args:
        asked: the record.
        totals: what was counted over the whole record.
        questions: those of one page.
        live: decisions in force by what they are about.
    """
    sides: dict[str, tuple[str, str, str, str]] = {}
    for name in dict.fromkeys(one.ask.name for one in questions):
        sides |= _BY_ASK[name](asked, totals, [one for one in questions if one.ask.name == name])
    return tuple(Row(one, *sides[one.id], live.get(one.subject)) for one in questions if one.id in sides)


def plain_question(row: Row) -> dict[str, Any]:
    """A question as programs get it."""
    one = row.question
    return {
        "id": one.id,
        "ask": one.ask.name,
        "kind": one.kind,
        "verdicts": [*(answer.verdict for answer in one.ask.answers), "unsure"],
        "ids": list(one.ids),
        "left": row.left,
        "right": row.right,
        "n_claims": one.n_claims,
        "n_told": one.n_told,
        "score": one.score,
        "why": one.reason,
        "decided": {"id": row.decided.id, "verdict": row.decided.verdict, "who": row.decided.who, "at": row.decided.at}
        if row.decided
        else None,
        "href": row.href,
    }
