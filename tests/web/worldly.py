"""A record whose reports stand in Arabic, Hebrew, Chinese and Japanese, each copied once, with questions on them."""

from tests.report.sample import Record, span
from woozle.model import records as r
from woozle.model.ids import bytes_id, row_id
from woozle.model.tables import Near
from woozle.model.values import Occasion, Published, Range, Reason, Side, Voice

#: Language, outlet, outlet that copies it, title, what is said, source, cue; and the text that holds them.
TOLD = (
    (
        "ar",
        "صحيفة المرسى",
        "راديو كيش",
        "إغلاق جسر تولم بعد منتصف الليل",
        "الجسر مغلق منذ منتصف الليل",
        "رئيس البلدية",
        "قال",
    ),
    ("he", "ידיעות הנמל", "רדיו קש", "גשר טולם נסגר אחרי חצות", "הגשר סגור מאז חצות הלילה", "ראש העיר", "אמר"),
    ("zh-Hant", "潮聲報", "港口日報", "午夜後托爾姆大橋關閉", "大橋自午夜起關閉，三輛卡車被困", "市長", "表示"),
    (
        "ja",
        "潮騒新聞",
        "港日報",
        "トルム橋、深夜から通行止め",
        "橋は深夜から閉鎖され、三台が立ち往生している",
        "市長",
        "述べた",
    ),
)


def _text(row: tuple[str, ...]) -> str:
    language, _, _, title, said, source, cue = row
    if language in ("ar", "he"):
        return f"{title}\n\n{cue} {source}: “{said}”. 40 Wire."
    return (
        f"{title}\n\n{source}：「{said}」と{cue}。40 Wire。"
        if language == "ja"
        else f"{title}\n\n{source}{cue}：「{said}」。"
    )


def _report(record: Record, row: tuple[str, ...], outlet: str, hour: int) -> tuple[r.Document, str]:
    language, _, _, title, said, source, cue = row
    text = _text(row)
    capture = bytes_id(f"{outlet}{text}".encode())
    start = f"2031-04-08T{hour:02d}:00:00Z"
    name = f"inbox/{outlet}.html"
    when = Published(start, start[:14] + "01:00Z", "stated")
    document = r.Document(
        row_id("document", outlet), capture, name, (name,), outlet, None, title, (), when, language, "utf-8", text, ()
    )
    content, at = span(text, said), span(text, source)
    speaker = row_id("entity", language, source)
    attribution = r.Attribution(
        row_id("attribution", outlet),
        document.id,
        "direct",
        (content,),
        span(text, cue),
        at,
        speaker,
        (),
        "assert",
        "plain",
        None,
    )
    assertion = r.Assertion(
        row_id("assertion", outlet),
        document.id,
        (content,),
        attribution.id,
        row_id("claim", said),
        row_id("origin", said),
        "affirmed",
        "plain",
        (speaker,),
        (),
        (),
        (),
        None,
    )
    record.add(
        document, attribution, assertion, r.Mention(row_id("mention", outlet), document.id, at, "person", speaker)
    )
    return document, assertion.id


def worldly() -> Record:
    """The record."""
    record, first = Record(), list[str]()
    for hour, row in enumerate(TOLD, 6):
        language, outlet, other, _, said, source, _ = row
        parent, one = _report(record, row, outlet, hour)
        child, two = _report(record, row, other, hour + 4)
        first.append(one)
        speaker = row_id("entity", language, source)
        why = (Reason("All words stand in the same order", "9/9", 0.6),)
        half = len(parent.text) // 2
        record.add(
            r.Entity(speaker, source, "person", (source,), False),
            r.Derivation(row_id("derivation", other), child.id, parent.id, None, "edited", "known", False, 0.9, why),
            r.Passage(
                row_id("passage", other),
                Side(parent.id, 0, half, parent.text[:half]),
                Side(child.id, 0, half + 2, child.text[: half + 2]),
                "edited",
                0.9,
                (),
            ),
            r.Origin(
                row_id("origin", said),
                row_id("claim", said),
                Voice(speaker, source, "person"),
                Occasion("interview", "2031-04-08", outlet),
                "sure",
                one,
                (one, two),
                why,
            ),
            r.Claim(
                row_id("claim", said),
                said,
                (one, two),
                None,
                2,
                2,
                Range(1, 1, 1),
                Range(1, 1, 1),
                "2031-04-08",
                "2031-04-08",
            ),
        )
    for left, right in ((0, 2), (1, 3)):
        pair = (first[left], first[right])
        record.add(Near(f"claims {pair[0]} {pair[1]}", "claims", *pair, 10, "bridge"))
    claims = [row_id("claim", row[4]) for row in TOLD]
    record.add(r.Conflict(row_id("conflict", 1), claims[0], claims[2], "figure", ()))
    return record
