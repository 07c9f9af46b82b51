"""docs/_headers as a host reads it: Netlify, Cloudflare Pages, and others that took it over.

https://docs.netlify.com/manage/routing/headers and
https://developers.cloudflare.com/pages/configuration/headers: a path at the start of a line,
its headers indented below it; `*` stands for anything, `:name` for one segment. All rules
that match count, and what several say of one header is joined by commas.
"""

import re
from collections.abc import Callable
from pathlib import Path

from scripts.book import ROOT

FILE = ROOT / "docs" / "_headers"
Headers = dict[str, str]


def rules(path: Path) -> dict[str, Headers]:
    """Headers by path, as they stand in the file."""
    found: dict[str, Headers] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line and not line.startswith("#"):
            name, value = line.strip().split(": ", 1)
            found[list(found)[-1]][name] = value
    return found


def sender(path: Path) -> Callable[[str], Headers]:
    """By the path of a request, what a host sends with the answer."""
    found = [(_pattern(rule), headers) for rule, headers in rules(path).items()]

    def sent(asked: str) -> Headers:
        told: Headers = {}
        for pattern, headers in found:
            if pattern.fullmatch(asked.partition("?")[0]):
                for name, value in headers.items():
                    told[name] = f"{told[name]}, {value}" if name in told else value
        return told

    return sent


def _pattern(rule: str) -> re.Pattern[str]:
    parts = re.split(r"(\*|:\w+)", rule)
    instead = {"*": ".*", ":": "[^/]+"}
    return re.compile("".join(instead.get(part[:1], re.escape(part)) for part in parts))
