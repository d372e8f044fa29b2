"""How a text names an outlet: for its words as a whole, for what somebody told it, for what it reported, in passing."""

import pytest

from woozle.toolbox.copying.credits import form_at


@pytest.mark.parametrize(
    ("marked", "form"),
    [
        ("ORLE, May 3 (*Coastline*) - The bridge is closed.", "wire"),
        ("Bridge closed\nFrom the *Volden Gazette*\n\nThe bridge", "wire"),
        ("*Coastline*; additional reporting by our city desk", "wire"),
        ("*Coastline* contributed to this report.", "wire"),
        ("*Coastline* and agencies", "wire"),
        ("With reporting by *Coastline*", "wire"),
        ("Additional reporting from the *Gazette*", "wire"),
        ("This story was first published by *the Gazette*.", "wire"),
        ("This article originally appeared on *Fjordline*.", "wire"),
        ("Republished with permission from *the Gazette*", "wire"),
        ("a report of our media partner *Fjord TV*", "wire"),
        ("© 2031 *Fjordline*", "wire"),
        ("Source: *Coastline*", "wire"),
        ("Via *Coastline*", "wire"),
        ("Translated from *Le Quai*", "wire"),
        ("The bridge is shut.\n\n— *Coastline*\n", "wire"),
        ("Lantern staff and *Coastline*", "wire"),
        ("(With files from *Coastline*)", "wire"),
        ("Text: *Coastline*", "wire"),
        ("This is a shortened version of an article from *Fjordline*.", "wire"),
        ("Read the original on *Fjordline*", "wire"),
        ("Bridge shut\nBy Ivo Tarn, *Coastline*\n\nThe bridge", "wire"),
        ("“It is shut,” she told the *Gazette*.", "told"),
        ("said in an interview with *Fjord TV*", "told"),
        ("as he put it to *Coastline* yesterday", "told"),
        ("speaks of nine and, to the *Gazette*, of ten", "told"),
        ("she told a reporter from *Fjord TV*", "told"),
        ("the mayor said on *Fjord TV*", "told"),
        ("told the *Gazette* reporter Ann Orr", "told"),
        ("The daily *Gazette* on Monday quoted her as saying", "reported"),
        ("“Nothing is shut”, wrote the *Gazette*.", "reported"),
        ("a reporter for *Coastline* counted nine", "reported"),
        ("a video published by *Fjord TV*", "reported"),
        ("footage aired by *Fjord TV* shows smoke", "reported"),
        ("the *Gazette* newspaper reported", "reported"),
        ("as first reported by *the Gazette*", "reported"),
        ("*the Gazette* was first to report it", "reported"),
        ("*The Gazette* has it that nine are held", "reported"),
        ("according to the opposition news site *Fjordline*", "reported"),
        ("Our item followed a web page called *Fjordline*.", "reported"),
        ("I have a thing on my screen from *Fjordline*.", "reported"),
        ("her account, in *The Gazette*, has a name under it", "reported"),
        ("*Fjordline* reworded it a day later", "reported"),
        ("*Fjord TV*'s correspondent saw smoke", "reported"),
        ("She reads *the Gazette* in bed.", ""),
        ("the Coastline News Agency (*CNA*) said nothing new", ""),
        ("Smoke over the gate. Photo: *Coastline*", "picture"),
        ("(Ann Orr/Pool via *Coastline*)", "picture"),
        ("*Fjordline* did not answer questions.", "aside"),
        ("*the Gazette*'s editor was fined.", "aside"),
        ("Read more in *the Gazette*", "aside"),
        ("Smoke. Picture by Ann Orr for *Fjord TV*", "picture"),
        ("The police raided *the Gazette*.", "aside"),
    ],
)
def test_the_form_of_a_naming(marked: str, form: str) -> None:
    start = marked.index("*")
    end = marked.index("*", start + 1) - 1
    assert form_at(marked.replace("*", ""), start, end) == form
