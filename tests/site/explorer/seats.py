"""Seats for the tests: a page with nothing else on it, and a hand for what stands there."""

import json
import shutil
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from scripts.book import ROOT

ASSETS = ROOT / "docs" / "assets"
KEPT = "() => JSON.parse(localStorage.getItem('interleave'))"
FAR = '<div style="height: 5000px"></div>'
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Seats</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="assets/interleave.css"><link rel="stylesheet" href="assets/explorer.css">
<script type="module" src="assets/explorer.js"></script></head>
<body class="md-typeset" data-md-color-scheme="default">
<p><a href="#">A link before</a></p>{above}<main>{seats}</main><p><input aria-label="A field"></p>
</body></html>"""


def lay_out(folder: Path, seats: str, above: str = "") -> None:
    """A folder to serve: one page, and the assets."""
    shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    html = PAGE.format(seats=seats, above=above)
    (folder / "index.html").write_text(html, encoding="utf-8")


# Not wait_for_function, which makes code of a string: the pages' policy forbids that.
WALKS = """async (id) => {
  const painted = () => new Promise((done) => requestAnimationFrame(done));
  while (!document.getElementById(id).walk) await painted();
}"""


@dataclass
class Seat:
    """One seat on a page, as a reader works it."""

    page: Page
    id: str

    @property
    def element(self) -> Locator:
        """All of it."""
        return self.page.locator(f'[id="{self.id}"]')

    @property
    def here(self) -> str:
        """The address as the page has it; the browser's own word of it comes later."""
        found: str = self.page.evaluate("() => location.href")
        return found

    @property
    def desk(self) -> Locator:
        """The part with the buttons."""
        return self.element.locator(".il-seat__desk")

    @property
    def heard(self) -> Locator:
        """What a screen reader is told."""
        return self.element.locator("[role=status]")

    @property
    def verdict(self) -> Locator:
        """What is said of an ending."""
        return self.element.locator(".il-seat__verdict")

    @property
    def rows(self) -> Locator:
        """The endings."""
        return self.element.locator("tbody tr")

    def thread(self, key: str) -> Locator:
        """A thread's button."""
        return self.element.locator(f"button[data-key={key}]")

    def button(self, name: str) -> Locator:
        """Another button, by its name."""
        return self.element.get_by_role("button", name=name, exact=True)

    def ready(self) -> "Seat":
        """Wait until there is something to walk in."""
        self.element.scroll_into_view_if_needed()
        self.page.evaluate(WALKS, self.id)
        return self

    def press(self, keys: str) -> None:
        """Press letters, one after the other, with the focus on the desk."""
        self.desk.focus()
        for key in keys:
            self.page.keyboard.press(key)

    def click(self, keys: str) -> None:
        """Click on threads, one after the other."""
        for key in keys:
            self.thread(key).click()

    def schedule(self) -> str:
        """The steps so far, as the page shows them."""
        return "".join(self.element.locator(".il-seat__path .il-chip").all_inner_texts())

    def stage(self) -> list[Any]:
        """All that a step can change, for comparing two moments."""
        found: list[Any] = self.element.evaluate(
            """(seat) => [...seat.querySelectorAll("[data-line], [data-slot], .il-seat__values > div, [data-do]")]
                 .map((e) => [e.textContent, e.dataset.state, e.ariaDisabled, e.className])"""
        )
        return found

    def shown(self, text: str) -> None:
        """Expect that this sentence stands on the desk."""
        expect(self.desk).to_contain_text(text)


Sit = Callable[..., Seat]


def winning(states: dict[str, Any], wins: list[int]) -> str:
    """The shortest schedule to one of these outcomes."""
    graph, outcomes = states["graph"], states["outcomes"]
    goals = {(outcomes[n]["end"], outcomes[n]["output"]) for n in wins}
    ways = deque([(0, "")])
    seen = {0}
    while ways:
        at, schedule = ways.popleft()
        node = graph["nodes"][at]
        if (node["end"], graph["outputs"][node["output"]]) in goals:
            return schedule
        for slot, _, to in node["go"]:
            if to >= 0 and to not in seen:
                seen.add(to)
                letter = states["threads"][slot]["letter"] if slot else "M"
                ways.append((to, schedule + letter))
    raise AssertionError("no schedule reaches the goal")


def states_at(path: Path) -> dict[str, Any]:
    """The states that a built site publishes."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
