"""Lines of furniture are told by their words, and sentences of reports are left alone."""

import pytest

from woozle.toolbox.text.furniture import begins_tail, is_furniture_line, is_prose, stored_at

FURNITURE = """
Share
Like
Share | Tweet | Email
Share this story on Facebook
Follow us on Instagram and Telegram
READ MORE: Lighthouse keeper finds a second lighthouse
Related articles
You may also like
More from Harbour News
Sign up for our newsletter
Sign in to comment
Get the day's tides in your inbox every morning
You can unsubscribe at any time. More info
Leave a Reply
Your email address will not be published. Required fields are marked *
There are no comments for this story
Be the first to share your thoughts
Advertisement
Article continues below
© 2031 The Saltby Echo. All rights reserved.
Terms of Use
Privacy Policy | Terms | Contact
This site uses cookies to remember what you have read.
Accept all cookies
5 min read
Saltby Echo logo
ferry-aground-2.jpg
1683400000 17 Ferry strikes the old tooth
Photo: Mara Quill
    • Explore
Tags: ferry, harbour
Skip to content
""".strip().splitlines()

REPORT = """
Share prices of Norra Lines fell by a third.
Help, they shouted, but nobody on the pier heard them.
Support, she said, was growing by the hour.
We bake cookies for the crews, the cook told reporters.
Copyright law does not protect a lighthouse, the judge said.
"Sign up or go home," the recruiter told them.
Related charges were dropped in May, the prosecutor said.
Read the letter again, the minister told the chamber.
More in sorrow than in anger, the captain resigned.
The comments were made on Monday.
Get your children off the pier, the coxswain shouted.
Follow our boat, he told the trawlers.
Home to 340,000 people, the town has one hospital.
Watch the door, the mate had said.
Latest: five boats have reached the island, the coastguard says
By Monday the water had gone.
How does it work?
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert is_furniture_line(line)


@pytest.mark.parametrize("line", REPORT)
def test_report(line: str) -> None:
    assert not is_furniture_line(line)


def test_picture_names_say_when_they_were_stored() -> None:
    assert stored_at("1683400000 17 Ferry strikes the old tooth") == 1683400000
    assert stored_at("1683400000 people cannot all be wrong.") is None
    assert stored_at("Ferry strikes") is None


def test_tails_and_prose() -> None:
    assert begins_tail("Leave a Reply")
    assert begins_tail("• Comments (3)")
    assert not begins_tail("Leave a Reply to the minister and go, said the crowd")
    assert is_prose("The ferry ran aground off the pier on Monday evening, and nobody on board was hurt.")
    assert not is_prose("News Sport Tides Weather Kitchen Harbour Law Money World Deaths Births Log in")
