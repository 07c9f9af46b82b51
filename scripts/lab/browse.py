"""Runs the lab's programs in a real Chromium, with the very modules that readers get."""

from playwright.sync_api import sync_playwright

from scripts import browser, machine
from scripts.book import Book
from scripts.host import served
from scripts.lab.box import RUNS
from scripts.lab.program import CHAPTER, digest, programs
from scripts.lab.record import Record

# The server sends these itself, so no helper is needed.
ISOLATED = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
}
RUN = """async ([module, program, runs]) => {
  const { Race } = await import(module);
  const race = new Race(program);
  const facts = [];
  while (facts.length < runs) facts.push(await race.run());
  race.end();
  return facts;
}"""


def record(book: Book, runs: int = RUNS) -> Record:
    """Run every program and tell what came of it."""
    path = browser.ensure()
    with (
        served(book.docs, ISOLATED) as origin,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=browser.FLAGS) as chromium,
    ):
        page = chromium.new_page()
        page.goto(f"{origin}{CHAPTER}/lab.css")  # anything of this origin
        module = f"{origin}{CHAPTER}/race.js"
        found = {one.name: page.evaluate(RUN, [module, one.name, runs]) for one in programs(book)}
        name = f"Chromium {chromium.version.split('.')[0]}"
    return Record(digest(book), name, machine.describe(), found)
