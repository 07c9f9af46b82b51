"""The root of a program: what leads there, and what is closed in it."""

import os
from pathlib import Path

import pytest

from scripts.sandbox import root


def test_links_on_the_way_are_told_outermost_first(tmp_path: Path) -> None:
    (tmp_path / "python-3.11.9").mkdir()
    (tmp_path / "python-3.11").symlink_to("python-3.11.9")
    (tmp_path / "home").symlink_to(tmp_path)
    assert list(root.links(f"{tmp_path}/home/python-3.11/bin")) == [
        (f"{tmp_path}/home", str(tmp_path)),
        (f"{tmp_path}/python-3.11", "python-3.11.9"),
    ]


def test_links_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert len(list(root.links(f"{tmp_path}/a"))) <= 100


@pytest.mark.parametrize(
    ("path", "lies"), [("/usr", True), ("/usr/bin", True), ("/usrlocal", False), ("/", False)]
)
def test_a_path_lies_below_a_folder_or_is_it(path: str, lies: bool) -> None:
    assert root.below(path, ["/etc", "/usr"]) == lies


def test_secrets_are_what_the_others_may_not_read(tmp_path: Path) -> None:
    for name, mode in {"open": 0o644, "closed": 0o600}.items():
        (tmp_path / name).touch(mode)
        (tmp_path / name).chmod(mode)
    (tmp_path / "keys").mkdir(mode=0o700)
    (tmp_path / "keys" / "host").touch()
    (tmp_path / "link").symlink_to(tmp_path / "closed")
    assert sorted(map(os.path.basename, root.secrets(str(tmp_path)))) == ["closed", "keys"]
