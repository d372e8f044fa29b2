"""Paragraphs as stretches of words, for speech that the page's layout introduces."""

from dataclasses import dataclass

from woozle.stages.attribute.view import View


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text.

    Attributes:
        first: its first word.
        last: the word behind it.
        flow: its first sentence.
        is_question: whether it ends as a question that nobody quotes.
    """

    first: int
    last: int
    flow: int
    is_question: bool


def paragraphs(view: View) -> list[Paragraph]:
    """The paragraphs of a text, in text order."""
    found: list[Paragraph] = []
    for number, flow in enumerate(view.flows):
        is_same = number > 0 and view.flows[number - 1].paragraph == flow.paragraph
        first, opening = (found[-1].first, found[-1].flow) if is_same else (flow.first, number)
        is_question = view.lows[flow.last - 1] == "?" and view.quoted[flow.last - 1] < 0
        one = Paragraph(first, flow.last, opening, is_question)
        if is_same:
            found.pop()
        found.append(one)
    return found
