"""scripts.browser: the Chromium that is here, or a sentence on how to get one."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from scripts import browser
from scripts.problem import Problem


@pytest.fixture
def nothing_here(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """No Chromium, no root, and downloads that fail; gives the commands that were tried."""
    tried: list[list[str]] = []

    def fail(command: list[str], environment: dict[str, str] | None = None) -> bool:
        tried.append(command)
        return False

    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "is_root", lambda: False)
    monkeypatch.setattr(browser, "_quietly", fail)
    return tried


def test_the_first_known_name_on_the_path_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in reversed(browser.NAMES[:2]):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.find() == str(tmp_path / browser.NAMES[0])


def test_playwrights_own_is_found_where_the_system_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert browser.find() is None
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    assert own.is_relative_to(tmp_path)
    own.parent.mkdir(parents=True)
    own.touch()
    assert browser.find() == str(own)


def test_one_that_is_here_is_taken_without_a_download(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise AssertionError("nothing is to be downloaded")

    monkeypatch.setattr(browser, "find", lambda: "/somewhere/chromium")
    monkeypatch.setattr(browser, "_quietly", refuse)
    assert browser.ensure() == "/somewhere/chromium"


def test_playwright_is_asked_for_one_where_there_is_none(
    nothing_here: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([None, "/downloaded/chromium"])
    monkeypatch.setattr(browser, "find", lambda: next(answers))
    monkeypatch.setattr(browser, "_quietly", lambda command, environment=None: True)
    assert browser.ensure() == "/downloaded/chromium"


def test_without_any_the_cure_is_told(nothing_here: list[list[str]]) -> None:
    with pytest.raises(Problem) as caught:
        browser.ensure()
    assert caught.value.command.startswith("sudo apt install chromium, or: ")
    assert [command[1:] for command in nothing_here] == [
        ["-m", "playwright", "install", "chromium"]
    ]


def test_packages_are_installed_by_root_alone(
    nothing_here: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "is_root", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(Problem):
        browser.ensure()
    assert nothing_here[-1][:2] == ["apt-get", "install"]


def test_the_command_fails_where_none_can_be_had(
    nothing_here: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert browser.main() == 1
    assert "sudo apt install chromium" in capsys.readouterr().err


def test_the_command_prints_which_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "find", lambda: "/somewhere/chromium")
    assert browser.main() == 0
    assert capsys.readouterr().out == "Browser: /somewhere/chromium\n"


def test_a_command_that_fails_did_not_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert not browser._quietly(["false"], dict(os.environ))
    assert "trying: false" in capsys.readouterr().out
