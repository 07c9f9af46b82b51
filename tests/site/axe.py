"""axe, asked for what is serious; quick enough for pages with many programs."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"]}
COLOURS = {**EVERYTHING, "runOnly": ["color-contrast"]}

# Contrast takes axe seconds for a page with a thousand coloured words. It is
# the same for texts of the same colour, size and weight on the same ground: one
# of each look will do.
MARK_LOOKS = """() => {
  const seen = new Set();
  const clear = /^rgba\\(.*, 0\\)$/;
  const under = (e) => {
    const found = [];
    for (; e; e = e.parentElement) {
      const s = getComputedStyle(e);
      found.push(s.opacity, s.backgroundImage);
      if (!clear.test(s.backgroundColor)) found.push(s.backgroundColor);
    }
    return found.filter((v) => v !== "1" && v !== "none").join();
  };
  const hasText = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  for (const e of document.querySelectorAll("[data-look]")) delete e.dataset.look;
  for (const e of document.body.querySelectorAll("*")) {
    if (!(hasText(e) || e.matches("input[placeholder]")) || !e.checkVisibility()) continue;
    const s = getComputedStyle(e);
    const look = [s.color, s.fontSize, s.fontWeight, under(e)].join();
    if (seen.has(look)) continue;
    seen.add(look);
    e.dataset.look = seen.size;
  }
  return seen.size;
}"""


RUN = """([within, options]) => {
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });
  return axe.run(within || document, options);
}"""


def grave_findings(page: Page, within: str = "") -> list[str]:
    """What axe calls serious or critical, one line for each element.

    within: a selector, where a part of the page is asked for; long pages take seconds.
    """
    return _run(page, EVERYTHING, within)


def grave_colours(page: Page, within: str = "") -> list[str]:
    """The same for what alone a scheme changes: the colours."""
    return _run(page, COLOURS, within)


def _run(page: Page, options: dict[str, Any], within: str) -> list[str]:
    looks = page.evaluate(MARK_LOOKS)
    assert looks > 1, "a page has texts of several looks"
    page.evaluate(Axe().axe_script)
    return [
        f"{found['id']}: {node['html'][:160]}"
        for found in page.evaluate(RUN, [within, options])["violations"]
        if found["impact"] in GRAVE
        for node in found["nodes"]
    ]
