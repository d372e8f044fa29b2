"""One report's cells: spans quote the text as it stands, also where it was read in small letters."""

from woozle.reader import Reader
from woozle.stages.extract.cells import Report, read_cells
from woozle.stages.extract.reading import Around
from woozle.toolbox.where import home_of, load_world

LOUD = (
    "SALTBY, 7 JUNE 2031. AT LEAST 31 PEOPLE WERE KILLED ON 6 JUNE 2031 WHEN GUNMEN ATTACKED A BUS NEAR SALTBY, THE "
    "INTERIOR MINISTRY SAID IN A STATEMENT."
)


def test_a_text_in_capitals_is_read_in_small_letters_and_quoted_in_capitals() -> None:
    reading = Reader().read(LOUD)
    world = load_world("")
    report = Report(LOUD, "d", None, None, reading.sentences, reading.mentions, reading.attributions)
    cells = read_cells(report, Around(world, home_of(None, "", world)))
    assert cells.heard != LOUD
    assert cells.heard.upper() == LOUD
    shown = cells.quoting(LOUD)
    tables = (shown.times, shown.places, shown.quantities)
    assert all(rows and all(row.span.text == LOUD[row.span.start : row.span.end] for row in rows) for rows in tables)
    assert [row.low for row in shown.quantities] == [31]
    assert shown.quoting(LOUD) == shown
