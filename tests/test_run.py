import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import recording
from scripts import run as command_module
from scripts.book import ROOT, Book
from scripts.outcome import Outcome
from scripts.problem import Problem
from scripts.program import Program, load_id
from scripts.recorder import record
from scripts.recording import BUILD
from scripts.run import main
from scripts.sandbox import offered
from tests.conftest import (
    BookWith,
    Command,
    ProgramFrom,
    files,
    pretend_other_work,
    recording_of,
    sample,
    with_header,
)

BUILD_VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


def span(outcome: dict[str, str]) -> tuple[int, int]:
    """When a run of tells_when began and ended."""
    words = outcome["output"].split()
    return int(words[1]), int(words[3])


def overlap(one: dict[str, str], other: dict[str, str]) -> bool:
    return span(one)[0] < span(other)[1] and span(other)[0] < span(one)[1]


def test_all_is_well_when_every_program_does_what_it_says(
    book_with: BookWith, command: Command
) -> None:
    book_with(one=sample("hello"), two=sample("never_hangs"))
    answer = command()
    assert (answer.status, answer.problems) == (0, [])
    assert [outcome["program"] for outcome in answer.outcomes] == ["odd/one", "odd/two"]


def test_one_failure_is_a_failure_and_stops_no_other(book_with: BookWith, command: Command) -> None:
    book_with(bad=sample("ends_with_three"), good=sample("hello"), wrong="print(")
    answer = command()
    assert answer.status == 1
    assert {o["program"]: o["state"] for o in answer.outcomes} == {
        "odd/bad": "failed",
        "odd/good": "ran",
    }
    assert sorted(p["place"] for p in answer.problems) == [
        "snippets/odd/bad.py:4",
        "snippets/odd/wrong.py:1",
    ]


def test_outcomes_come_in_the_order_asked_for(book_with: BookWith, command: Command) -> None:
    book_with(slow=sample("tells_when"), quick=sample("hello"))
    answer = command("odd/slow", "odd/quick")
    assert [outcome["program"] for outcome in answer.outcomes] == ["odd/slow", "odd/quick"]


def test_without_names_what_is_known_does_not_run_again(
    book_with: BookWith, command: Command
) -> None:
    book_with(hello=sample("hello"))
    states = [command(*argv).outcomes[0]["state"] for argv in ([], [], ["--again"])]
    assert states == ["ran", "cached", "ran"]


@pytest.fixture(params=["pool", "alone"])
def failing(
    request: pytest.FixtureRequest, book_with: BookWith, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], list[str]]:
    """A book of one program that fails so many times and then does as declared.

    Gives the list in which its runs are counted.
    """

    def prepare(times: int) -> list[str]:
        book_with(chancy=with_header("print(1)\n", f'lane = "{request.param}"'))
        runs: list[str] = []

        def chancy(program: Program, label: str, book: Book, again: bool = False) -> Outcome:
            runs.append(program.id)
            if len(runs) > times:
                return record(program, label, book, again)
            miss = Problem(program.place, expected="luck", seen=f"miss {len(runs)}", command="-")
            return Outcome(program, label, "failed", problems=[miss])

        monkeypatch.setattr(command_module, "record", chancy)
        return runs

    return prepare


def test_what_fails_in_the_whole_book_has_two_more_hearings(
    failing: Callable[[int], list[str]], command: Command
) -> None:
    runs = failing(2)
    answer = command()
    assert (answer.status, len(runs)) == (0, 3)
    assert [miss["seen"] for miss in answer.outcomes[0]["missed"]] == ["miss 1", "miss 2"]


def test_what_fails_each_time_has_failed(
    failing: Callable[[int], list[str]], command: Command
) -> None:
    runs = failing(9)
    answer = command()
    assert (answer.status, len(runs)) == (1, 3)
    assert answer.problem["seen"] == "miss 3"


@pytest.fixture
def at_odds(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Claims over several interpreters that fail so many times, and then hold."""

    def prepare(times: int) -> None:
        seen: list[str] = []

        def across(program: Program, book: Book) -> list[Problem]:
            seen.append(program.id)
            odds = f"odds {len(seen)}"
            miss = Problem(program.place, expected="agreement", seen=odds, command="-")
            return [miss] if len(seen) <= times else []

        monkeypatch.setattr(command_module, "across", across)

    return prepare


def test_what_several_interpreters_must_agree_on_has_two_more_hearings(
    failing: Callable[[int], list[str]], at_odds: Callable[[int], None], command: Command
) -> None:
    runs = failing(0)
    at_odds(2)
    answer = command()
    assert (answer.status, len(runs)) == (0, 3)
    assert [miss["seen"] for miss in answer.outcomes[0]["missed"]] == ["odds 1", "odds 2"]


def test_what_they_never_agree_on_has_failed(
    failing: Callable[[int], list[str]], at_odds: Callable[[int], None], command: Command
) -> None:
    runs = failing(0)
    at_odds(9)
    answer = command()
    assert (answer.status, len(runs)) == (1, 3)
    assert answer.problem["expected"] == "agreement"


def test_once_more_goes_for_those_alone_that_print_durations(
    book_with: BookWith, book: Book
) -> None:
    quick = with_header("print(1)\n", 'lane = "alone"')
    book_with(
        timed=quick, plain=sample("hello"), heavy=quick.replace("# lane", "# heavy = true\n# lane")
    )
    (outcome,) = command_module.anew(["odd/timed", "odd/plain", "odd/heavy"], book)
    assert (outcome.program.id, outcome.state) == ("odd/timed", "ran")


def test_what_is_named_has_one_hearing(
    failing: Callable[[int], list[str]], command: Command
) -> None:
    runs = failing(1)
    assert (command("odd/chancy").status, len(runs)) == (1, 1)


def test_a_named_program_runs_in_any_case(book_with: BookWith, command: Command) -> None:
    book_with(hello=sample("hello"))
    assert [command("odd/hello").outcomes[0]["state"] for _ in range(2)] == ["ran", "ran"]


def test_an_unknown_id_is_told_with_the_nearest(book_with: BookWith, command: Command) -> None:
    book_with(hello=sample("hello"))
    answer = command("odd/hullo")
    assert answer.status == 1
    assert answer.problem == {
        "place": "snippets/odd/hullo.py",
        "expected": "a program; the nearest id is odd/hello",
        "seen": "there is no program 'odd/hullo'",
        "command": "ls snippets/*/",
    }


def test_a_file_may_lie_anywhere(book: Book, command: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(sample("hello"), encoding="utf-8")
    answer = command(str(tmp_path / "mine.py"))
    assert (answer.status, answer.outcomes[0]["output"]) == (0, "hello\n")


def test_a_file_may_be_named_from_where_one_stands(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.py").write_text(sample("hello"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert command("mine.py").status == 0


def test_a_missing_file_is_told(command: Command, tmp_path: Path) -> None:
    answer = command(str(tmp_path / "none.py"))
    assert answer.status == 1
    assert answer.problem["place"] == str(tmp_path / "none.py")
    assert answer.problem["seen"] == "No such file or directory"


def test_two_files_of_one_name_are_two_programs(command: Command, tmp_path: Path) -> None:
    for folder, lines in (("a", []), ("b", ['on = ["3.2"]'])):
        (tmp_path / folder).mkdir()
        source = with_header(f"print('{folder}')\n", *lines)
        (tmp_path / folder / "same.py").write_text(source, encoding="utf-8")
    answer = command(str(tmp_path / "a" / "same.py"), str(tmp_path / "b" / "same.py"))
    assert [(o["label"], o["output"]) for o in answer.outcomes] == [("build", "a\n"), ("3.2", "")]


def test_on_runs_a_program_on_another_interpreter(book_with: BookWith, command: Command) -> None:
    book_with(hello=sample("hello"))
    answer = command("odd/hello", "--on", "3.2")
    assert (answer.status, answer.outcomes[0]["label"]) == (1, "3.2")


def test_the_json_has_the_same_keys_always(book_with: BookWith, command: Command) -> None:
    book_with(good=sample("hello"), bad=sample("ends_with_three"))
    for outcome in command().outcomes:
        assert list(outcome) == [
            "program", "label", "state", "why", "output", "facts", "claims", "key", "problems",
            "missed",
        ]  # fmt: skip


def test_the_json_says_whether_all_is_well(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(hello=sample("hello"))
    main(["odd/hello", "--json"], book)
    assert json.loads(capsys.readouterr().out)["ok"] is True
    main(["odd/none", "--json"], book)
    assert json.loads(capsys.readouterr().out)["ok"] is False


def test_the_json_has_facts_claims_and_key(book_with: BookWith, command: Command) -> None:
    header = ["facts.word = '(h.*)'", 'claims = ["sometimes: exit == 0"]']
    book_with(hello=with_header('print("hello")\n', *header))
    outcome = command("odd/hello").outcomes[0]
    assert outcome["facts"] == {"word": "hello"}
    assert outcome["claims"] == [{"claim": "sometimes: exit == 0", "held": 1, "of": 1}]
    assert len(outcome["key"]) == 64


def test_a_person_sees_the_output_of_named_programs(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["odd/hello"], book_with(hello=sample("hello")))
    assert capsys.readouterr().out == "--- odd/hello on build\nhello\n"


def test_a_person_sees_progress_and_problems_beside_the_output(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    main([], book_with(bad=sample("ends_with_three")))
    told = capsys.readouterr()
    assert told.out == ""
    assert "[  1/1] odd/bad" in told.err
    assert 'snippets/odd/bad.py:4: exit 3; its last line was "so far"' in told.err
    assert "    expected: exit 4" in told.err


def test_brackets_in_an_output_are_no_markup(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    main([], book_with(bad='raise SystemExit("[red]all[/red] [/]")\n'))
    assert "[red]all[/red] [/]" in capsys.readouterr().err


def test_a_person_is_told_once_what_this_system_does_not_hold_programs_to(
    book_with: BookWith, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offered, "missing", lambda: ["sees no network but its own loopback"])
    main([], book_with(one=sample("hello"), two=sample("hello")))
    sentence = "This system does not hold programs to: sees no network but its own loopback"
    assert capsys.readouterr().err.count(sentence) == 1


def test_the_command_can_be_asked_for_help() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.run", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "--accept" in done.stdout


def test_programs_that_must_be_alone_never_run_beside_another(
    book_with: BookWith, command: Command
) -> None:
    source = sample("tells_when")
    alone = with_header(source, 'lane = "alone"')
    book_with(a_alone=alone, b_pool=source, c_alone=alone, d_pool=source)
    first, *others = command().outcomes
    assert first["program"] == "odd/a_alone"
    assert not any(overlap(first, other) for other in others)
    assert not any(overlap(others[1], other) for other in (others[0], others[2]))


def test_other_programs_run_side_by_side(book_with: BookWith, command: Command) -> None:
    slow = sample("tells_when").replace("0.5", "1.5")
    book_with(one=slow, other=slow)
    one, other = command().outcomes
    assert overlap(one, other)


@pytest.mark.parametrize(("lane", "others"), [("alone", 17), ("pool", None)])
def test_other_work_beside_a_program_that_runs_alone_is_recorded(
    lane: str,
    others: float | None,
    book_with: BookWith,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pretend_other_work(17.5, monkeypatch)
    slow = "import time\ntime.sleep(1)\n"  # else its start would be most of it
    book = book_with(timed=with_header(slow, f'lane = "{lane}"'))
    command()
    kept = recording.read(recording.local(book), "odd/timed", BUILD, book)
    assert kept is not None
    assert kept.machine["others"] == (others and pytest.approx(others, abs=0.6))


def test_nothing_is_committed_unless_asked(book_with: BookWith, command: Command) -> None:
    book = book_with(hello=sample("hello"))
    command("odd/hello")
    assert files(book) == {}


def test_a_claim_over_interpreters_is_judged_when_its_program_ran(
    book_with: BookWith, command: Command, program_from: ProgramFrom
) -> None:
    label = f"{sys.version_info[0]}.{sys.version_info[1]}"
    claim = f"""claims = ['on["{label}"].exit == 1']"""
    book_with(compares=with_header("print(1)\n", f'on = ["{label}"]', claim))
    answer = command("odd/compares")
    assert answer.status == 1
    assert answer.problem["place"] == "snippets/odd/compares.py:4"
    assert answer.problem["seen"].startswith("claim failed: it held in 0 of 1 runs")


HEAVY = with_header("print('ran here')\n", "heavy = true")


def test_a_heavy_program_that_is_not_named_shows_its_reference(
    book_with: BookWith, command: Command
) -> None:
    book = book_with(huge=HEAVY)
    recording.write(recording_of(load_id("odd/huge", book)), book.snippets)
    for argv in ([], ["--again"], ["--on", BUILD_VERSION], ["--accept"]):
        answer = command(*argv)
        assert (answer.status, answer.problems) == (0, [])
        told = [(one["state"], one["output"], one["why"]) for one in answer.outcomes]
        expected = ("reference", "from elsewhere\n", "heavy, and not named")
        assert told == ([] if "--on" in argv else [expected])
    assert not recording.local(book).exists()


def test_a_heavy_program_runs_when_it_is_named(book_with: BookWith, command: Command) -> None:
    book = book_with(huge=HEAVY)
    outcome = command("odd/huge", "--accept").outcomes[0]
    assert (outcome["state"], outcome["output"]) == ("ran", "ran here\n")
    assert set(files(book)) == {"huge.build.json", "huge.build.out"}


def test_a_heavy_program_that_ran_by_name_is_known_here(
    book_with: BookWith, command: Command
) -> None:
    book_with(huge=HEAVY)
    command("odd/huge")
    outcome = command().outcomes[0]
    assert (outcome["state"], outcome["output"]) == ("cached", "ran here\n")


@pytest.mark.parametrize(("recorded", "seen"), [(False, "missing"), (True, "out of date")])
def test_a_heavy_program_without_a_reference_says_so_with_the_command(
    recorded: bool, seen: str, book_with: BookWith, command: Command
) -> None:
    book = book_with(huge=HEAVY)
    if recorded:
        old = recording_of(load_id("odd/huge", book), source="another")
        recording.write(old, book.snippets)
    answer = command()
    assert answer.status == 1
    assert answer.outcomes[0]["state"] == "failed"
    assert answer.problem == {
        "place": "snippets/odd/recorded/huge.build.out",
        "expected": "a recording of odd/huge as it stands now",
        "seen": f"it is {seen}, and the program is heavy: it runs only when it is named",
        "command": "python -m scripts.run --accept odd/huge",
    }


def test_a_person_is_told_once_which_heavy_programs_were_left_out(
    book_with: BookWith, capsys: pytest.CaptureFixture[str]
) -> None:
    book = book_with(huge=HEAVY, hello=sample("hello"), vast=HEAVY)
    for name in ("odd/huge", "odd/vast"):
        recording.write(recording_of(load_id(name, book)), book.snippets)
    assert main([], book) == 0
    told = capsys.readouterr().err
    assert told.count("heavy. To run them: python -m scripts.run odd/huge odd/vast\n") == 1
    assert "reference recording shown: heavy, and not named" in told
    main(["odd/hello"], book)
    assert "heavy" not in capsys.readouterr().err
