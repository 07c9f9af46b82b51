"""Kept texts: made once, and never served for another input or other code."""

from pathlib import Path

import pytest

from scripts import kept


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "draw.py").write_text("first", encoding="utf-8")
    return tmp_path


def test_the_same_input_is_made_once(root: Path) -> None:
    made = []

    def make() -> str:
        made.append("once")
        return "ä\r\n"

    assert [kept.kept("a", "one", make, root) for _ in range(3)] == ["ä\r\n"] * 3
    assert made == ["once"]


def test_a_changed_input_is_made_anew(root: Path) -> None:
    assert kept.kept("a", ["a", 1], lambda: "first", root) == "first"
    assert kept.kept("a", ["a", 2], lambda: "second", root) == "second"


def test_two_kinds_do_not_meet(root: Path) -> None:
    def one() -> str:
        return "one"

    def other() -> str:
        return "other"

    assert [kept.kept("one", "x", one, root), kept.kept("other", "x", other, root)] == [
        "one",
        "other",
    ]


def test_changed_code_makes_anew_and_removes_the_old(root: Path) -> None:
    def now() -> str:
        return (root / "scripts" / "draw.py").read_text(encoding="utf-8")

    assert kept.kept("a", "x", now, root) == "first"
    old = kept.folder(root)
    (root / "scripts" / "draw.py").write_text("second", encoding="utf-8")
    kept.folder.cache_clear()
    kept._python.cache_clear()  # as in the next process
    assert kept.kept("a", "x", now, root) == "second"
    assert not old.exists()


def test_a_template_may_change_between_two_builds_of_a_process(root: Path) -> None:
    template = root / "scripts" / "templates" / "card.html"
    template.parent.mkdir()
    template.write_text("first", encoding="utf-8")
    assert kept.kept("a", "x", template.read_text, root) == "first"
    template.write_text("second", encoding="utf-8")
    kept.folder.cache_clear()  # as in the next build
    assert kept.kept("a", "x", template.read_text, root) == "second"


def test_what_failed_is_not_kept(root: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        kept.kept("a", "x", lambda: str(1 // 0), root)
    assert list(kept.folder(root).iterdir()) == []
