"""How long a reader waits for the verdict on an answer, in a real browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright
from selectolax.lexbor import LexborHTMLParser as HTMLParser

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
