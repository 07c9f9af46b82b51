"""scripts.sources: the gate over programs, recordings and pages."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import recording, sources
from scripts.book import Book
from scripts.program import load_id
from tests.book_samples import HERE, change, copied, line_of, made, recorded

COUNTS = "snippets/first/counts.py"
HOME = "docs/first/index.md"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A copy of the tiny book that may be broken."""
    return copied(tmp_path)


def told(book: Book) -> list[tuple[str, str]]:
    """Place and sight of everything that is wrong."""
    return [(one.place, one.seen) for one in sources.problems(book, book.docs)]


def recorded_again(book: Book, name: str) -> None:
    """The reference recording of a program as it stands now."""
    program = load_id(name, book)
    old = recorded(book, name, "build")
    for folder in (book.snippets, recording.local(book)):
        recording.write(replace(old, source=program.digest), folder)


def change_program(book: Book, old: str, new: str) -> None:
    """Change the text of first/counts and record it again."""
    change(book.root / COUNTS, old, new)
    recorded_again(book, "first/counts")


def test_nothing_is_wrong_with_the_tiny_book() -> None:
    assert told(made()) == []


# Programs


def test_a_program_needs_a_header(book: Book) -> None:
    path = book.root / COUNTS
    text = path.read_text(encoding="utf-8")
    path.write_text(text[text.index('"""') :], encoding="utf-8")
    assert (f"{COUNTS}:1", "there is none") in told(book)


def test_a_program_needs_a_docstring(book: Book) -> None:
    change_program(book, '"""Counts to 12000 and says so."""\n', "")
    found = sources.problems(book, book.docs)
    assert [one.place for one in found] == [f"{COUNTS}:1"]
    assert "docstring" in found[0].expected


def test_a_line_too_long_for_a_phone_is_told_with_its_number(book: Book) -> None:
    change_program(book, "counted = 0\n", f"counted = 0 {'+ 0' * 21}\n")
    line = line_of(book.root / COUNTS, "+ 0+ 0")
    assert told(book) == [(f"{COUNTS}:{line}", "75 columns")]


def test_a_line_of_seventy_two_columns_is_not_too_long(book: Book) -> None:
    change_program(book, "counted = 0\n", f"counted = {'1' * 62}\n")
    assert told(book) == []


def test_a_program_may_show_fifty_lines_and_no_more(book: Book) -> None:
    shown = load_id("first/counts", book).shown.count("\n")
    change_program(book, "counted = 0\n", "counted = 0\n" * (51 - shown))
    assert told(book) == []
    change_program(book, "for _ in", "counted = 0\nfor _ in")
    assert told(book) == [(f"{COUNTS}:1", "51 lines")]


@pytest.mark.parametrize(
    "markers", [["start"], ["end"], ["end", "start"], ["start", "start", "end", "end"]]
)
def test_a_region_needs_both_its_ends(book: Book, markers: list[str]) -> None:
    lines = "".join(f"# --8<-- [{edge}:show]\n" for edge in markers)
    change_program(book, "counted = 0\n", f"{lines}counted = 0\n")
    assert (f"{COUNTS}:1", f"the markers are {markers}") in told(book)


def test_a_program_that_no_page_shows_is_told(book: Book) -> None:
    change(book.root / HOME, '{{ program("first/rolls") }}', "")
    assert told(book) == [("snippets/first/rolls.py", "no page does")]


def test_a_program_that_python_cannot_read_is_told_with_its_line(book: Book) -> None:
    line = change(book.root / COUNTS, "counted = 0\n", "counted = = 0\n")
    assert (f"{COUNTS}:{line}", "SyntaxError: invalid syntax") in told(book)


# Recordings


def test_a_missing_reference_is_told_with_its_labels(book: Book) -> None:
    for path in recording.paths(book.snippets, "first/versions", HERE):
        path.unlink()
    assert told(book) == [("snippets/first/versions.py", f"missing for {HERE}")]


def test_a_reference_of_an_older_program_is_told(book: Book) -> None:
    change(book.root / COUNTS, "counted = 0\n", "counted = 0  # so far\n")
    assert (COUNTS, "out of date for build") in told(book)


def test_a_heavy_program_is_held_to_its_reference_like_any_other(book: Book) -> None:
    change_program(book, "runs = 2\n", "runs = 2\n# heavy = true\n")
    assert told(book) == []
    shutil.rmtree(recording.local(book))
    change(book.root / COUNTS, "counted = 0\n", "counted = 0  # so far\n")
    found = next(one for one in sources.problems(book, book.docs) if one.place == COUNTS)
    assert found.seen == "out of date for build"
    assert found.command == "python -m scripts.run --accept first/counts"


def test_the_cure_of_a_missing_reference_is_to_record_it(book: Book) -> None:
    for path in recording.paths(book.snippets, "first/counts", "build"):
        path.unlink()
    (found,) = sources.problems(book, book.docs)
    assert found.command == "python -m scripts.run --accept first/counts"


@pytest.mark.parametrize(
    ("ending", "old", "new"), [("out", "counted", "Counted"), ("json", '"shown": 0', '"shown": 1')]
)
def test_a_reference_that_a_hand_edited_is_told(
    book: Book, ending: str, old: str, new: str
) -> None:
    change(book.snippets / f"first/recorded/counts.build.{ending}", old, new)
    places = dict(told(book))
    assert "edited after the run" in places["snippets/first/recorded/counts.build.json"]


def test_half_a_reference_is_told_by_the_name_of_the_other_half(book: Book) -> None:
    (book.snippets / "first/recorded/counts.build.out").unlink()
    assert ("snippets/first/recorded/counts.build.out", "it is missing") in told(book)


def test_merge_markers_are_told_with_their_line(book: Book) -> None:
    path = book.snippets / "first/recorded/counts.build.out"
    path.write_text("one\n<<<<<<< ours\ntwo\n", encoding="utf-8")
    assert ("snippets/first/recorded/counts.build.out:2", "merge markers of git") in told(book)


def test_a_reference_of_no_program_is_told(book: Book) -> None:
    stray = "snippets/first/recorded/gone.build.out"
    shutil.copy(book.snippets / "first/recorded/counts.build.out", book.root / stray)
    (found,) = sources.problems(book, book.docs)
    assert (found.place, found.command) == (stray, f"git rm {stray}")


def test_a_reference_on_an_interpreter_that_the_program_does_not_name_is_told(book: Book) -> None:
    stray = "snippets/first/recorded/counts.3.7.out"
    shutil.copy(book.snippets / "first/recorded/counts.build.out", book.root / stray)
    assert told(book) == [(stray, "there is none")]


# All interleavings, and traces

KEPT = {"states": "explore", "trace": "trace"}


@pytest.mark.parametrize("kind", KEPT)
def test_a_missing_exploration_or_trace_is_told_with_its_cure(book: Book, kind: str) -> None:
    (book.snippets / f"first/recorded/deposits.{kind}.json").unlink()
    (found,) = sources.problems(book, book.docs)
    assert found.place == "snippets/first/deposits.py"
    assert "missing" in found.seen
    assert found.command == f"python -m scripts.{KEPT[kind]} --accept first/deposits"


def test_explorations_and_traces_of_an_older_program_are_told(book: Book) -> None:
    change(book.snippets / "first/deposits.py", "time.sleep(0.05)\n", "time.sleep(0.06)\n")
    recorded_again(book, "first/deposits")
    commands = {one.command for one in sources.problems(book, book.docs)}
    wanted = {f"python -m scripts.{tool} --accept first/deposits" for tool in KEPT.values()}
    assert wanted <= commands


@pytest.mark.parametrize("kind", KEPT)
def test_one_that_a_hand_edited_is_told(book: Book, kind: str) -> None:
    place = f"snippets/first/recorded/deposits.{kind}.json"
    text = (book.root / place).read_text(encoding="utf-8")
    (book.root / place).write_text(text.replace("110", "111", 1), encoding="utf-8")
    assert [seen for where, seen in told(book) if where.startswith(place)]


@pytest.mark.parametrize("kind", KEPT)
def test_one_of_a_program_that_does_not_ask_for_it_is_told(book: Book, kind: str) -> None:
    stray = f"snippets/first/recorded/counts.{kind}.json"
    shutil.copy(book.snippets / f"first/recorded/deposits.{kind}.json", book.root / stray)
    assert told(book) == [(stray, "there is none")]


# Pages


def test_a_page_with_a_mistake_is_told_once_with_its_line(book: Book) -> None:
    line = change(book.root / HOME, "On this machine", "{{ nothing }}\n\n{{ nobody }}")
    assert told(book) == [(f"{HOME}:{line}", "UndefinedError: 'nothing' is undefined")]


def test_every_page_with_a_mistake_is_told(book: Book) -> None:
    change(book.root / HOME, "On this machine", "{{ nothing }}")
    change(book.docs / "texts" / "index.md", "# Texts", "{{ nothing }}")
    assert [place for place, _ in told(book)] == [f"{HOME}:18", "docs/texts/index.md:5"]


def test_quizzes_are_read_after_the_macros_with_the_lines_of_the_page(book: Book) -> None:
    path = book.docs / "quizzes" / "index.md"
    change(path, '"counted == 12000") }}] To', '"counted == 5") }}] To')
    line = path.read_text(encoding="utf-8").splitlines().index('<quiz id="quizzes-far">') + 1
    assert told(book) == [(f"docs/quizzes/index.md:{line}", "none of its options is right")]


def test_pages_may_lie_anywhere(book: Book, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(book.docs, elsewhere)
    change(elsewhere / "plain" / "index.md", "# Plain", "{{ nothing }}")
    (found,) = sources.problems(book, elsewhere)
    assert found.place == f"{elsewhere}/plain/index.md:5"


def test_pages_elsewhere_need_not_show_the_books_programs(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A page of its own\n", encoding="utf-8")
    assert sources.problems(made(), tmp_path) == []


def test_an_id_that_two_pages_have_is_told(book: Book) -> None:
    quiz = (book.docs / "quizzes" / "index.md").read_text(encoding="utf-8")
    path = book.docs / "plain" / "index.md"
    path.write_text(
        path.read_text(encoding="utf-8") + quiz[quiz.index("<quiz") :], encoding="utf-8"
    )
    places = [one.place for one in sources.problems(book, book.docs)]
    assert {place.split(":")[0] for place in places} == {"docs/quizzes/index.md"}


def test_settings_that_publish_the_keys_are_told(book: Book) -> None:
    path = book.root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\nplugins:\n  - mkdocs_quiz\n")
    (found,) = sources.problems(book, book.docs)
    assert (found.place.split(":")[0], found.expected) == ("mkdocs.yml", "embed_source: false")


def test_a_page_may_use_what_the_settings_offer(book: Book) -> None:
    change(book.docs / "plain" / "index.md", "# Plain", "{{ chapters[0].title }} {{ page.url }}")
    assert told(book) == []
