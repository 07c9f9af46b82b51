"""What files take, with and without a name."""

import os
from pathlib import Path

import pytest

from scripts.sandbox import disk

MIB = 1 << 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files of 1 MiB, one of them in a folder, and a sparse one of nothing."""
    (tmp_path / "deeper").mkdir()
    for name in ("one", "deeper/two"):
        (tmp_path / name).write_bytes(b"x" * MIB)
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(100 * MIB)
    return tmp_path


def test_files_count_with_what_they_take(folder: Path) -> None:
    assert 2 * MIB <= disk.taken([str(folder)], [], 10 * MIB) < 3 * MIB


def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / "deeper" / "up").symlink_to(folder)
    assert disk.taken([str(folder)], [], 10 * MIB) < 3 * MIB


def test_deleted_files_count_as_long_as_they_are_open(folder: Path) -> None:
    with (folder / "one").open("rb"), (folder / "one").open("rb"):
        os.remove(folder / "one")
        assert 2 * MIB <= disk.taken([str(folder)], [os.getpid()], 10 * MIB) < 3 * MIB
    assert disk.taken([str(folder)], [os.getpid()], 10 * MIB) < 2 * MIB


def test_more_files_than_may_be_are_too_much(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MOST", 2)
    assert disk.taken([str(folder)], [], 10 * MIB) > 10 * MIB


def test_what_is_gone_takes_nothing() -> None:
    assert disk.taken(["/nonexistent"], [], MIB) == 0
