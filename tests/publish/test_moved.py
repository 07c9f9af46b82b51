"""Old addresses."""

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.problem import Problem
from scripts.publish import moved

SITE = "https://example.org/book/"
THERE = ["", "races/", "lab/race/"]


def test_an_old_address_leads_to_the_new_one_with_and_without_scripts() -> None:
    ((name, html),) = moved.pages({"lab/old/": "races/"}, THERE, SITE).items()
    assert name == "lab/old/index.html"
    tree = HTMLParser(html)
    found = {node.tag: node.attributes for node in tree.css("a, script, link, [http-equiv]")}
    assert found["a"]["href"] == "../../races/"
    assert found["script"]["src"] == "../../assets/moved.js"
    assert found["link"]["href"] == f"{SITE}races/"
    assert found["meta"]["content"] == "0; url=../../races/"


def test_an_old_address_may_lead_to_the_first_page() -> None:
    (html,) = moved.pages({"old/": ""}, THERE, SITE).values()
    assert 'href="../"' in html


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("old/", "gone/", "gone/, which is none"),
        ("races/", "lab/race/", "races/, which is a page"),
        ("old", "races/", "old"),
        ("../old/", "races/", "../old/"),
    ],
)
def test_what_leads_nowhere_is_refused(old: str, new: str, seen: str) -> None:
    with pytest.raises(Problem) as told:
        moved.pages({old: new}, THERE, SITE)
    assert told.value.seen == seen
