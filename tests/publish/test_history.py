"""What git tells of pages, asked of small repositories."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from scripts.book import Book
from scripts.publish.history import pasts


def at(day: int) -> datetime:
    return datetime(2026, 1, day, 12, tzinfo=UTC)


class Repository:
    """A folder in git, whose commits have a day in January and an author."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, **more: str) -> None:
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        env = os.environ | own | more
        subprocess.run(["git", *words], cwd=self.root, env=env, check=True, capture_output=True)

    def write(self, page: str, text: str) -> None:
        path = self.root / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, day: int, by: str = "Ada") -> None:
        when = at(day).isoformat()
        who: dict[str, str] = {}
        for role in ("AUTHOR", "COMMITTER"):
            who |= {f"GIT_{role}_NAME": by, f"GIT_{role}_EMAIL": "a@b", f"GIT_{role}_DATE": when}
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "why", **who)

    @property
    def book(self) -> Book:
        return Book(self.root)


def test_a_page_came_once_and_was_changed_last_by_somebody(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("a/index.md", "# A\n")
    repository.commit(1)
    repository.write("a/index.md", "# A\n\nmore\n")
    repository.write("b/ä.md", "# B\n")
    repository.commit(2, "Zoë")
    found = pasts(repository.book)
    assert (found["a/index.md"].changed, found["a/index.md"].by) == (at(2), "Zoë")
    assert found["a/index.md"].came == at(1)
    assert found["b/ä.md"].came == at(2)


def test_a_page_that_was_renamed_keeps_its_past(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("a/index.md", "# A\n\nwords that stay the same\n")
    repository.commit(1)
    repository.git("mv", "docs/a", "docs/b")
    repository.commit(2, "Zoë")
    repository.git("mv", "docs/b", "docs/c")
    repository.commit(3)
    past = pasts(repository.book)["c/index.md"]
    assert (past.came, past.changed) == (at(1), at(3))


def test_what_git_does_not_have_has_no_past(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    assert pasts(repository.book) == {}, "no commit yet"
    repository.write("a/index.md", "# A\n")
    repository.commit(1)
    repository.write("new/index.md", "# New\n")
    assert set(pasts(repository.book)) == {"a/index.md"}


def test_outside_of_git_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert pasts(Book(tmp_path)) == {}


def test_a_book_below_a_repository_s_root_has_its_own_names(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.write("book/docs/a.md", "# A\n")
    repository.commit(1)
    assert set(pasts(Book(tmp_path / "docs" / "book"))) == {"a.md"}


def test_a_shallow_clone_tells_what_it_saw_and_no_more(tmp_path: Path) -> None:
    whole = Repository(tmp_path / "whole")
    whole.write("old.md", "# Old\n")
    whole.write("changed.md", "# Changed\n")
    whole.commit(1)
    whole.write("changed.md", "# Changed\n\nmore\n")
    whole.write("new.md", "# New\n")
    whole.commit(2, "Zoë")
    whole.write("last.md", "# Last\n")
    whole.commit(3)
    shallow = Repository(tmp_path / "shallow")
    shallow.git("fetch", "-q", "--depth", "2", f"file://{whole.root}", "main")
    shallow.git("reset", "-q", "--hard", "FETCH_HEAD")
    assert {name: past.came for name, past in pasts(shallow.book).items()} == {"last.md": at(3)}
    whole.write("changed.md", "# Changed\n\nonce more\n")
    whole.commit(4, "Zoë")
    shallow.git("fetch", "-q", "--depth", "2", f"file://{whole.root}", "main")
    shallow.git("reset", "-q", "--hard", "FETCH_HEAD")
    past = pasts(shallow.book)["changed.md"]
    assert (past.changed, past.by, past.came) == (at(4), "Zoë", None)
