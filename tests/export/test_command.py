"""python -m scripts.export: everything is written, or the mistake is told."""

from pathlib import Path

import pytest

from scripts.export import __main__ as command
from tests.export.kinds import PAGES


def test_every_format_is_written_and_what_is_left_out_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "markdown").mkdir()
    (tmp_path / "markdown" / "gone.md").write_text("an older chapter")
    assert command.main(["--docs", str(PAGES), "--to", str(tmp_path)]) == 0
    files = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert files == ["anki.txt", "gift.txt", "markdown/kinds.md", "qti.zip"]
    told = capfd.readouterr().err
    assert "anki.txt: 10 of 11 quizzes" in told
    assert "without kinds-schedule: QTI has no explorer. It is asked at" in told


def test_a_page_with_a_mistake_is_not_exported(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("<quiz>\nWhat?\n</quiz>\n")
    assert command.main(["--docs", str(tmp_path), "--to", str(tmp_path / "to")]) == 1
    assert "the quiz has no id" in capfd.readouterr().err
    assert not (tmp_path / "to").exists()


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["--help"])
    assert ended.value.code == 0
    assert "SITE_URL" in capsys.readouterr().out
