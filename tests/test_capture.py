import json
import os
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scripts.book import Book
from scripts.capture import Run, run
from scripts.interpreter import build_interpreter
from scripts.program import load
from tests.conftest import ProgramFrom, RunSample, sample


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one program saw of the place where it ran."""
    path = tmp_path_factory.mktemp("outside") / "tells_its_surroundings.py"
    path.write_text(sample("tells_its_surroundings"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONUNBUFFERED", "1")
        patch.setenv("INTERLEAVE_SECRET", "x")
        patch.setenv("TZ", "UTC")
        told: dict[str, Any] = json.loads(run(load(path, Book()), build_interpreter()).output)
    return told


def test_a_program_has_a_terminal_of_72_columns(surroundings: dict[str, Any]) -> None:
    assert surroundings["columns"] == 72


def test_all_three_streams_are_the_terminal(surroundings: dict[str, Any]) -> None:
    assert surroundings["terminals"] == [True, True, True]


def test_a_program_is_the_foreground_as_a_shell_would_have_it(
    surroundings: dict[str, Any],
) -> None:
    assert surroundings["foreground"]


def test_a_program_sees_a_few_named_variables(surroundings: dict[str, Any]) -> None:
    assert surroundings["variables"] == [
        "COLUMNS", "HOME", "LANG", "NO_COLOR", "PATH", "TERM", "TMPDIR", "TZ", "XDG_RUNTIME_DIR",
    ]  # fmt: skip


def test_a_program_writes_with_buffers_whatever_this_machine_has_set(
    surroundings: dict[str, Any],
) -> None:
    assert not surroundings["unbuffered"]


def test_a_program_starts_in_an_empty_folder(surroundings: dict[str, Any]) -> None:
    assert surroundings["here"] == []


def test_a_program_runs_isolated_from_packages_of_the_user(surroundings: dict[str, Any]) -> None:
    assert surroundings["isolated"]


def test_a_program_inherits_no_descriptor_but_the_three(surroundings: dict[str, Any]) -> None:
    assert surroundings["descriptors"] == [0, 1, 2]


def test_a_program_cannot_write_the_report_on_itself(run_sample: RunSample) -> None:
    assert run_sample("writes_to_every_descriptor").exit == 5


def test_stdout_and_stderr_come_in_true_order(run_sample: RunSample) -> None:
    assert run_sample("alternates_streams").output.split() == [str(i) for i in range(200)]


def test_lines_of_four_threads_are_not_torn(run_sample: RunSample) -> None:
    lines = run_sample("prints_from_four_threads").output.splitlines()
    assert len(lines) == 1200
    assert set(lines) == {letter * 60 for letter in "ABCD"}


def test_text_printed_before_a_fork_comes_once(run_sample: RunSample) -> None:
    assert run_sample("forks_after_printing").output == "printed once\n"


def test_no_carriage_return_is_added(run_sample: RunSample) -> None:
    assert run_sample("hello").output == "hello\n"


def test_each_line_has_its_time(run_sample: RunSample) -> None:
    found = run_sample("alternates_streams")
    assert len(found.times) == 200
    assert found.times == sorted(found.times)


def test_times_count_from_the_start_of_the_program(run_sample: RunSample) -> None:
    runs = [run_sample("prints_its_age") for _ in range(3)]
    assert min(abs(one.times[0] - float(one.output)) for one in runs) < 0.04


def test_a_run_is_measured(run_sample: RunSample) -> None:
    found = run_sample("hello")
    assert found.exit == 0
    assert 0 < found.seconds < 10
    assert 0 < found.cpu < 10
    assert 1 << 20 < found.peak < 1 << 30


def test_the_temporary_folder_is_gone_afterwards(
    run_sample: RunSample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert run_sample("leaves_files").output == "left\n"
    assert list(tmp_path.glob("il-*")) == []


def test_paths_that_differ_in_every_run_are_shortened(run_sample: RunSample) -> None:
    assert run_sample("names_its_folder").output == "/tmp/work\n/tmp\nnames_its_folder.py\n"


def test_a_traceback_names_the_program_as_the_reader_does(run_sample: RunSample) -> None:
    output = run_sample("raises_in_a_function").output
    assert '  File "raises_in_a_function.py", line 5, in divide\n' in output
    assert output.endswith("ZeroDivisionError: division by zero\n")


def test_a_file_beside_the_program_that_it_opened_is_told(
    run_sample: RunSample, neighbour: Path
) -> None:
    found = run_sample("reads_its_neighbour")
    assert (found.output, found.files) == ("first\n", frozenset({"data/word.txt"}))


def test_recordings_and_hidden_files_are_not_copied_beside_a_program(
    program_from: ProgramFrom,
) -> None:
    program = program_from("reads_its_neighbour")
    folder = program.path.parent
    for name in ("recorded", ".hidden", "__pycache__"):
        (folder / name).mkdir()
    program.path.write_text("import os; print(*os.listdir(os.path.dirname(__file__)))")
    assert run(load(program.path, Book(folder)), build_interpreter()).output == (
        "reads_its_neighbour.py\n"
    )


def test_a_link_to_a_file_elsewhere_does_not_bring_it_in(
    program_from: ProgramFrom, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").write_text("not for programs", encoding="utf-8")
    program = program_from("reads_its_neighbour")
    (program.path.parent / "data").mkdir()
    (program.path.parent / "data" / "word.txt").symlink_to(tmp_path / "elsewhere")
    assert "not for programs" not in run(program, build_interpreter()).output


def test_a_link_that_leads_nowhere_stops_nobody(program_from: ProgramFrom) -> None:
    program = program_from("hello")
    (program.path.parent / "lost").symlink_to("/nonexistent")
    assert run(program, build_interpreter()).output == "hello\n"


def test_a_nul_is_as_invisible_as_on_a_terminal(book: Book) -> None:
    path = book.root / "nul.py"
    path.write_text(r"print('be\0fore\0')" + "\n", encoding="utf-8")
    assert run(load(path, book), build_interpreter()).output == "before\n"


def test_bytes_that_are_no_utf8_are_told_and_shown(run_sample: RunSample) -> None:
    found = run_sample("prints_no_utf8")
    assert found.output == "good\nbad \\xff\n"
    assert found.garbled == "line 2 of the output has the byte 0xff"


def test_an_interpreter_that_does_not_start_gives_127(run_sample: RunSample) -> None:
    missing = replace(build_interpreter(), path=Path("/nonexistent/python"))
    found = run_sample("hello", interpreter=missing)
    assert found.exit == 127
    assert found.output.startswith("could not start /nonexistent/python: ")


def test_a_command_may_start_the_program_in_its_own_way(
    program_from: ProgramFrom, book: Book
) -> None:
    program = program_from("hello")
    header = replace(
        program.header, command="sh -c 'echo before; \"$@\"; echo after' sh {python} {file}"
    )
    found = run(replace(program, header=header), build_interpreter())
    assert found.output == "before\nhello\nafter\n"


def test_a_program_of_its_own_needs_nothing_of_the_runner(tmp_path: Path) -> None:
    (tmp_path / "hello.py").write_text(sample("hello"), encoding="utf-8")
    done = subprocess.run(
        [build_interpreter().path, "hello.py"], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout == b"hello\n"


def test_the_programs_variables_are_not_the_runners(run_sample: RunSample) -> None:
    before = dict(os.environ)
    assert isinstance(run_sample("hello"), Run)
    assert dict(os.environ) == before
