"""Whether the words around a day look ahead or back."""

import pytest

from woozle.toolbox.when.tense import leans_ahead


def lean(text: str) -> bool | None:
    """How the words around the expression in brackets lean."""
    start, end = text.index("["), text.index("]")
    return leans_ahead(text.replace("[", "").replace("]", ""), start, end - 1)


@pytest.mark.parametrize(
    "text",
    [
        "He will come on [Friday].",
        "The court adjourned until [Friday].",
        "Rain is forecast to return on [Friday].",
        "The dome opens to everybody on [Friday].",
        "She expects the road to take lorries by [Friday].",
        "The ministry called on both sides to meet before [Friday].",
        "The students have announced a march for [Saturday].",
        "Their report, they let us know, comes on the [21st].",
        "The ministry asked for time until [Monday].",
        "There would be nothing to say, it wrote, before the briefing on [Thursday].",
        "The league asks members to bring hay to the market hall in Orle by [Saturday].",
        "Licences are issued at the counter from [Monday].",
        "It moves the tide to between 9 a.m. and 5 p.m. starting [January 1], they will say.",
    ],
)
def test_plans_demands_and_beginnings_look_ahead(text: str) -> None:
    assert lean(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "He came on [Friday].",
        "She tested it until [Friday], when she was sent home.",
        "He should have left on [Friday].",
        "We sat with them on [Sunday] until three.",
        "They brought it in [August].",
        "They had meant to be there for [Saturday]'s wedding.",
        "“It should not sail,” says a letter of [12 June].",
        "He asked the council on [Monday] to pay.",
    ],
)
def test_past_verbs_and_dated_papers_look_back(text: str) -> None:
    assert lean(text) is False


def test_words_without_a_verb_do_not_say() -> None:
    assert lean("The council, [Friday].") is None
