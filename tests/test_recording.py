import json
import re
from pathlib import Path
from typing import Any

import pytest

from scripts import recording
from scripts.book import Book
from scripts.problem import Problem
from scripts.program import Program, load
from scripts.recording import BUILD
from tests.conftest import ProgramFrom, recording_of

Files = tuple[Path, Path]


@pytest.fixture
def program(program_from: ProgramFrom) -> Program:
    return program_from("hello")


@pytest.fixture
def files(program: Program, book: Book) -> Files:
    """Both files of a committed recording of hello."""
    recording.write(recording_of(program), book.snippets)
    return recording.paths(book.snippets, program.id, BUILD)


def damage(program: Program, book: Book) -> Problem:
    with pytest.raises(Problem) as caught:
        recording.committed(program, BUILD, book)
    assert caught.value.command == "python -m scripts.run --accept odd/hello"
    return caught.value


def test_claims_may_name_the_facts_and_what_was_measured(program: Program) -> None:
    run = {"exit": 0, "seconds": 1.5, "cpu": 0.5, "peak": 9, "hung": False, "facts": {"lost": 3}}
    assert recording_of(program, runs=[run], output="a\nb\n").names() == [
        {
            "lost": 3, "exit": 0, "seconds": 1.5, "cpu": 0.5, "hung": False,
            "output": "a\nb\n", "lines": ["a", "b"],
        }
    ]  # fmt: skip


def test_only_the_shown_run_keeps_its_text(program: Program) -> None:
    run = recording_of(program).runs[0]
    first, second = recording_of(program, runs=[run, run], shown=1).names()
    assert "output" not in first
    assert "output" in second


def test_a_fact_is_the_one_of_the_shown_run(program: Program) -> None:
    run = recording_of(program).runs[0]
    runs = [{**run, "facts": {"lost": n}} for n in (1, 2)]
    assert recording_of(program, runs=runs, shown=1).fact("lost") == 2


def test_what_was_written_is_read_again(program: Program, book: Book) -> None:
    made = recording_of(program, output="zwei\nthree ×\n", files={"a": "b"})
    recording.write(made, book.snippets)
    assert recording.read(book.snippets, "odd/hello", BUILD, book) == made


def test_the_text_is_a_file_of_its_own(files: Files) -> None:
    assert files[0].name == "hello.build.out"
    assert files[0].read_text(encoding="utf-8") == "from elsewhere\n"


def test_the_other_file_says_how_to_make_it_again(files: Files) -> None:
    told = json.loads(files[1].read_text(encoding="utf-8"))
    assert told["made_by"] == "python -m scripts.run --accept odd/hello"


def test_a_recording_lies_beside_its_program(program: Program, files: Files) -> None:
    assert {path.parent for path in files} == {program.path.parent / "recorded"}


def test_a_program_that_was_never_recorded_has_none(program: Program, book: Book) -> None:
    assert recording.committed(program, BUILD, book) is None


def test_a_committed_recording_is_known_as_a_reference(
    program: Program, files: Files, book: Book
) -> None:
    found = recording.committed(program, BUILD, book)
    assert found is not None
    assert found.reference


def test_a_text_that_was_edited_is_found(program: Program, files: Files, book: Book) -> None:
    files[0].write_text("from my head\n", encoding="utf-8")
    problem = damage(program, book)
    assert problem.place == "snippets/odd/recorded/hello.build.json"
    assert "it was edited after the run" in problem.seen
    assert "hello.build.out" in problem.seen


def test_a_number_that_was_edited_is_found(program: Program, files: Files, book: Book) -> None:
    text = files[1].read_text(encoding="utf-8")
    files[1].write_text(text.replace('"seconds": 0.1', '"seconds": 0.2'), encoding="utf-8")
    assert "it was edited after the run" in damage(program, book).seen


def test_another_layout_of_the_same_json_is_no_damage(
    program: Program, files: Files, book: Book
) -> None:
    told = json.loads(files[1].read_text(encoding="utf-8"))
    files[1].write_text(json.dumps(told), encoding="utf-8")
    assert recording.committed(program, BUILD, book) is not None


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", '"text"', "3", "null", '{"seal": 3}'])
def test_json_that_is_no_recording_is_found(
    text: str, program: Program, files: Files, book: Book
) -> None:
    files[1].write_text(text, encoding="utf-8")
    assert damage(program, book).place == "snippets/odd/recorded/hello.build.json"


@pytest.mark.parametrize("which", [0, 1])
def test_bytes_that_are_no_utf8_are_found(
    which: int, program: Program, files: Files, book: Book
) -> None:
    files[which].write_bytes(files[which].read_bytes().replace(b"e", b"\xff", 1))
    assert damage(program, book).expected == "a recording as the runner wrote it"


@pytest.mark.parametrize("which", [0, 1])
def test_half_a_recording_is_found(which: int, program: Program, files: Files, book: Book) -> None:
    files[which].unlink()
    problem = damage(program, book)
    assert problem.place == book.shown(files[which])
    assert problem.seen == "it is missing"


@pytest.mark.parametrize("which", [0, 1])
def test_merge_markers_are_found_with_their_line(
    which: int, program: Program, files: Files, book: Book
) -> None:
    lines = files[which].read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1:1] = ["<<<<<<< HEAD\n", "ours\n", "=======\n", "theirs\n", ">>>>>>> branch\n"]
    files[which].write_text("".join(lines), encoding="utf-8")
    problem = damage(program, book)
    assert problem.place == f"{book.shown(files[which])}:2"
    assert problem.seen == "merge markers of git"


@pytest.mark.parametrize("text", ["Results\n=======\n", ">>>>>>> later\n", "<<<<<<< sooner\n"])
def test_a_program_may_print_what_a_merge_would_write(
    text: str, program: Program, book: Book
) -> None:
    recording.write(recording_of(program, output=text), book.snippets)
    found = recording.committed(program, BUILD, book)
    assert found is not None
    assert found.output == text


def test_a_recording_is_fresh_while_nothing_changed(program: Program) -> None:
    assert recording.fresh(recording_of(program), program)


def test_a_recording_of_another_text_is_stale(program: Program, book: Book) -> None:
    made = recording_of(program)
    program.path.write_text("print('changed')\n", encoding="utf-8")
    assert not recording.fresh(made, load(program.path, book))


def test_a_recording_of_another_runner_is_stale(program: Program) -> None:
    assert not recording.fresh(recording_of(program, runner=recording.RUNNER - 1), program)


def test_a_recording_is_stale_when_a_file_that_was_read_changed(
    program: Program, neighbour: Path
) -> None:
    made = recording_of(program, files=recording.digests(program, ["data/word.txt"]))
    assert recording.fresh(made, program)
    neighbour.write_text("second\n", encoding="utf-8")
    assert not recording.fresh(made, program)


def test_a_recording_is_stale_when_a_file_that_was_read_is_gone(
    program: Program, neighbour: Path
) -> None:
    made = recording_of(program, files=recording.digests(program, ["data/word.txt"]))
    neighbour.unlink()
    assert not recording.fresh(made, program)


def test_a_recording_is_fresh_whatever_else_lies_beside_it(
    program: Program, neighbour: Path
) -> None:
    made = recording_of(program, files=recording.digests(program, ["data/word.txt"]))
    neighbour.with_name("unread.txt").write_text("changed\n", encoding="utf-8")
    assert recording.fresh(made, program)


@pytest.mark.parametrize(
    "changed",
    [
        {"source": "another"},
        {"files": {"data/word.txt": "another"}},
        {"interpreter": {"identity": "another"}},
        {"runner": recording.RUNNER + 1},
    ],
)
def test_the_key_changes_with_all_that_mattered(changed: dict[str, Any], program: Program) -> None:
    assert recording_of(program, **changed).key() != recording_of(program).key()


def test_the_key_does_not_change_with_what_came_out(program: Program) -> None:
    assert recording_of(program, output="other", times=[]).key() == recording_of(program).key()


def test_a_page_shows_what_this_machine_recorded(
    program: Program, files: Files, book: Book
) -> None:
    recording.write(recording_of(program, output="from here\n"), recording.local(book))
    assert recording.shown(program, BUILD, book).output == "from here\n"


def test_a_page_shows_the_reference_where_this_machine_has_none(
    program: Program, files: Files, book: Book
) -> None:
    assert recording.shown(program, BUILD, book).output == "from elsewhere\n"


def test_a_page_shows_the_reference_where_this_machines_is_stale(
    program: Program, files: Files, book: Book
) -> None:
    stale = recording_of(program, source="another", output="old\n")
    recording.write(stale, recording.local(book))
    assert recording.shown(program, BUILD, book).output == "from elsewhere\n"


@pytest.mark.parametrize(("state", "seen"), [(True, "out of date"), (False, "missing")])
def test_a_page_shows_nothing_stale(state: bool, seen: str, program: Program, book: Book) -> None:
    if state:
        recording.write(recording_of(program, source="another"), book.snippets)
    with pytest.raises(Problem) as caught:
        recording.shown(program, BUILD, book)
    assert caught.value.place == "snippets/odd/recorded/hello.build.out"
    assert caught.value.seen == f"it is {seen}"
    assert caught.value.command == "python -m scripts.run --accept odd/hello"
    assert not recording.known(program, BUILD, book)


def test_programs_without_labels_are_recorded_under_build(program: Program) -> None:
    assert recording.labels(program) == (BUILD,)


def test_keys_are_sha256(program: Program) -> None:
    assert re.fullmatch("[0-9a-f]{64}", recording_of(program).key())


def test_texts_are_digests_of_what_each_run_printed(program: Program) -> None:
    run = recording_of(program).runs[0]
    runs = [{**run, "text": "x"}, {**run, "text": recording.text_digest("b\n")}]
    texts = recording_of(program, runs=runs, output="b\n", shown=1).texts()
    assert texts == ["x", recording.text_digest("b\n")]


def test_the_shown_text_needs_no_digest(program: Program) -> None:
    assert recording_of(program, output="b\n").texts() == [recording.text_digest("b\n")]


def test_texts_are_unknown_where_another_run_did_not_keep_its_own(program: Program) -> None:
    run = recording_of(program).runs[0]
    assert recording_of(program, runs=[run, run]).texts() is None
