from pathlib import Path

import pytest

from scripts.watch import opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    for name in ("a.txt", "b.txt", "data/c.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_a_file_that_is_read_is_found(folder: Path) -> None:
    with opened(folder) as files:
        (folder / "a.txt").read_bytes()
    assert files == {Path("a.txt")}


def test_a_file_in_a_folder_below_is_found(folder: Path) -> None:
    with opened(folder) as files:
        (folder / "data" / "c.txt").read_bytes()
    assert files == {Path("data/c.txt")}


def test_a_folder_that_is_listed_is_no_file(folder: Path) -> None:
    with opened(folder) as files:
        assert len(list((folder / "data").iterdir())) == 1
    assert files == set()


def test_what_is_read_before_or_after_does_not_count(folder: Path) -> None:
    (folder / "a.txt").read_bytes()
    with opened(folder) as files:
        pass
    (folder / "b.txt").read_bytes()
    assert files == set()


def test_when_the_kernel_lost_count_every_file_counts_as_read(folder: Path) -> None:
    most = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text(encoding="ascii"))
    with opened(folder) as files:
        for _ in range(most // 2 + 1):  # alternating: equal neighbours are counted as one
            (folder / "a.txt").open().close()
            (folder / "b.txt").open().close()
    assert files == {Path("a.txt"), Path("b.txt"), Path("data/c.txt")}
