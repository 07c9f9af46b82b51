"""Old addresses of pages: each keeps a page that leads to where its words are now."""

from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import urljoin

from scripts.problem import Problem

SCRIPT = "assets/moved.js"  # takes the part after # along, which the refresh would drop
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>This page has moved</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{whole}">
<script src="{up}{script}"></script>
<meta http-equiv="refresh" content="0; url={link}">
</head>
<body><h1>This page has moved</h1><p>It is <a id="there" href="{link}">here</a> now.</p></body>
</html>
"""


def pages(moved: Mapping[str, str], there: Iterable[str], site: str) -> dict[str, str]:
    """The page for each old address, by its file.

    moved: old addresses and where each is now, such as "race/" and "races/". there: the
    addresses of the book's pages. site: what canonical links begin with. Raises Problem
    where one leads nowhere, or is still a page.
    """
    known = set(there)
    found = {}
    for old, new in moved.items():
        _judge(old, new, known)
        up = "../" * old.count("/")
        link = escape(up + new or "./")
        found[f"{old}index.html"] = PAGE.format(
            whole=escape(urljoin(site, new)), link=link, up=up, script=SCRIPT
        )
    return found


def _judge(old: str, new: str, known: set[str]) -> None:
    wrong = None
    if not old.endswith("/") or old.startswith(("/", ".")):
        wrong = "an old address such as races/", old
    elif old in known:
        wrong = "an address that no page has any more", f"{old}, which is a page"
    elif new not in known:
        wrong = f"the address of a page, for {old}", f"{new}, which is none"
    if wrong:
        expected, seen = wrong
        raise Problem(
            "mkdocs.yml", expected=expected, seen=seen, command="grep -n -A5 moved: mkdocs.yml"
        )
