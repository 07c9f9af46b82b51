"""scripts.codespace: a repository's address, and where its Codespaces begin."""

import pytest

from scripts.codespace import address


@pytest.mark.parametrize(
    "repository",
    [
        "https://github.com/someone/book",
        "https://github.com/someone/book/",
        "https://github.com/someone/book.git",
    ],
)
def test_a_repository_on_github_has_codespaces(repository: str) -> None:
    assert address(repository) == "https://codespaces.new/someone/book?quickstart=1"


@pytest.mark.parametrize(
    "repository",
    ["", "https://codeberg.org/someone/book", "https://github.com/", "https://github.com/someone",
     "https://github.com/someone/book/tree/main", "https://notgithub.com/someone/book"],
)  # fmt: skip
def test_any_other_has_none(repository: str) -> None:
    assert address(repository) == ""
