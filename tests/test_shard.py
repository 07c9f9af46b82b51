from pathlib import Path

import pytest

from scripts import merge, recording, shard
from scripts.book import Book
from scripts.program import load_id
from scripts.recording import BUILD
from scripts.shard import Shard, named, share
from tests.conftest import BookWith, Command, recording_of, sample, with_header

NAMES = ("one", "two", "three", "four", "five")


@pytest.fixture
def five(book_with: BookWith) -> Book:
    """A book of five programs; by its recordings they take 5, 4, 3, 2 and 1 s."""
    book = book_with(**dict.fromkeys(NAMES, sample("hello")))
    for seconds, name in zip((5, 4, 3, 2, 1), NAMES, strict=True):
        program = load_id(f"odd/{name}", book)
        run = {**recording_of(program).runs[0], "seconds": seconds}
        recording.write(recording_of(program, runs=[run]), book.snippets)
    return book


def parts(book: Book, of: int) -> list[list[str]]:
    programs = [load_id(f"odd/{name}", book) for name in NAMES]
    return [
        [one.path.stem for one in share(programs, Shard(part, of), book)]
        for part in range(1, of + 1)
    ]


def test_every_program_is_in_one_shard(five: Book) -> None:
    for of in (1, 2, 3, 5, 9):
        together = [name for part in parts(five, of) for name in part]
        assert sorted(together) == sorted(NAMES)


def test_shards_take_about_as_long_as_each_other(five: Book) -> None:
    assert parts(five, 2) == [["one", "four", "five"], ["two", "three"]]
    assert parts(five, 3) == [["one"], ["two", "five"], ["three", "four"]]


def test_a_program_that_nobody_has_timed_has_a_place(book_with: BookWith) -> None:
    book = book_with(new=sample("hello"))
    assert shard.seconds(load_id("odd/new", book), book) == shard.UNKNOWN


def test_a_program_goes_whole_with_all_its_interpreters(book_with: BookWith) -> None:
    book = book_with(both=with_header("print(1)\n", 'on = ["3.9", "3.11"]'))
    assert shard.seconds(load_id("odd/both", book), book) == 2 * shard.UNKNOWN


@pytest.mark.parametrize("text", ["", "2", "0/3", "4/3", "1/0", "a/b", "1/3/5", "-1/3"])
def test_what_is_no_shard_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"a shard is written|there is no part"):
        named(text)


def test_the_command_runs_its_part_and_no_other(five: Book, command: Command) -> None:
    first, second = (command("--shard", f"{part}/2").outcomes for part in (1, 2))
    assert [one["program"] for one in first] == ["odd/five", "odd/four", "odd/one"]
    assert [one["program"] for one in second] == ["odd/three", "odd/two"]


@pytest.fixture
def machines(five: Book, command: Command, tmp_path: Path) -> list[str]:
    """What two machines recorded, each its shard, and nothing left here."""
    folders = []
    for part in (1, 2):
        command("--shard", f"{part}/2")
        folders.append(tmp_path / f"machine-{part}")
        recording.local(five).rename(folders[-1])
    return list(map(str, folders))


def test_merged_shards_leave_nothing_to_run(
    five: Book, machines: list[str], command: Command
) -> None:
    states = Path(machines[0]) / "odd" / "recorded" / "one.states.json"
    states.write_text("{}", encoding="utf-8")
    assert merge.main(machines, five) == 0
    assert {one["state"] for one in command().outcomes} == {"cached"}


def test_one_recording_may_come_twice_and_two_may_not(
    five: Book, machines: list[str], command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge.main([*machines, machines[0]], five) == 0
    recording.write(recording_of(load_id("odd/one", five)), Path(machines[1]))
    assert merge.main(machines, five) == 1
    assert "each program in one shard, and so one recording of odd/one" in flat(capsys)


def test_a_recording_that_was_edited_stops_the_merge(
    five: Book, machines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out, _ = recording.paths(Path(machines[0]), "odd/one", BUILD)
    out.write_text("edited\n", encoding="utf-8")
    assert merge.main(machines, five) == 1
    assert not recording.local(five).exists()
    assert "it was edited after the run" in flat(capsys)


def test_a_folder_without_recordings_is_told(
    five: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert merge.main([str(tmp_path / "empty")], five) == 1
    assert "there are none" in flat(capsys)


def flat(capsys: pytest.CaptureFixture[str]) -> str:
    """What was told, without the lines' ends."""
    return " ".join(capsys.readouterr().err.split())
