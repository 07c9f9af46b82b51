"""The quizzes of every page can be answered; the tiny book's show that the tests would notice."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.answering import RIGHT, answer, answer_all, try_again, verdict, words_of
from tests.site.axe import grave_colours, grave_findings
from tests.site.conftest import Tab, every_chapter
from tests.site.tiny import KINDS, QUIZZES, kept, quiz, tiny_tab

ANSWERED = ":not([data-kind=schedule])"


@pytest.fixture(scope="module")
def tiny(browser: Browser) -> Iterator[Tab]:
    with tiny_tab(browser) as tab:
        yield tab


def quizzes(page: Page) -> list[Locator]:
    """All quizzes of a page that are answered in themselves."""
    return page.locator(f"interleave-quiz{ANSWERED}").all()


def told(page: Page, wrong_first: bool) -> dict[str, list[str]]:
    """For each quiz of a page the verdicts on two answers, one of them right."""
    return {
        one.get_attribute("id") or "": verdicts(one, [not wrong_first, wrong_first])
        for one in quizzes(page)
    }


def verdicts(one: Locator, answers: list[bool]) -> list[str]:
    """The verdicts on one answer after the other, each given rightly or wrongly."""
    found: list[str] = []
    for rightly in answers:
        if found:
            try_again(one)
        answer(one, rightly=rightly)
        found.append(verdict(one))
    return found


@every_chapter
def test_every_quiz_can_be_got_right_and_an_answered_page_is_sound(tab: Tab, address: str) -> None:
    page = tab.visit(address)
    for button in page.get_by_role("button", name="Show all questions").all():
        button.click()  # the exam's, which draws a sheet
    # How each kind takes the mouse, and a wrong answer, the tiny book shows.
    for one in page.locator("interleave-quiz[data-kind=order]").all():
        assert verdicts(one, [True]) == ["right"], one.get_attribute("id")
    rest = page.locator(f"interleave-quiz{ANSWERED}:not([data-done])")
    wrong = {name: words for name, words in answer_all(rest).items() if not RIGHT.match(words)}
    assert wrong == {}
    assert page.locator(f"interleave-quiz{ANSWERED}:not([data-done])").count() == 0
    assert tab.errors == []
    # The rest of the page is as it was, and has been looked at.
    assert not page.locator("interleave-quiz").count() or grave_in_both_schemes(page, ".quiz") == []


@pytest.mark.parametrize("address", [QUIZZES, KINDS])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("wrong_first", [True, False], ids=["right at last", "wrong at last"])
def test_every_kind_tells_right_from_wrong_and_is_sound(
    tiny: Tab, address: str, width: int, wrong_first: bool
) -> None:
    page = tiny.visit(address, width=width)
    wanted = ("wrong", "right") if wrong_first else ("right", "wrong")
    found = told(page, wrong_first)
    assert set(map(tuple, found.values())) == {wanted}, found
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    assert grave_in_both_schemes(page) == []
    assert tiny.errors == []


def grave_in_both_schemes(page: Page, within: str = "") -> list[str]:
    """axe's findings in the light, and those of the colours in the dark."""
    light = grave_findings(page, within)
    page.emulate_media(reduced_motion="reduce")  # else the colours are on their way
    page.evaluate("() => { document.body.dataset.mdColorScheme = 'slate' }")
    return light + grave_colours(page, within)


# Two steps: feedback and another try; then the explanation


def test_a_wrong_answer_gets_its_own_feedback_and_no_explanation(tiny: Tab) -> None:
    one = quiz(tiny.visit(QUIZZES), "quizzes-far")
    one.get_by_label("To one").check()
    one.get_by_role("button", name="Check").click()
    assert words_of(one) == "Wrong. It went on."
    expect(one.locator(".quiz-explanation")).to_be_hidden()
    expect(one.get_by_text("It did count.")).to_be_hidden()


def test_a_right_answer_gets_the_explanation_and_what_is_wrong_with_the_rest(tiny: Tab) -> None:
    one = quiz(tiny.visit(QUIZZES), "quizzes-far")
    answer(one, rightly=True)
    assert words_of(one) == "Right, at the first try."
    expect(one.locator(".quiz-explanation")).to_be_visible()
    expect(one.locator(".quiz-explanation a.il-proof")).to_be_visible()
    expect(one.get_by_text("It did count.")).to_be_visible()


def test_the_answer_can_be_had_after_a_wrong_try_alone(tiny: Tab) -> None:
    one = quiz(tiny.visit(QUIZZES), "quizzes-far")
    shows = one.get_by_role("button", name="Show the answer")
    expect(shows).to_be_hidden()
    answer(one, rightly=False)
    shows.click()
    expect(one.locator(".quiz-explanation")).to_be_visible()
    expect(one.locator(".quiz-is-right")).to_have_text("To 12,000right")


def test_nothing_chosen_is_no_answer(tiny: Tab) -> None:
    page = tiny.visit(KINDS)
    for name, words in {
        "kinds-outcomes": "Tick what is right first.",
        "kinds-typed": "Fill in every blank first.",
        "kinds-predict": "Type an answer first.",
    }.items():
        one = quiz(page, name)
        one.get_by_role("button", name="Check").click()
        assert words_of(one) == words
        expect(one.locator("input:focus")).to_have_count(1)
    assert page.evaluate("() => localStorage.getItem('interleave')") is None


def test_a_right_option_is_not_called_wrong_because_another_is_missing(tiny: Tab) -> None:
    one = quiz(tiny.visit(QUIZZES), "quizzes-words")
    one.get_by_label("A number").check()
    one.get_by_role("button", name="Check").click()
    words = words_of(one)
    assert words.startswith("Not complete")
    assert "The second word." in words
    expect(one.locator(".quiz-is-wrong")).to_have_count(0)


def test_another_choice_can_be_checked_at_once(tiny: Tab) -> None:
    one = quiz(tiny.visit(QUIZZES), "quizzes-far")
    answer(one, rightly=False)
    one.get_by_label("To 12,000").check()
    one.get_by_role("button", name="Check").click()
    assert words_of(one) == "Right."


def test_one_right_option_among_boxes_is_enough(tiny: Tab) -> None:
    one = quiz(tiny.visit(KINDS), "kinds-outcomes")
    expect(one.get_by_role("checkbox")).to_have_count(3)
    one.get_by_label("12,000").check()
    one.get_by_role("button", name="Check").click()
    assert verdict(one) == "right"


# Typed answers


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (("counted", "12000", "5"), True),
        (("  THE  word counted ", "12,000", "5 ms"), True),
        (("counted", "11900", "4.0"), True),
        (("counted", "11,900.5", "6MS"), True),
        (("counted", "1.2e4", "5,5 ms"), True),
        (("counted", "11000", "5"), False),
        (("counted", "12000", "5 s"), False),
        (("counted", "12000", "7"), False),
        (("count", "12000", "5"), False),
        (("counted", "<img src=x onerror=alert(1)>", "5"), False),
    ],
)
def test_what_is_typed_may_be_written_in_several_ways(
    tiny: Tab, given: tuple[str, ...], right: bool
) -> None:
    one = quiz(tiny.visit(KINDS), "kinds-typed")
    for blank, words in zip(one.locator(".quiz-blank").all(), given, strict=True):
        blank.fill(words)
    one.get_by_role("button", name="Check").click()
    assert verdict(one) == ("right" if right else "wrong")
    assert tiny.errors == []


def test_a_typed_answer_that_was_expected_gets_its_own_feedback(tiny: Tab) -> None:
    one = quiz(tiny.visit(KINDS), "kinds-typed")
    for value, words in {"1": "It went on.", "77": "Look at its output."}.items():
        for blank, given in zip(
            one.locator(".quiz-blank").all(), ("counted", value, "5"), strict=True
        ):
            blank.fill(given)
        one.get_by_role("button", name="Check").click()
        assert words_of(one) == f"Wrong in 1 of 3 blanks. {words}"


def test_a_prediction_of_several_lines_is_compared_line_by_line(tiny: Tab) -> None:
    one = quiz(tiny.visit(KINDS), "kinds-lines")
    area = one.get_by_role("textbox", name="Your answer")
    area.fill("\nFirst   line\n second line  \n\n")
    area.press("Control+Enter")
    assert verdict(one) == "right"


# Orders


def test_every_order_that_keeps_to_the_rules_is_right(tiny: Tab) -> None:
    one = quiz(tiny.visit(KINDS), "kinds-order")
    move(one, ["A reads", "B reads", "A writes", "B writes"])
    one.get_by_role("button", name="Check").click()
    assert verdict(one) == "right"
    one.get_by_role("button", name="Answer again").click()
    move(one, ["B reads", "B writes", "A reads", "A writes"])
    one.get_by_role("button", name="Check").click()
    assert words_of(one).startswith("Wrong, this order does not work. “B writes” comes too early.")


def move(one: Locator, wanted: list[str]) -> None:
    """Put the steps into this order with their buttons."""
    for place, name in enumerate(wanted):
        up = one.get_by_role("button", name=f"Up: {name}")
        while texts(one).index(name) > place:
            up.click()


def texts(one: Locator) -> list[str]:
    return one.locator(".quiz-text").all_inner_texts()


def test_steps_can_be_dragged(tiny: Tab) -> None:
    page = tiny.visit(KINDS)
    one = quiz(page, "kinds-order")
    before = texts(one)
    last, first = one.locator(".quiz-text").last, one.locator(".quiz-text").first
    last.hover()
    page.mouse.down()
    box = first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] * 2, steps=4)
    page.mouse.move(box["x"] + 5, box["y"] - 4, steps=4)
    page.mouse.up()
    assert texts(one) == [before[-1], *before[:-1]]


# The schedule


def reach(page: Page, goal: str, version: str = "v1") -> None:
    """As the explorer does when the reader gets there."""
    page.evaluate(
        """([goal, version]) => import(new URL("../assets/store.js", location.href))
             .then((store) => { store.attempt(goal, version, true, "AB"); })""",
        [goal, version],
    )


def test_a_schedule_is_right_when_the_explorer_reaches_its_goal(tiny: Tab) -> None:
    page = tiny.visit(KINDS)
    one = quiz(page, "kinds-schedule")
    reach(page, "explorer:first/rolls:rolled")
    expect(one.locator(".quiz-explanation")).to_be_hidden()
    reach(page, "explorer:first/counts:counted > 12000")
    assert words_of(one) == "Right, at the first try."
    expect(one.locator(".quiz-explanation")).to_be_visible()
    expect(page.locator(".quiz-result:focus")).to_have_count(0)


def test_the_explanation_of_a_schedule_can_be_had_without_reaching_it(tiny: Tab) -> None:
    one = quiz(tiny.visit(KINDS), "kinds-schedule")
    one.get_by_role("button", name="Show the explanation").click()
    expect(one.locator(".quiz-explanation")).to_be_visible()
    reach(tiny.page, "explorer:first/counts:counted > 12000")
    assert words_of(one) == "Right."
    assert not kept(tiny.page)["kinds-schedule"]["first"], "it was given up first"


# Without scripts, without the script, and on paper


def test_without_scripts_the_answer_opens_and_no_button_is_dead(browser: Browser) -> None:
    with tiny_tab(browser, java_script_enabled=False) as tab:
        page = tab.visit(KINDS)
        for one in page.locator("interleave-quiz").all():
            expect(one.locator("button:visible")).to_have_count(0)
            expect(one.locator(".quiz-explanation")).to_be_hidden()
            one.get_by_text("Answer and explanation").click()
            expect(one.locator(".quiz-explanation")).to_be_visible()


def without_script(tiny: Tab) -> Page:
    """The page with quizzes, where quiz.js is lost on its way."""
    tiny.page.route("**/quiz.js", lambda route: route.abort())
    with tiny.page.expect_event("requestfailed"):
        tiny.visit(QUIZZES)
    tiny.page.unroute("**/quiz.js")
    return tiny.page


def test_where_the_script_does_not_come_the_answer_opens(tiny: Tab) -> None:
    page = without_script(tiny)
    one = quiz(page, "quizzes-far")
    expect(one.get_by_role("button")).to_have_count(0)
    one.get_by_text("Answer and explanation").click()
    expect(one.locator(".quiz-explanation")).to_be_visible()


@pytest.mark.parametrize("answered", [False, True])
def test_paper_has_question_options_answer_and_explanation(tiny: Tab, answered: bool) -> None:
    page = tiny.visit(QUIZZES)
    one = quiz(page, "quizzes-far")
    if answered:
        answer(one, rightly=True)
    page.emulate_media(media="print")
    for css in (".quiz-question", "label", ".quiz-explanation", ".quiz-right .quiz-why"):
        node = one.locator(css).first
        assert node.evaluate("(e) => e.checkVisibility({ contentVisibilityAuto: true })"), css
    expect(one.locator("button:visible")).to_have_count(0)
    page.emulate_media(media="screen")


def test_nothing_moves_when_the_script_comes(tiny: Tab) -> None:
    def height() -> float:
        found: float = quiz(tiny.page, "quizzes-far").evaluate("(e) => e.offsetHeight")
        return found

    without_script(tiny)
    before = height()
    tiny.visit(QUIZZES)
    expect(quiz(tiny.page, "quizzes-far").get_by_role("button", name="Check")).to_be_visible()
    assert height() == before
