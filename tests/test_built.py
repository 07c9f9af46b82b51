"""scripts.built: the gate over the built site finds what a green build can hide."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import built
from scripts.problem import Problem
from tests.book_samples import line_of, made

Edit = Callable[[str], str]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the built tiny site that may be broken."""
    return Path(shutil.copytree(made().root / "site", tmp_path / "site"))


def problems(site: Path) -> list[Problem]:
    """What the gate finds in it."""
    return built.problems(made(), made().docs, site)


def edit(site: Path, page: str, old: str, new: str) -> None:
    """Replace the first place of a text in a built page."""
    path = site / page / "index.html"
    text = path.read_text(encoding="utf-8")
    assert old in text, f"no {old!r} in {page}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def insert(site: Path, page: str, html: str) -> None:
    """Add HTML to the end of a built page's text."""
    edit(site, page, "</article>", f"{html}</article>")


def only(site: Path) -> Problem:
    """The one thing that the gate finds."""
    found = problems(site)
    assert len(found) == 1, [str(one) for one in found]
    return found[0]


def test_the_tiny_site_is_as_it_should_be(site: Path) -> None:
    assert problems(site) == []


def test_a_site_that_is_not_there_is_told_with_the_command_that_makes_it(tmp_path: Path) -> None:
    found = only(tmp_path / "nowhere")
    assert (found.seen, found.command) == ("no index.html", "make site")


def test_a_site_may_be_named_from_the_working_directory(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    assert problems(Path("site")) == []


def test_a_page_that_is_missing_is_found(site: Path) -> None:
    shutil.rmtree(site / "plain")
    found = {one.place: one.seen for one in problems(site)}
    assert found["docs/plain/index.md"] == "no plain/index.html"


def test_a_card_that_was_lost_is_found(site: Path) -> None:
    edit(site, "texts", '<figure class="il-card"', '<figure class="lost"')
    found = only(site)
    assert (found.place, found.expected) == ("docs/texts/index.md", "2 program cards")


@pytest.mark.parametrize("part", ["samp", "p"])
def test_an_output_or_a_provenance_that_was_emptied_is_found(site: Path, part: str) -> None:
    path = site / "first" / "index.html"
    opening = {"samp": "<samp>", "p": '<p class="il-where">'}[part]
    text = path.read_text(encoding="utf-8")
    start = text.index(opening, text.index('id="program-first-rolls"')) + len(opening)
    path.write_text(text[:start] + text[text.index(f"</{part}>", start) :], encoding="utf-8")
    found = only(site)
    assert found.place == "docs/first/index.md"
    assert found.seen == "#program-first-rolls has an empty one"


def test_a_listing_that_was_emptied_is_found(site: Path) -> None:
    path = site / "first" / "index.html"
    text = path.read_text(encoding="utf-8")
    start = text.index("<code>", text.index('class="highlight il-code"')) + len("<code>")
    path.write_text(text[:start] + text[text.index("</code>", start) :], encoding="utf-8")
    assert only(site).seen == "#program-first-counts has an empty one"


def test_a_quiz_that_was_lost_is_found(site: Path) -> None:
    edit(site, "quizzes", 'class="quiz"', 'class="lost"')
    found = only(site)
    assert (found.place, found.seen) == ("docs/quizzes/index.md", "1 in the page")


def quiz_line() -> int:
    """The line on which the first quiz of the tiny book begins."""
    return line_of(made().docs / "quizzes" / "index.md", "How far did it count?") - 1


def test_an_option_that_was_lost_is_found_with_the_line_of_its_quiz(site: Path) -> None:
    path = site / "quizzes" / "index.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(
            r"<input[^>]*name=\"quizzes-far\"[^>]*>(?!.*<input[^>]*quizzes-far)",
            "",
            text,
            count=1,
            flags=re.S,
        ),
        encoding="utf-8",
    )
    found = only(site)
    assert found.place == f"docs/quizzes/index.md:{quiz_line()}"
    assert found.seen == "2 options, right ones 1"


def test_a_key_that_was_changed_is_found(site: Path) -> None:
    edit(site, "quizzes", ' data-correct="true"', "")
    found = only(site)
    assert found.place == f"docs/quizzes/index.md:{quiz_line()}"
    assert found.expected == "3 options, right ones 1"


@pytest.mark.parametrize(
    "leftover",
    [
        "<quiz>",
        "{{ program('x') }}",
        "{% raw %}",
        '--8&lt;-- "file.py"',
        "Macro Rendering Error",
        "<!-- MKDOCS_QUIZ_PLACEHOLDER_0 -->",
        "<!--BLANK_PLACEHOLDER_0-->",
        "<!-- interleave-quiz 0 -->",
    ],
)
def test_what_a_tool_left_unrendered_is_found(site: Path, leftover: str) -> None:
    insert(site, "plain", f"<p>{leftover}</p>")
    assert "nothing left unrendered" in {one.expected for one in problems(site)}


@pytest.mark.parametrize("tag", ["pre", "code"])
def test_code_may_show_what_would_be_a_leftover_elsewhere(site: Path, tag: str) -> None:
    insert(site, "plain", f"<{tag}>{{{{ x }}}} --8&lt;-- &lt;quiz&gt;</{tag}>")
    assert problems(site) == []


def test_an_id_that_stands_twice_is_found(site: Path) -> None:
    insert(site, "plain", '<p id="one"></p><p id="one"></p>')
    assert only(site).seen == "id='one' twice"


@pytest.mark.parametrize(
    "address", ["nowhere/", "../nowhere.html", "#nowhere", "../first/#nowhere", "../../", "/first/"]
)
def test_a_link_that_leads_nowhere_is_found(site: Path, address: str) -> None:
    insert(site, "plain", f'<a href="{address}">x</a>')
    found = only(site)
    assert found.seen == f"href={address!r}"
    assert found.place.endswith("site/plain/index.html")


@pytest.mark.parametrize(
    "address",
    [
        "../",
        "../first/",
        "../first/#program-first-counts",
        "../first/index.html#evidence",
        "../programs/first/counts.py",
        "#plain",
        "",
        "https://example.org/x#y",
        "mailto:somebody@example.org",
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(site: Path, address: str) -> None:
    insert(site, "plain", f'<a href="{address}">x</a>')
    assert problems(site) == []


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://example.org/x.js"></script>',
        '<script src="//example.org/x.js"></script>',
        '<img src="https://example.org/x.png">',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<iframe src="https://example.org/"></iframe>',
    ],
)
def test_what_would_be_fetched_from_another_origin_is_found(site: Path, html: str) -> None:
    insert(site, "plain", html)
    assert only(site).expected == "no request to another origin"


@pytest.mark.parametrize("html", ['<img src="gone.png">', '<script src="../gone.js"></script>'])
def test_what_the_page_loads_must_be_there(site: Path, html: str) -> None:
    insert(site, "plain", html)
    assert only(site).expected == "a file that is there"


def test_a_link_in_the_head_that_fetches_nothing_is_left_alone(site: Path) -> None:
    insert(site, "plain", '<link rel="canonical" href="https://example.org/">')
    assert problems(site) == []


def test_every_page_of_the_site_is_read_also_one_without_a_source(site: Path) -> None:
    shutil.copytree(site / "plain", site / "plain" / "more")
    assert any("site/plain/more/index.html" in one.place for one in problems(site))


def test_a_page_that_readers_would_wait_for_is_found(site: Path) -> None:
    weight = random.Random(1).randbytes(built.MOST).hex()
    insert(site, "plain", f"<p>{weight}</p>")
    problem = only(site)
    assert (problem.expected, problem.command) == (
        "at most 28 kB, gzipped",
        "python -m scripts.cut --help",
    )
