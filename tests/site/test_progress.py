"""The reader's progress: marks, results, the page for the whole site, the review, the copy."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts.host import served
from tests.site.answering import answer
from tests.site.axe import grave_colours, grave_findings
from tests.site.conftest import SITE, Tab
from tests.site.tiny import KINDS, QUIZZES, exceptions, quiz, site, tiny_tab

PROGRESS, REVIEW = "progress/", "progress/review/"
DAY = 24 * 60 * 60 * 1000
NOW = 1_800_000_000_000


@pytest.fixture(scope="module")
def tiny(browser: Browser) -> Iterator[Tab]:
    with tiny_tab(browser) as tab:
        yield tab


@pytest.fixture(scope="module")
def real(browser: Browser) -> Iterator[Tab]:
    """A tab on the real site, in which it is always the same day."""
    with served(SITE) as origin:
        tab = Tab(browser.new_context(accept_downloads=True).new_page(), origin)
        tab.page.clock.set_fixed_time(NOW / 1000)
        yield tab


def listed() -> dict[str, Any]:
    """What is listed of the chapter on races, which has several pages."""
    text = (SITE / "assets" / "quizzes.json").read_text(encoding="utf-8")
    (races,) = [one for one in json.loads(text)["chapters"] if one["url"] == "races/"]
    assert len(races["pages"]) > 1
    return dict(races)


def asks(*, schedules: bool = False) -> list[dict[str, Any]]:
    """The questions of the chapter's first page that are answered in themselves."""
    return answered(listed()["pages"][:1], schedules=schedules)


def answered(pages: list[dict[str, Any]], *, schedules: bool = False) -> list[dict[str, Any]]:
    """Those of some pages."""
    left_out = ("explorer",) if schedules else ("explorer", "schedule")
    return [ask for page in pages for ask in page["asks"] if ask["kind"] not in left_out]


def entry(
    ask: dict[str, Any], *, first: bool, right: bool = True, due: int = NOW + DAY
) -> dict[str, Any]:
    """An entry as the store keeps it."""
    last = {"right": right, "at": NOW - DAY, "detail": None}
    fields = {"version": ask["version"], "first": first, "began": NOW - DAY, "tries": 1}
    return {**fields, "last": last, "due": due, "stage": 0, "missed": not right}


def with_entries(tab: Tab, address: str, entries: dict[str, Any]) -> Page:
    """A page for a reader with these entries."""
    page = tab.visit(address)
    text = json.dumps({"version": 1, "entries": entries})
    page.evaluate("(text) => localStorage.setItem('interleave', text)", text)
    page.reload()
    return page


def some() -> dict[str, Any]:
    """One right at once, one later, one wrong, one due; one of an earlier key, one unknown."""
    one, two, three, four, five, *_ = asks()
    return {
        one["id"]: entry(one, first=True),
        two["id"]: entry(two, first=False),
        three["id"]: entry(three, first=False, right=False),
        four["id"]: entry(four, first=True, due=NOW - 1),
        five["id"]: {**entry(five, first=True), "version": "older"},
        "gone-away": entry(one, first=True),
    }


def sound(page: Page) -> list[str]:
    """axe's findings in both schemes."""
    light = grave_findings(page)
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("() => { document.body.dataset.mdColorScheme = 'slate' }")
    return light + grave_colours(page)


# Marks and results


def mark(page: Page, title: str) -> Locator:
    return page.locator(".md-nav--primary > ul > li > a", has_text=title).locator(".il-mark")


def test_the_navigation_counts_what_is_right(tiny: Tab) -> None:
    page = tiny.visit(QUIZZES)
    expect(page.locator(".il-mark")).to_have_count(0)
    answer(quiz(page, "quizzes-far"), rightly=True)
    expect(mark(page, "Quizzes")).to_have_text("1/21 of 2 questions right")
    answer(quiz(page, "quizzes-words"), rightly=True)
    expect(mark(page, "Quizzes")).to_have_text("✓2 of 2 questions right")
    page.goto(f"{tiny.origin}first/")
    expect(mark(page, "Quizzes")).to_have_text("✓2 of 2 questions right")
    expect(page.locator(".md-nav--primary .il-mark")).to_have_count(1)


def test_a_chapter_is_marked_as_a_whole_and_its_further_pages_by_themselves(real: Tab) -> None:
    pages = listed()["pages"]
    own = [answered([one], schedules=True) for one in pages]
    right = {ask["id"]: entry(ask, first=True) for ask in (own[0][0], own[0][1], own[1][0])}
    page = with_entries(real, "races/", right)
    links = page.locator(".md-nav--primary .md-nav__item--active > .md-nav__container > a")
    whole = sum(len(one) for one in own)
    expect(links.locator(".il-mark")).to_have_text(f"3/{whole}3 of {whole} questions right")
    second = page.locator(f".md-nav--primary nav a[href$='{pages[1]['url'].split('/')[1]}/']")
    count = len(own[1])
    expect(second.locator(".il-mark")).to_have_text(f"1/{count}1 of {count} questions right")
    expect(page.locator(".md-nav--primary .il-mark")).to_have_count(2)


def test_a_reader_without_answers_fetches_no_list_of_questions(tiny: Tab) -> None:
    page = tiny.visit(QUIZZES)
    expect(quiz(page, "quizzes-far").get_by_role("button", name="Check")).to_be_visible()
    assert [url for url in tiny.requests if url.endswith("quizzes.json")] == []


def test_a_chapter_ends_with_its_results(tiny: Tab) -> None:
    page = tiny.visit(KINDS)
    results = page.locator("interleave-results")
    expect(results).to_contain_text("0 of 6 right at the first try, 6 not answered.")
    answer(quiz(page, "kinds-predict"), rightly=True)
    answer(quiz(page, "kinds-order"), rightly=False)
    expect(results).to_contain_text("1 of 6 right at the first try, 1 not yet, 4 not answered.")
    link = results.get_by_role(
        "link", name=re.compile("Question 3, right at the first try: What does")
    )
    link.click()
    expect(page.locator("#quiz-kinds-predict:target")).to_be_in_viewport()


# The page for the whole site


def test_progress_shows_chapters_and_concepts(real: Tab) -> None:
    page = with_entries(real, PROGRESS, some())
    count = len(answered(listed()["pages"], schedules=True))
    chapter = page.locator(".il-chapter", has_text="Race conditions")
    words = f"2 of {count} right at the first try, 1 later, 1 not yet, {count - 4} not answered."
    expect(chapter).to_contain_text(words)
    for number, how in {1: "first", 2: "later", 3: "missed", 4: "first", 5: "open"}.items():
        first = chapter.locator(".quiz-dots").first
        expect(first.locator(f".quiz-dot-{how}", has_text=re.compile(f"^{number}$"))).to_have_count(
            1
        )
    pages = chapter.locator("h3").all_inner_texts()
    assert pages == [page["title"] for page in listed()["pages"][1:]]
    expect(page.get_by_role("link", name="Review: 1 due, 1 missed")).to_be_visible()
    concept = asks()[0]["concept"]
    expect(page.locator("tr", has_text=concept)).to_contain_text("1")
    assert exceptions(real) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", [PROGRESS, REVIEW])
def test_the_pages_are_sound(real: Tab, address: str, width: int) -> None:
    page = with_entries(real, address, some())
    page.set_viewport_size({"width": width, "height": 900})
    expect(
        page.locator("interleave-progress, interleave-review").get_by_role("button").first
    ).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    assert sound(page) == []


def test_a_question_leads_to_its_place(real: Tab) -> None:
    page = with_entries(real, PROGRESS, some())
    page.get_by_role("link", name=re.compile("^Question 2, right, later")).first.click()
    expect(page.locator(f"#quiz-{asks()[1]['id']}")).to_be_in_viewport()


def test_progress_says_what_is_wrong_with_the_store(real: Tab) -> None:
    page = real.visit(PROGRESS)
    page.evaluate("() => localStorage.setItem('interleave', '{')")
    page.reload()
    expect(page.locator(".quiz-trouble")).to_contain_text("was damaged")


def test_without_scripts_progress_says_why_there_is_none(plain_tab: Tab) -> None:
    page = plain_tab.visit(PROGRESS)
    expect(page.get_by_text("without scripts there is nothing to show")).to_be_visible()


# Review


def test_the_review_asks_what_is_due_and_what_was_missed(real: Tab) -> None:
    page = with_entries(real, REVIEW, some())
    page.get_by_role("button", name="Ask me what I missed: 1 question").click()
    one = quiz(page, asks()[2]["id"])
    answer(one, rightly=True)
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_text("1 of 1 question right at once this time.")).to_be_visible()
    expect(page.get_by_role("button", name="Ask me what I missed")).to_have_count(0)
    page.get_by_role("button", name="Ask me what is due: 1 question").press("Enter")
    assert page.evaluate("() => document.activeElement.matches('h2')")
    expect(quiz(page, asks()[3]["id"])).to_be_visible()
    assert exceptions(real) == []


def test_links_in_a_question_of_the_review_lead_to_its_chapter(real: Tab) -> None:
    page = with_entries(real, REVIEW, some())
    page.get_by_role("button", name="Ask me what is due").click()
    expect(page.locator("interleave-quiz")).to_have_count(1)
    links = page.locator("interleave-quiz a").evaluate_all("(all) => all.map((a) => a.href)")
    assert all(
        url.startswith((f"{real.origin}races/", f"{real.origin}programs/", "https://"))
        for url in links
    )


def test_a_question_that_does_not_come_is_linked(real: Tab) -> None:
    page = with_entries(real, REVIEW, some())
    page.route("**/races/", lambda route: route.abort())
    page.get_by_role("button", name="Ask me what is due").click()
    expect(page.get_by_text("This question could not be fetched.")).to_be_visible()
    page.unroute("**/races/")


def test_with_nothing_to_review_the_page_says_when_there_will_be(real: Tab) -> None:
    page = with_entries(real, REVIEW, {})
    expect(page.get_by_text("You have not answered a question yet.")).to_be_visible()
    first = asks()[0]
    page = with_entries(real, REVIEW, {first["id"]: entry(first, first=True)})
    expect(page.get_by_text("Nothing is due. The next question comes back on")).to_be_visible()


# The copy


def saved(page: Page) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a copy").click()
    assert re.fullmatch(
        r"interleave-progress-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename
    )
    return Path(download.value.path())


def stored(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "() => JSON.parse(localStorage.getItem('interleave')).entries"
    )
    return found


def load(page: Page, path: Path | dict[str, Any]) -> None:
    """Choose a file, or one with this in it."""
    text = path.read_text(encoding="utf-8") if isinstance(path, Path) else json.dumps(path)
    file = {"name": "copy.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]


def test_a_copy_can_be_taken_to_another_browser(real: Tab) -> None:
    page = with_entries(real, PROGRESS, some())
    path = saved(page)
    page = with_entries(real, PROGRESS, {})
    load(page, path)
    expect(page.locator(".il-preview")).to_contain_text(
        "6 questions that you have not answered here: added."
    )
    assert stored(page) == {}, "nothing changes before the reader says so"
    page.get_by_role("button", name="Take over 6 answers").click()
    assert stored(page) == some()
    races = page.locator(".il-chapter", has_text="Race conditions")
    expect(races).to_contain_text("1 later")


def test_the_preview_says_what_will_change_and_the_later_answer_counts(real: Tab) -> None:
    one, two, three, *_ = asks()
    later = {
        **entry(one, first=True),
        "tries": 3,
        "began": NOW,
        "last": {"right": True, "at": NOW, "detail": None},
    }
    here = {
        one["id"]: entry(one, first=False),
        two["id"]: {**entry(two, first=True), "last": later["last"]},
        three["id"]: entry(three, first=True),
    }
    there = {
        one["id"]: later,
        two["id"]: entry(two, first=False),
        three["id"]: entry(three, first=True),
        "broken": {"version": 1},
    }
    page = with_entries(real, PROGRESS, here)
    load(page, {"format": "interleave-progress", "version": 1, "entries": there})
    preview = page.locator(".il-preview")
    for words in (
        "1 question answered later in the file: taken from there.",
        "1 question answered later here: kept as they are.",
        "1 question the same in both.",
        "1 entry damaged: left out.",
    ):
        expect(preview).to_contain_text(words)
    preview.get_by_role("button", name="Leave it").click()
    assert stored(page) == here
    load(page, {"format": "interleave-progress", "version": 1, "entries": there})
    preview.get_by_role("button", name="Take over 1 answer").click()
    assert stored(page) == {**here, one["id"]: {**later, "first": False, "began": NOW - DAY}}


@pytest.mark.parametrize(
    "content", [{}, {"format": "interleave-progress", "version": 2, "entries": {}}, []]
)
def test_a_file_that_is_no_copy_changes_nothing(real: Tab, content: Any) -> None:
    page = with_entries(real, PROGRESS, some())
    load(page, content)
    expect(page.get_by_text("That file is not a copy of your progress")).to_be_visible()
    assert stored(page) == some()


def test_everything_can_be_forgotten_after_a_question(real: Tab) -> None:
    page = with_entries(real, PROGRESS, some())
    page.get_by_role("button", name="Forget everything…").click()
    page.get_by_role("button", name="Leave it").click()
    assert stored(page) == some()
    page.get_by_role("button", name="Forget everything…").click()
    page.get_by_role("button", name="Forget it all").click()
    assert stored(page) == {}
    expect(page.locator(".quiz-dot-first")).to_have_count(0)


# Instant navigation


@pytest.fixture
def instant(browser: Browser) -> Iterator[Tab]:
    """A tab in which the theme believes that the site lies where it is served."""
    with tiny_tab(browser) as tab:
        sitemap = re.sub(
            r"http://127\.0\.0\.1:8000/", tab.origin, (site() / "sitemap.xml").read_text()
        )
        tab.page.route(
            "**/sitemap.xml", lambda route: route.fulfill(body=sitemap, content_type="text/xml")
        )
        yield tab


def go(page: Page, title: str) -> None:
    page.locator(".md-nav--primary > ul > li > a", has_text=title).first.click()
    expect(page.locator("article h1")).to_contain_text(title)


def test_nothing_is_set_up_twice_by_going_back_and_forth(instant: Tab) -> None:
    page = instant.visit("plain/")
    page.evaluate("() => { window.sameDocument = true; }")
    for _ in range(2):
        go(page, "Quizzes")
        expect(quiz(page, "quizzes-far").get_by_role("button", name="Check")).to_have_count(1)
        go(page, "Kinds")
        go(page, "Plain")
    go(page, "Quizzes")
    assert page.evaluate("() => window.sameDocument"), "instant navigation keeps the document"
    one = quiz(page, "quizzes-far")
    answer(one, rightly=False)
    expect(one.get_by_role("button", name="Try again")).to_have_count(1)
    one.get_by_role("button", name="Try again").click()
    answer(one, rightly=True)
    assert stored(page)["quizzes-far"]["tries"] == 2
    page.go_back()
    expect(page.locator("article h1")).to_contain_text("Plain")
    page.go_forward()
    expect(one.locator(".quiz-earlier")).to_contain_text("right after 2 tries")
    expect(mark(page, "Quizzes")).to_have_count(1)
    expect(page.locator("link[href$='quiz.css']")).to_have_count(1)
    assert exceptions(instant) == []
