"""The scheduler lab in a real browser: by keyboard, by address, without scripts; and its model."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from scripts import assets
from scripts.book import ROOT
from scripts.host import served
from scripts.schedule.address import write
from scripts.schedule.figures import figures, long_shares
from scripts.schedule.outcome import Outcome
from scripts.schedule.scenarios import GOALS, SCENARIOS
from scripts.schedule.simulation import simulate
from scripts.schedule.tasks import MS, NOBODY, Setup, Task
from tests.schedule.sets import job_sets
from tests.site.axe import grave_colours, grave_findings
from tests.site.conftest import SITE, Tab
from tests.site.tiny import kept

LAB = "lab/scheduler/"
ASSETS = ROOT / "docs" / "assets"
BUDGET = 15_000
SETS, AT_ONCE = 1_000, 250

# The same for the reader's model as told() for the reference.
RUN = """async (addresses) => {
  const { read, write } = await import("/scheduler/setup.js");
  const { simulate, figures } = await import("/scheduler/simulation.js");
  return JSON.stringify(addresses.map((address) => {
    const { setup, wrong } = read(address);
    const outcome = simulate(setup);
    return [
      write(setup), wrong,
      outcome.spans.map((s) => [s.task, s.state, s.cpu, s.start, s.stop]),
      outcome.events.map((e) => [e.at, e.what, e.task, e.cpu, e.seen]),
      figures(setup, outcome).map((f) => [f.ran, f.waited, f.longest, f.response ?? -1, f.turnaround ?? -1]),
    ];
  }));
}"""
SHARES = """async (addresses) => {
  const { read } = await import("/scheduler/setup.js");
  const { longShares } = await import("/scheduler/simulation.js");
  return addresses.map((address) => longShares(read(address).setup));
}"""


@pytest.fixture(scope="module")
def own(browser: Browser) -> Iterator[Tab]:
    """A tab of its own, which may use the clipboard."""
    with served(SITE) as origin:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        yield Tab(context.new_page(), origin)
        context.close()


def opened(tab: Tab, address: str = "", **how: Any) -> Page:
    """The lab, with this set-up in its address."""
    page = tab.visit(LAB + (f"#lab={address}" if address else ""), **how)
    expect(page.locator(".il-lab__runs svg").first).to_be_visible()
    return page


@pytest.fixture
def page(own: Tab) -> Iterator[Page]:
    yield opened(own)
    assert own.errors == []
    assert own.strangers() == []


def lab(page: Page) -> Locator:
    return page.locator("scheduler-lab")


def button(page: Page, name: str) -> Locator:
    return lab(page).get_by_role("button", name=name, exact=True)


def cells(page: Page, run: int = 0) -> list[list[str]]:
    """The table of figures of one run."""
    rows = page.locator(".il-lab__runs section").nth(run).locator("tbody tr").all()
    return [row.locator("td").all_inner_texts() for row in rows]


def status(page: Page) -> Locator:
    return lab(page).get_by_role("status")


def address(page: Page) -> str:
    """What stands in the address of the set-up; page.url would be a moment late."""
    found: str = page.evaluate("() => location.hash.split('=')[1] ?? ''")
    return found


# The two models. Published, all parts are one file; here they are asked one by one.


@pytest.fixture
def model(browser: Browser) -> Iterator[Page]:
    """A page from which the modules can be imported."""
    with served(ASSETS) as origin:
        page = browser.new_page()
        page.goto(f"{origin}card.png")
        yield page
        page.close()


def told(setup: Setup, outcome: Outcome) -> list[Any]:
    """All that a run tells, as RUN writes it."""
    return [
        write(setup),
        [],
        [[s.task, s.state, s.cpu, s.start, s.stop] for s in outcome.spans],
        [
            [e.at, e.what, e.task, e.cpu, [[one.name, one.a, one.b] for one in e.seen]]
            for e in outcome.events
        ],
        [list(vars(one).values()) for one in figures(setup, outcome)],
    ]


def test_both_models_agree_on_a_thousand_job_sets(model: Page) -> None:
    sets = job_sets(SETS)
    assert len(set(sets)) == SETS
    for start in range(0, SETS, AT_ONCE):
        part = sets[start : start + AT_ONCE]
        found = json.loads(model.evaluate(RUN, [write(one) for one in part]))
        for setup, one in zip(part, found, strict=True):
            assert one == told(setup, simulate(setup)), write(setup)


def test_both_models_agree_on_the_scenarios_and_their_long_shares(model: Page) -> None:
    setups = [one.setup for one in SCENARIOS] + [one.way for one in GOALS]
    addresses = [write(one) for one in setups]
    found = json.loads(model.evaluate(RUN, addresses))
    assert found == [told(one, simulate(one)) for one in setups]
    # SCHED_IDLE against -20 for ten seconds: products beyond 2^53.
    setups = [setups[1], setups[3], Setup((Task(nice=-20), Task(idle=True)), slice=100 * MS)]
    shares = model.evaluate(SHARES, [write(one) for one in setups])
    assert shares == [list(long_shares(one)) for one in setups]


# Scenarios and the form


def test_every_scenario_is_one_click_away_and_says_what_to_see(page: Page) -> None:
    for one in SCENARIOS:
        link = lab(page).get_by_role("link", name=one.title, exact=True)
        link.click()
        expect(page.locator(".il-lab__look")).to_have_text(one.look)
        assert address(page) == write(one.setup, one.against)
        expect(link).to_have_attribute("aria-current", "true")
        expect(page.locator(".il-lab__tasks tbody tr")).to_have_count(len(one.setup.tasks))
    expect(lab(page).locator("[aria-current]")).to_have_count(1)


def test_the_table_tells_what_the_reference_tells(page: Page) -> None:
    link = lab(page).get_by_role("link", name="Nice 0 against +10")
    link.click()
    assert [row[:7] for row in cells(page)] == [
        ["A", "20 ms", "4 ms", "0 ms", "–", "90.28 %", "90.30 %"],
        ["B", "180 ms", "40 ms", "4 ms", "–", "9.72 %", "9.70 %"],
    ]


def test_what_chapter_7_measured_stands_beside_the_prediction(page: Page) -> None:
    measured = json.loads(lab(page).get_attribute("data-measured") or "")
    assert measured, "the recorded sweep of chapter 7"
    field = lab(page).get_by_label("Nice of B")
    for nice, share in measured.items():
        field.fill(nice)
        assert cells(page)[1][7] == f"{share:.2f} %"
        assert abs(share - float(cells(page)[1][6].split()[0])) < 1
    field.fill("2")
    assert len(cells(page)[1]) == 7, "nobody measured it"


def test_what_is_typed_is_run_at_once(page: Page) -> None:
    lab(page).get_by_label("Nice of B").fill("10")
    assert address(page) == "eevdf,w100/n0/n10"
    assert cells(page)[1][5] == "9.72 %"
    lab(page).get_by_label("SCHED_IDLE of B").check()
    assert address(page) == "eevdf,w100/n0/n10,i"


def test_what_cannot_be_is_told_and_changes_nothing(page: Page) -> None:
    field = lab(page).get_by_label("Nice of B")
    for text in ("20", "", "1.5"):
        field.fill(text)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(status(page)).to_have_text("Nice of B: -20 to 19.")
        assert address(page) in ("", "eevdf,w100/n0/n0")
    lab(page).get_by_label("Watch").fill("5000")
    expect(status(page)).to_contain_text("Watch: 10 to 1000.")
    lab(page).get_by_label("Watch").fill("50")
    field.fill("0")
    expect(status(page)).to_have_text("")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_tasks_come_and_go_and_the_focus_is_never_lost(page: Page) -> None:
    button(page, "Add a task").click()
    expect(lab(page).get_by_label("Nice of C")).to_be_focused()
    for _ in range(5):
        button(page, "Add a task").click()
    expect(button(page, "Add a task")).to_have_attribute("aria-disabled", "true")
    button(page, "Add a task").click(force=True)
    expect(page.locator(".il-lab__tasks tbody tr")).to_have_count(8)
    for left in range(7, 0, -1):
        last = lab(page).get_by_role("button", name=re.compile("^Remove")).last
        last.click()
        expect(page.locator(".il-lab__tasks tbody tr")).to_have_count(left)
        assert page.evaluate("() => document.activeElement.closest('tr') !== null")
    lab(page).get_by_role("button", name=re.compile("^Remove")).click()
    expect(status(page)).to_have_text("One task has to stay.")


def test_only_settings_that_the_policy_looks_at_are_asked_for(page: Page) -> None:
    shown = {
        "eevdf": ("Tick", "Base slice", "Autogroup"),
        "rr": ("Turn",),
        "mlfq": ("Turn", "Lift all every"),
        "fifo": (),
    }
    for policy, labels in shown.items():
        lab(page).get_by_label("Policy").select_option(policy)
        for name in ("Tick", "Base slice", "Autogroup", "Turn", "Lift all every"):
            field = page.locator(".il-lab__field", has_text=name)
            expect(field).to_be_visible(visible=name in labels)


# Compare, step, play


def test_two_policies_stand_side_by_side_on_one_time(page: Page) -> None:
    page.goto(page.url.partition("#")[0] + "#lab=fifo,sjf,w140/b100/b10/b10/b10")
    expect(page.locator(".il-lab__runs section")).to_have_count(2)
    assert [row[4] for row in cells(page, 0)] == ["100 ms", "110 ms", "120 ms", "130 ms"]
    assert [row[4] for row in cells(page, 1)] == ["130 ms", "10 ms", "20 ms", "30 ms"]
    boxes = [one.bounding_box() for one in page.locator(".il-lab__runs section").all()]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] == boxes[1]["y"]
    button(page, "Forward").click()
    button(page, "Forward").click()
    first, second = page.locator(".il-lab__runs section > p:first-of-type").all_inner_texts()
    assert first == "At 10 ms: nothing changes here."
    assert second == "At 10 ms: B has ended. C runs: the shortest burst."
    lab(page).get_by_label("Compare with").select_option("")
    expect(page.locator(".il-lab__runs section")).to_have_count(1)
    assert address(page) == "fifo,w140/b100/b10/b10/b10"


def test_a_policy_is_not_compared_with_itself(page: Page) -> None:
    lab(page).get_by_label("Compare with").select_option("eevdf")
    expect(page.locator(".il-lab__runs section")).to_have_count(1)


def test_steps_tell_who_runs_and_why(page: Page) -> None:
    said = page.locator(".il-lab__runs section > p").first
    expect(said).to_have_text("25 moments. Play them, or step.")
    button(page, "Forward").click()
    expect(said).to_have_text(
        "At 0 ms: A arrives. B arrives. A runs: owed time, and the earliest deadline."
    )
    expect(page.locator(".il-lab__seen")).to_have_text(
        "A is owed 0 ms, deadline in 1.4 ms; B is owed 0 ms, deadline in 1.4 ms"
    )
    button(page, "Forward").click()
    expect(said).to_have_text(
        "At 4 ms: A has to give up the CPU. B runs: owed time, and the earliest deadline."
    )
    expect(said).to_have_attribute("aria-live", "polite")
    assert page.locator(".il-lab__runs .is-future").count() > 0
    button(page, "Show all").click()
    assert page.locator(".il-lab__runs .is-future").count() == 0


def test_it_plays_to_the_end_and_can_be_stopped(own: Tab) -> None:
    own.page.clock.install()
    try:
        page = opened(own, "fifo,w20/b5/b5")
        button(page, "Play").click()
        expect(page.locator(".il-player__count")).to_have_text("1 of 3")
        expect(page.locator(".il-lab__runs p").first).to_have_attribute("aria-live", "off")
        page.clock.run_for(800)
        button(page, "Pause").click()
        page.clock.run_for(5_000)
        expect(page.locator(".il-player__count")).to_have_text("2 of 3")
        button(page, "Play").click()
        page.clock.run_for(5_000)
        expect(page.locator(".il-player__count")).to_have_text("3 of 3")
        expect(button(page, "Play")).to_be_visible()
    finally:
        own.page.clock.resume()


# The address


def test_a_set_up_comes_back_from_its_address(own: Tab) -> None:
    setup = Setup(
        (Task(nice=5, arrives=3 * MS), Task(burst=1_500_000, sleep=9 * MS, rounds=4, terminal=2)),
        "cfs",
        cpus=2,
        tick=10 * MS,
        autogroup=True,
        length=80 * MS,
    )
    text = write(setup, "rr")
    page = opened(own, text)
    lab(page).get_by_label("Nice of A").fill("6")
    assert address(page) == text.replace("n5", "n6")
    button(page, "Copy link").click()
    expect(status(page)).to_have_text("The link is copied.")
    assert page.evaluate("async () => (await navigator.clipboard.readText()) === location.href")
    page.reload()
    expect(lab(page).get_by_label("Nice of A")).to_have_value("6")
    expect(lab(page).get_by_label("Computes for of B")).to_have_value("1.5")
    expect(lab(page).get_by_label("Autogroup")).to_be_checked()


@pytest.mark.parametrize(
    ("asked", "left", "words"),
    [
        ("eevdf,x9/n0/n99", "eevdf/n0/n0", "“x9”, “n99” means nothing"),
        ("lottery,w50/b1", "eevdf,w50/b1", "“lottery” means nothing"),
        ("", "eevdf/n0/n0", "no tasks"),
        ("%3Cb%3E/%E0%A4%A", "eevdf/n0", "“%3Cb%3E”, “%E0%A4%A” means nothing"),
        ("rr%2Cw50%2Fb5%2Fb6", "rr,w50/b5/b6", ""),
        ("fifo" + "/b1" * 9, "fifo" + "/b1" * 8, "“b1” means nothing"),
        ("fifo/b0.1/z-5/i5/t", "fifo/n0/n0/n0/n0", "“b0.1”, “z-5”, “i5”, “t” means nothing"),
    ],
    ids=["out of range", "unknown policy", "empty", "damaged", "escaped", "too many", "nonsense"],
)
def test_a_damaged_address_is_read_as_far_as_it_goes(
    own: Tab, asked: str, left: str, words: str
) -> None:
    page = opened(own, asked) if asked else own.visit(LAB + "#lab=")
    expect(status(page)).to_contain_text(words)
    assert page.evaluate("() => document.querySelector('scheduler-lab').address") == left
    assert own.errors == []


def test_a_new_address_on_the_same_page_is_followed(page: Page) -> None:
    page.evaluate("() => { location.hash = 'lab=fifo/b5/b6' }")
    expect(lab(page).get_by_label("Computes for of B")).to_have_value("6")
    page.go_back()
    page.evaluate("() => { location.hash = 'elsewhere' }")
    expect(page.locator(".il-lab__runs svg")).to_be_visible()


# Goals


def reach(page: Page, name: str) -> None:
    """Do what the goal asks for, by hand."""
    field = lab(page).get_by_label
    match name:
        case "convoy":
            field("Policy").select_option("rr")
        case "nine":
            field("Nice of B").fill("10")
        case "terminal":
            field("Autogroup").uncheck()
        case "sleeper":
            field("Tick").fill("1")
            field("Base slice").fill("1")
        case "feedback":
            field("Lift all every").fill("100")
        case "threads":
            field("Autogroup").check()


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.name)
def test_a_goal_is_begun_reached_and_counted(own: Tab, goal: Any) -> None:
    page = opened(own)
    shown = page.locator(f"#goal-{goal.name}")
    shown.get_by_role("button").click()
    assert address(page) == write(goal.start)
    expect(status(page)).to_contain_text(goal.title)
    expect(lab(page).get_by_label("Policy")).to_be_focused()
    expect(shown.locator(".il-goal__won")).to_be_hidden()
    reach(page, goal.name)
    expect(shown.locator(".il-goal__won")).to_be_visible()
    expect(status(page)).to_have_text(f"Goal reached: {goal.title}.")
    entry = kept(page)[f"lab:scheduler:{goal.name}"]
    assert entry["version"] == goal.version
    assert entry["last"]["right"] is True
    page.reload()
    expect(page.locator(f"#goal-{goal.name} .il-goal__won")).to_be_visible()


def test_a_shared_solution_is_not_the_readers_own(own: Tab) -> None:
    page = opened(own, write(GOALS[1].way))
    expect(page.locator("#goal-nine .il-goal__won")).to_be_hidden()
    assert kept(page) == {}


def test_the_progress_page_counts_goals_apart_from_questions(own: Tab) -> None:
    page = opened(own)
    lab(page).get_by_label("Nice of B").fill("10")
    page.goto(own.origin + "progress/")
    chapter = page.locator(".il-chapter", has_text="Turn a scheduler")
    expect(chapter.locator(".il-reached")).to_have_count(1)
    expect(chapter.locator(".il-reached")).to_contain_text("Nine times as much.")
    expect(chapter.locator(".il-goals li")).to_have_count(len(GOALS))
    expect(chapter).to_contain_text("0 of 5 right at the first try")
    chapter.locator(".il-reached a").click()
    expect(page.locator("#goal-nine")).to_be_in_viewport()


# By keyboard, and for every eye


def test_all_of_it_goes_by_keyboard(page: Page) -> None:
    link = lab(page).get_by_role("link", name="Nice 0 against +10")
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    names = []
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "() => { const e = document.activeElement; return e.name || e.dataset?.do || e.classList[0] || e.localName; }"
        )
        names.append(name)
        if name == "begin":
            break
    for name in (
        "policy",
        "against",
        "cpus",
        "length",
        "tick",
        "autogroup",
        "nice",
        "idle",
        "burst",
    ):
        assert name in names
    for name in ("remove", "add", "copy", "play", "forward", "at", "il-scroll", "begin"):
        assert name in names, names
    page.locator("[name=at]").focus()
    for key in ("ArrowRight", "ArrowRight", "End", "ArrowLeft"):
        page.keyboard.press(key)
    told = page.locator("[name=at]").get_attribute("aria-valuetext")
    assert told
    assert told.startswith("At 168 ms: ")
    expect(page.locator(".il-lab__runs p").first).to_have_attribute("aria-live", "off")


@pytest.mark.parametrize("width", [360, 1280])
def test_it_is_sound_in_both_schemes(own: Tab, width: int) -> None:
    page = opened(own, "eevdf,rr,c2/n0/b2,z3/n0", width=width)
    page.emulate_media(reduced_motion="reduce")
    for _ in range(3):
        button(page, "Forward").click()
    lab(page).get_by_label("Nice of B").fill("99")
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    assert grave_findings(page, "scheduler-lab") == []
    page.evaluate("() => { document.body.dataset.mdColorScheme = 'slate' }")
    assert grave_colours(page, "scheduler-lab") == []
    small = page.locator("scheduler-lab :is(button, input, select, a)").evaluate_all(
        """(all) => all.filter((e) => e.checkVisibility())
             .filter((e) => Math.min(e.offsetWidth, e.offsetHeight) < 20).map((e) => e.outerHTML)"""
    )
    assert small == []
    picture = page.locator(".il-figure__picture").first
    assert picture.evaluate("(e) => e.scrollWidth <= e.clientWidth"), "the chart fits"


def test_in_forced_colours_states_differ_by_shape(own: Tab) -> None:
    page = opened(own, "eevdf/n0/b2,z3")
    page.emulate_media(forced_colors="active")
    looks = page.locator(".il-lab__runs .il-event").evaluate_all(
        "(all) => [...new Set(all.map((e) => e.firstChild.getAttribute('class')))].sort()"
    )
    assert looks == ["f-dotted", "f-filled", "f-outlined"]


# Without scripts, on paper, and what it weighs


def test_without_scripts_the_recorded_scenarios_stand_there(plain_tab: Tab) -> None:
    page = plain_tab.visit(LAB)
    expect(page.locator(".il-lab__form")).to_be_hidden()
    for one in SCENARIOS:
        recorded = page.locator(f"#recorded-{one.name}")
        expect(recorded.locator("svg[role=img]").first).to_be_visible()
        expect(recorded.locator(".il-lab__figures").first).to_be_visible()
        policies = 2 if one.against else 1
        expect(recorded.locator("figure")).to_have_count(policies)
    page.get_by_role("link", name="SCHED_IDLE", exact=True).click()
    expect(page.locator("#recorded-idle")).to_be_in_viewport()


def test_paper_has_the_scenarios_and_no_form(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator("#recorded-convoy svg").first).to_be_visible()
    expect(page.locator(".il-lab__form")).to_be_hidden()
    expect(button(page, "Play")).to_be_hidden()


def test_it_is_small_and_loaded_on_its_page_only(own: Tab) -> None:
    files = [ASSETS / "scheduler.js", ASSETS / "scheduler.css"]
    sizes = {name: size for file in files for name, size in assets.travels(file).items()}
    assert sum(sizes.values()) < BUDGET, sizes
    own.visit("progress/")
    assert not [url for url in own.requests if "assets/scheduler" in url]


def test_nothing_in_it_is_styled_or_scripted_inline() -> None:
    html = (SITE / LAB / "index.html").read_text(encoding="utf-8")
    lab = html[html.index("<scheduler-lab") : html.index("</scheduler-lab>")]
    assert not re.search(r"\sstyle=|\son\w+=|<script", lab)
    parts = [ASSETS / "scheduler.js", *ASSETS.glob("scheduler/*.js")]
    scripts = "".join(path.read_text(encoding="utf-8") for path in parts)
    assert not re.search(r"innerHTML|\.style\b|cssText|eval\(", scripts)


def test_numbers_that_are_missing_are_told_as_such() -> None:
    setup = SCENARIOS[0].setup
    assert {one.turnaround for one in figures(setup, simulate(setup))} == {NOBODY}
