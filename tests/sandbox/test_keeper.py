"""Programs that would harm the machine, and what is left of them."""

import os
import resource
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.book import Book
from scripts.capture import Run, run
from scripts.interpreter import build_interpreter
from scripts.program import load
from scripts.sandbox.policy import MIB, Limits
from tests.conftest import (
    ProgramFrom,
    RunSample,
    needs_files,
    needs_network,
    needs_processes,
    running,
    sample,
)

RunMarked = Callable[..., Run]


@pytest.fixture
def marker(request: pytest.FixtureRequest) -> str:
    """The name of a program that no other process of this machine has in its command line."""
    return f"marked_{os.getpid()}_{abs(hash(request.node.name))}"


@pytest.fixture
def run_marked(marker: str, book: Book) -> RunMarked:
    """Runs a sample under the marker's name, so that its processes can be found."""

    def start(name: str, limits: Limits | None = None) -> Run:
        path = book.snippets / "odd" / f"{marker}.py"
        path.write_text(sample(name), encoding="utf-8")
        return run(load(path, book), build_interpreter(), limits)

    return start


def test_a_fork_bomb_is_stopped_and_nothing_of_it_runs_on(
    run_marked: RunMarked, marker: str
) -> None:
    found = run_marked("forks_and_forks", Limits(processes=20))
    assert found.passed == "processes"
    assert running(marker) == []


def test_a_gigabyte_of_output_is_stopped_and_not_kept(run_marked: RunMarked, marker: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = run_marked("prints_a_gigabyte", Limits(output=100_000))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert found.passed == "output"
    assert 100_000 <= len(found.output) < 200_000
    assert grown < 50_000  # KiB
    assert running(marker) == []


def test_a_program_that_takes_too_much_memory_is_stopped(
    run_marked: RunMarked, marker: str
) -> None:
    found = run_marked("takes_memory", Limits(memory=100 * MIB))
    assert found.passed == "memory"
    assert running(marker) == []


def test_a_file_cannot_grow_beyond_its_limit(run_sample: RunSample) -> None:
    found = run_sample("writes_a_big_file", Limits(file=MIB))
    assert found.exit == 1
    assert found.output.endswith("OSError: [Errno 27] File too large\n")


def test_an_endless_loop_is_ended_at_its_timeout(run_marked: RunMarked, marker: str) -> None:
    found = run_marked("loops_for_ever")
    assert found.hung
    assert found.exit == -9
    assert 0.5 <= found.seconds < 5
    assert running(marker) == []


def test_an_undeclared_hang_shows_no_stacks(run_sample: RunSample) -> None:
    assert run_sample("loops_for_ever").output == "begins\n"


def test_a_declared_hang_shows_where_every_thread_stands(run_sample: RunSample) -> None:
    output = run_sample("hangs_as_declared").output
    assert output.count("most recent call first") == 3
    assert '  File "hangs_as_declared.py", line 17 in takes_left_first\n' in output
    assert '  File "hangs_as_declared.py", line 23 in takes_right_first\n' in output
    assert '  File "hangs_as_declared.py", line 30 in <module>\n' in output


def test_a_child_may_end_with_the_parent_whose_hang_was_shown(run_sample: RunSample) -> None:
    found = run_sample("hangs_with_a_child")
    assert found.hung
    assert found.output.count("most recent call first") == 1


def test_helpers_may_end_while_a_hang_is_being_stopped(run_sample: RunSample) -> None:
    found = run_sample("hangs_with_helpers")
    assert found.hung
    assert found.output.startswith("waits\n")
    assert 'File "hangs_with_helpers.py"' in found.output


def test_a_child_left_behind_is_named_and_ended(run_marked: RunMarked, marker: str) -> None:
    found = run_marked("leaves_a_child")
    assert found.exit == 0
    assert len(found.left) == 1
    assert f"{marker}.py" in found.left[0]
    assert running(marker) == []


def test_a_daemon_is_named_and_ended(run_marked: RunMarked, marker: str) -> None:
    found = run_marked("leaves_a_daemon")
    assert found.output == "bye\n"
    assert len(found.left) == 1
    assert f"{marker}.py" in found.left[0]
    assert running(marker) == []


def test_what_was_left_is_named_without_the_temporary_folder(run_marked: RunMarked) -> None:
    assert tempfile.gettempdir() + "/il-" not in run_marked("leaves_a_child").left[0]


def test_a_child_that_ends_a_moment_later_is_not_left_behind(run_sample: RunSample) -> None:
    assert run_sample("waits_for_its_children").left == []


def test_a_program_that_signals_its_parent_is_not_stopped(run_sample: RunSample) -> None:
    found = run_sample("signals_its_parent")
    assert (found.output, found.passed) == ("still here\n", None)


@needs_files
def test_a_program_writes_nowhere_but_in_its_own_folder(
    program_from: ProgramFrom, book: Book, tmp_path: Path
) -> None:
    program = program_from("writes_outside", BOOK=book.snippets / "odd", TMP=tmp_path)
    *others, work = run(program, build_interpreter()).output.splitlines()
    assert [line.split()[0] for line in others] == ["home", "beside", "book", "tmp"]
    assert not any(line.endswith("written") for line in others)
    assert work == "work 1"
    assert not (Path.home() / "interleave-was-here").exists()
    assert list(tmp_path.rglob("interleave-was-here")) == []


@needs_files
def test_a_program_does_not_see_the_users_files(run_sample: RunSample) -> None:
    output = run_sample("reads_the_home_folder").output
    assert output in ("PermissionError\n", "FileNotFoundError\n")  # some users have none


@needs_network
def test_a_program_has_no_network(run_sample: RunSample) -> None:
    assert run_sample("connects_outwards").output.endswith(
        "OSError: [Errno 101] Network is unreachable\n"
    )


@needs_network
def test_a_program_can_talk_to_itself_over_loopback(run_sample: RunSample) -> None:
    assert run_sample("talks_to_itself").output == "over loopback\n"


@needs_processes
def test_a_program_neither_sees_nor_reaches_other_processes(program_from: ProgramFrom) -> None:
    program = program_from("looks_for_others", PID=os.getpid())
    assert run(program, build_interpreter()).output == "others 0\nno such process\n"
