"""Offices for a body that has no name beside them."""

import pytest

from woozle.stages.origins.offices import office_of


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Police spokeswoman Ina Holm said so.", "police"),
        ("the ministry's spokeswoman, Ina Holm, said so.", "ministry"),
        ("Transport Minister Ina Holm said so.", "transport ministry"),
        ("Her minister Ina Holm said so.", ""),
        ("fire chief Ina Holm said so.", "fire"),
        ("Ina Holm, a spokeswoman, said so.", ""),
        ("Ina Holm, spokeswoman for the county crisis staff, said so.", "county crisis staff"),
        ("Ina Holm of the county's crisis staff said so.", "county crisis staff"),
        ("Ina Holm, who runs the district hospital, said so.", "district hospital"),
        ("the baker Ina Holm said so.", None),
        ("The former police spokeswoman Ina Holm said so.", None),
        ("School director Ina Holm said so.", None),
    ],
)
def test_offices(text: str, body: str | None) -> None:
    at = text.index("Ina Holm")
    found = office_of(text, at, at + len("Ina Holm"))
    assert (found.body if found else None) == body
