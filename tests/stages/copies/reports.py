"""Invented reports for the tests of this room."""

from woozle.model.ids import row_id
from woozle.model.records import Document
from woozle.model.values import Published
from woozle.stages.copies.pairs import Report
from woozle.toolbox.copying.marked import mark

FERRY = (
    "The night ferry to Holm ran onto a sandbank off Sarnby on Tuesday with sixty-two passengers and a cargo of bees. "
    "Harbour pilot Greta Munk said the channel had been dredged too narrow in the spring. "
    "“I warned the board twice, and twice the board thanked me for my letter,” she said. "
    "The ferry came free at high water and went on to Holm under her own power, nine hours late. "
    "Nobody was hurt, but four hives broke loose on the car deck and the bar stayed shut for the rest of the crossing."
)
#: The same in other words, sentence by sentence.
SPUN = (
    "On Tuesday the nocturnal boat to Holm drove upon a shoal near Sarnby, carrying 62 travellers and a freight of "
    "bees. Greta Munk, a port pilot, stated that in spring the waterway was dug too tight. “I cautioned the council "
    "two times and they only praised my note,” she stated. At flood tide the boat floated off and continued to Holm by "
    "its own force, nine hours behind. No one got injured, though four beehives came open upon the vehicle deck and "
    "the tavern remained closed till the end of the passage."
)
MARKET = (
    "The flower market in Tolvik closes for good at the end of the month after a hundred and nine years. "
    "Stallholder Per Adler blamed the new car park, which costs more an hour than a bunch of tulips. "
    "The town council wants to turn the hall into flats and a museum of rope."
)


def day(text: str | None) -> Published | None:
    return Published(f"{text}T00:00:00Z", f"{text}T24:00:00Z", "stated") if text else None


def report(name: str, text: str, outlet: str | None = None, published: str | None = None) -> Report:
    return Report(name, outlet, None, day(published), mark(text), frozenset())


def document(text: str, outlet: str | None = None, published: str | None = None) -> Document:
    key = row_id("document", outlet, text)
    return Document(key, "sha256:", "x", ("x",), outlet, None, None, (), day(published), "en", "utf-8", text, ())
