from collections.abc import Callable

import pytest

from scripts import machine, recording
from scripts.book import Book
from scripts.claim import judge, parse
from scripts.interpreter import build_interpreter
from scripts.outcome import Outcome
from scripts.problem import Problem
from scripts.program import Program, load, load_id
from scripts.recorder import _best, across, record
from scripts.recording import BUILD
from scripts.sandbox import offered
from tests.conftest import BookWith, ProgramFrom, recording_of, sample, with_header

RecordSample = Callable[[str], Outcome]
COMPARES = """claims = ['on["3.9"].lost < on["3.11"].lost']"""


def only(outcome: Outcome) -> Problem:
    assert outcome.state == "failed"
    assert len(outcome.problems) == 1
    return outcome.problems[0]


@pytest.fixture
def compared(book_with: BookWith) -> Program:
    """A program whose claim is about two interpreters that need not be here."""
    header = ['on = ["3.9", "3.11"]', r"facts.lost = 'lost (\d+)'", COMPARES]
    return load_id("odd/compared", book_with(compared=with_header("print('lost 0')\n", *header)))


def recorded(program: Program, book: Book, **losses: int) -> None:
    """Recordings made here on 3.9 and 3.11 with these losses."""
    for label, lost in zip(("3.9", "3.11"), losses.values(), strict=True):
        run = {**recording_of(program).runs[0], "facts": {"lost": lost}}
        recording.write(recording_of(program, label, runs=[run]), recording.local(book))


def test_a_recording_holds_what_a_reader_needs(record_sample: RecordSample) -> None:
    made = record_sample("never_hangs").recording
    assert made is not None
    assert made.output == "ended\n"
    assert made.command == "python never_hangs.py"
    assert made.interpreter["version"].startswith(build_interpreter().version)
    assert {"system", "processor", "cores", "date", "others"} <= made.machine.keys()
    assert [run["exit"] for run in made.runs] == [0]


def test_a_run_that_went_well_is_kept_for_this_machine_alone(
    record_sample: RecordSample, book: Book
) -> None:
    outcome = record_sample("hello")
    assert outcome.state == "ran"
    kept = recording.read(recording.local(book), "odd/hello", BUILD, book)
    assert kept == outcome.recording
    assert not (book.snippets / "odd" / "recorded").exists()


def test_what_is_known_does_not_run_again(record_sample: RecordSample) -> None:
    first, second = record_sample("hello"), record_sample("hello")
    assert (first.state, second.state) == ("ran", "cached")
    assert second.recording == first.recording


def test_what_is_known_runs_again_when_asked(program_from: ProgramFrom, book: Book) -> None:
    program = program_from("hello")
    record(program, BUILD, book)
    assert record(program, BUILD, book, again=True).state == "ran"


def test_a_changed_program_runs_again(record_sample: RecordSample, book_with: BookWith) -> None:
    record_sample("hello")
    book = book_with(hello='print("changed")\n')
    outcome = record(load_id("odd/hello", book), BUILD, book)
    assert outcome.recording is not None
    assert (outcome.state, outcome.recording.output) == ("ran", "changed\n")


def test_a_program_runs_again_when_a_file_that_it_read_changed(
    record_sample: RecordSample, neighbour: object, book: Book
) -> None:
    first = record_sample("reads_its_neighbour")
    assert record_sample("reads_its_neighbour").state == "cached"
    (book.snippets / "odd" / "data" / "word.txt").write_text("second\n", encoding="utf-8")
    second = record_sample("reads_its_neighbour")
    assert first.recording is not None
    assert second.recording is not None
    assert (first.recording.output, second.recording.output) == ("first\n", "second\n")


def test_a_program_does_not_run_again_when_a_file_that_it_did_not_read_changed(
    record_sample: RecordSample, neighbour: object, book: Book
) -> None:
    record_sample("reads_its_neighbour")
    (book.snippets / "odd" / "data" / "unread.txt").write_text("changed\n", encoding="utf-8")
    assert record_sample("reads_its_neighbour").state == "cached"


def test_a_damaged_recording_of_this_machine_counts_as_none(
    record_sample: RecordSample, book: Book
) -> None:
    record_sample("hello")
    out, _ = recording.paths(recording.local(book), "odd/hello", BUILD)
    out.write_text("edited\n", encoding="utf-8")
    assert record_sample("hello").state == "ran"


@pytest.mark.skipif(
    machine.is_root() and not offered.other_user(),
    reason="root can be nobody else without user namespaces",
)
def test_a_program_that_must_not_be_root_is_not(book_with: BookWith) -> None:
    source = with_header("import os\nprint(os.getuid() == 0)\n", 'needs = ["not root"]')
    book = book_with(plain=source)
    outcome = record(load_id("odd/plain", book), BUILD, book)
    assert outcome.recording is not None
    assert outcome.recording.output == "False\n"


def test_where_root_can_be_nobody_else_such_a_program_cannot_run(
    book_with: BookWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "is_root", lambda: True)
    monkeypatch.setattr(offered, "other_user", lambda: False)
    book = book_with(plain=with_header("print(1)\n", 'needs = ["not root"]'))
    assert record(load_id("odd/plain", book), BUILD, book).why == "it needs an ordinary user"


def test_a_failed_run_is_not_kept(record_sample: RecordSample, book: Book) -> None:
    outcome = record_sample("ends_with_three")
    assert (outcome.state, outcome.recording, outcome.output) == ("failed", None, "so far\n")
    assert not recording.local(book).exists()


def test_a_failed_claim_shows_what_was_printed(record_sample: RecordSample) -> None:
    assert record_sample("loses_nothing").output == "lost 0\n"


def test_a_program_that_prints_a_merge_marker_can_be_shown(
    record_sample: RecordSample, program_from: ProgramFrom, book: Book
) -> None:
    assert record_sample("underlines_a_title").state == "ran"
    assert recording.known(program_from("underlines_a_title"), BUILD, book)


@pytest.mark.parametrize("name", ["hangs_sometimes", "never_hangs"])
def test_a_hang_that_may_come_may_also_not_come(name: str, record_sample: RecordSample) -> None:
    outcome = record_sample(name)
    assert outcome.recording is not None, outcome.problems
    assert outcome.recording.runs[0]["hung"] is (name == "hangs_sometimes")


def test_an_expected_signal_is_no_failure(record_sample: RecordSample) -> None:
    made = record_sample("reads_a_null_pointer").recording
    assert made is not None
    assert made.runs[0]["exit"] == -11


def test_a_program_runs_as_often_as_it_says(program_from: ProgramFrom, book: Book) -> None:
    program = program_from("steps_and_regions")
    made = record(program, BUILD, book).recording
    assert made is not None
    assert len(made.runs) == 2


def test_the_run_that_is_shown_is_the_first_in_which_most_claims_hold() -> None:
    names = [{"lost": 0}, {"lost": 3}, {"lost": 4}]
    verdicts = [judge(parse(f"sometimes: lost {test}"), names) for test in ("> 0", "< 9")]
    assert _best(verdicts, names) == 1


def test_without_its_interpreter_a_program_shows_the_reference(
    book_with: BookWith,
) -> None:
    book = book_with(old=with_header("print('here')\n", 'on = ["3.2"]'))
    program = load_id("odd/old", book)
    recording.write(recording_of(program, "3.2"), book.snippets)
    outcome = record(program, "3.2", book)
    assert (outcome.state, outcome.why) == ("reference", "no Python 3.2 here")
    assert outcome.recording is not None
    assert outcome.recording.output == "from elsewhere\n"


def test_without_its_interpreter_and_without_a_reference_a_program_fails(
    book_with: BookWith,
) -> None:
    book = book_with(old=with_header("print('here')\n", 'on = ["3.2"]'))
    problem = only(record(load_id("odd/old", book), "3.2", book))
    assert "no Python 3.2 here" in str(problem)


def test_a_stale_reference_does_not_stand_in(book_with: BookWith) -> None:
    book = book_with(old=with_header("print('here')\n", 'on = ["3.2"]'))
    program = load_id("odd/old", book)
    recording.write(recording_of(program, "3.2", source="another"), book.snippets)
    problem = only(record(program, "3.2", book))
    assert "it is out of date" in problem.seen


def test_an_edited_reference_does_not_stand_in(book_with: BookWith) -> None:
    book = book_with(old=with_header("print('here')\n", 'on = ["3.2"]'))
    program = load_id("odd/old", book)
    recording.write(recording_of(program, "3.2"), book.snippets)
    recording.paths(book.snippets, program.id, "3.2")[0].write_text("edited\n", encoding="utf-8")
    assert "it was edited after the run" in only(record(program, "3.2", book)).seen


def test_a_need_that_is_not_met_shows_the_reference_and_says_which(book_with: BookWith) -> None:
    book = book_with(wide=with_header("print('here')\n", 'needs = ["linux", "cores >= 9999"]'))
    program = load_id("odd/wide", book)
    recording.write(recording_of(program), book.snippets)
    outcome = record(program, BUILD, book)
    assert (outcome.state, outcome.why) == ("reference", "it needs cores >= 9999")


def test_needs_that_are_met_are_no_obstacle(book_with: BookWith) -> None:
    book = book_with(small=with_header("print('here')\n", 'needs = ["linux", "cores >= 1"]'))
    assert record(load_id("odd/small", book), BUILD, book).state == "ran"


def test_a_file_outside_is_not_kept(book: Book, tmp_path: object) -> None:
    path = book.root.parent / "mine.py"
    path.write_text(sample("hello"), encoding="utf-8")
    program = load(path, book)
    assert [record(program, BUILD, book).state for _ in range(2)] == ["ran", "ran"]
    assert not book.build.exists()


def test_a_file_outside_whose_needs_are_not_met_fails_with_the_reason(book: Book) -> None:
    path = book.root.parent / "mine.py"
    path.write_text(with_header("print(1)\n", 'needs = ["cores >= 9999"]'), encoding="utf-8")
    assert only(record(load(path, book), BUILD, book)).seen == "it needs cores >= 9999"


def test_a_claim_over_interpreters_that_holds_is_no_problem(compared: Program, book: Book) -> None:
    recorded(compared, book, old=17, new=23)
    assert across(compared, book) == []


def test_a_claim_over_interpreters_that_fails_is_told_with_the_values(
    compared: Program, book: Book
) -> None:
    recorded(compared, book, old=23, new=17)
    (problem,) = across(compared, book)
    assert problem.place == "snippets/odd/compared.py:5"
    assert problem.seen.startswith("claim failed: it held in 0 of 1 runs")
    assert "23" in problem.seen
    assert "17" in problem.seen


def test_a_claim_over_interpreters_needs_a_recording_of_each(compared: Program, book: Book) -> None:
    with pytest.raises(Problem) as caught:
        across(compared, book)
    assert caught.value.place == "snippets/odd/recorded/compared.3.9.out"


def test_a_program_for_other_pythons_does_not_run(book_with: BookWith) -> None:
    source = with_header("print(1)\n").replace("# [tool", '# requires-python = "<3.0"\n# [tool', 1)
    outcome = record(load_id("odd/old", book_with(old=source)), BUILD, book_with())
    assert "it needs Python <3.0, and this is 3." in only(outcome).seen


def test_every_run_keeps_a_digest_of_its_text(program_from: ProgramFrom, book: Book) -> None:
    made = record(program_from("hello"), BUILD, book).recording
    assert made is not None
    assert [run["text"] for run in made.runs] == [recording.text_digest("hello\n")]


def test_what_was_recorded_before_texts_were_kept_is_run_again(
    book_with: BookWith, book: Book
) -> None:
    book_with(twice=with_header(sample("hello"), "runs = 2"))
    program = load_id("odd/twice", book)
    made = record(program, BUILD, book).recording
    assert made is not None
    assert record(program, BUILD, book).state == "cached"
    for run in made.runs:
        del run["text"]
    recording.write(made, recording.local(book))
    assert record(program, BUILD, book).state == "ran"
