"""How long a reader waits for the verdict on an answer, or a step, in a real browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from scripts.bench.figure import Figure
from scripts.book import Book
from scripts.browser import FLAGS, ensure
from scripts.host import served

QUIZ = "interleave-quiz:not([data-kind=schedule])"
# From the click to the frame in which the verdict stands, for each question in turn.
ANSWER_ALL = """async (css) => {
  await customElements.whenDefined("interleave-quiz");
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const waits = [];
  for (const quiz of document.querySelectorAll(css)) {
    quiz.querySelectorAll("fieldset input").forEach((input, i) => (input.checked = i === 0));
    quiz.querySelectorAll(".quiz-blank").forEach((blank) => (blank.value = "none of it"));
    quiz.scrollIntoView({ block: "center" });
    await painted();
    const clicked = performance.now();
    quiz.querySelector("button[type=submit]").click();
    if (!quiz.querySelector(".quiz-verdict")) throw new Error(`no verdict: ${quiz.id}`);
    await painted();
    waits.push(performance.now() - clicked);
  }
  return waits;
}"""

# From the click on a thread to the frame in which its step is done, until none can go on.
STEP_ALL = """async (most) => {
  await customElements.whenDefined("interleaving-explorer");
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const explorer = document.querySelector("interleaving-explorer");
  const ready = () => explorer.querySelector("button[data-slot][data-state=ready]");
  const done = () => explorer.querySelector(".il-seat__path").childElementCount;
  const step = async () => {
    await painted();
    const [before, clicked] = [done(), performance.now()];
    ready().click();
    while (done() === before) {
      if (performance.now() > clicked + 20000) throw new Error(`no step: ${explorer.id}`);
      await new Promise(requestAnimationFrame);
    }
    await painted();
    return performance.now() - clicked;
  };
  await step(); // it may have waited for the states
  const waits = [];
  while (ready() && waits.length < most) waits.push(await step());
  return waits;
}"""
QUESTIONS, STEPS = 30, 20


def latency(book: Book) -> list[Figure]:
    """The slowest verdict of a page's questions, and the slowest step of an explorer."""
    site = book.root / "site"
    verdicts, steps = waits(site, QUESTIONS), steps_taken(site)
    name = f"click to verdict, the slowest of {len(verdicts)} questions on a page"
    found = [Figure(name, max(verdicts), "ms", most=50)]
    if steps:
        name = f"click to step, the slowest of {len(steps)} in an explorer"
        found.append(Figure(name, max(steps), "ms", most=50))
    return found


def steps_taken(site: Path) -> list[float]:
    """Milliseconds for each step in the first explorer that the site has; none without one."""
    pages = sorted(site.rglob("index.html"))
    with_one = [page for page in pages if "<interleaving-explorer" in page.read_text("utf-8")]
    if not with_one:
        return []
    with served(site) as origin, _page() as page:
        address = f"{origin}{with_one[0].parent.relative_to(site).as_posix()}/"
        page.goto(address, wait_until="networkidle")
        # Its states are fetched when it comes near the view.
        page.locator("interleaving-explorer").first.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        measured: list[float] = page.evaluate(STEP_ALL, STEPS)
    return measured


def waits(site: Path, questions: int) -> list[float]:
    """Milliseconds from click to verdict, on a page of the site with that many questions.

    Where no page has as many, others' are added to the one that has most.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("index.html")}
    found = {path: _quizzes(html) for path, html in pages.items()}
    fullest = max(found, key=lambda path: len(found[path]))
    others = [quiz for path, own in found.items() if path != fullest for quiz in own]
    more = "".join(others[: max(0, questions - len(found[fullest]))])
    html = pages[fullest].replace("</article>", f"{more}</article>", 1)
    with served(site) as origin, _page() as page:
        address = f"{origin}{fullest.parent.relative_to(site).as_posix()}/"

        def fulfil(route: Route) -> None:
            route.fulfill(body=html, content_type="text/html")

        page.route(address, fulfil)
        page.goto(address, wait_until="networkidle")
        measured: list[float] = json.loads(
            page.evaluate(f"async (css) => JSON.stringify(await ({ANSWER_ALL})(css))", QUIZ)
        )
    return measured


def _quizzes(html: str) -> list[str]:
    if "<interleave-quiz" not in html:
        return []
    return [quiz.html or "" for quiz in HTMLParser(html).css(QUIZ)]


@contextmanager
def _page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=FLAGS)
        yield browser.new_page()
        browser.close()
