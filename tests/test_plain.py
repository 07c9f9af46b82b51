"""What programs print, on its way to people: nothing that a terminal or a workflow obeys."""

import json
import re
import sys
import unicodedata
from collections.abc import Callable

import pytest

from scripts import run
from scripts.explore import __main__ as explore_command
from scripts.plain import in_json, plain
from scripts.problem import Problem
from scripts.trace import __main__ as trace_command
from tests.conftest import BookWith, sample, with_header

COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)
THREADS = """import threading
a = threading.Thread(target=print, args=("\\x1b]0;a\\x07::error::a",), name="\\x1b[2J::error::")
a.start()
a.join()
x = "\\x1b]52;c;eA==\\x07\\u202e::error::c"  # step: sets {x}
print(f"{x}::error::b##[error]\\u202e")
"""


def obeyed(text: str) -> list[str]:
    """The characters of a text that a terminal may obey."""
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return [char for char in text if char not in "\n\t" and unicodedata.category(char) in unseen]


@pytest.fixture(params=[True, False], ids=["in a workflow", "at a terminal"])
def told(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[[], str]:
    """What a command has printed; in a workflow, it holds no command."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    if request.param:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")

    def look() -> str:
        out, err = capsys.readouterr()
        assert obeyed(out + err) == []
        if request.param:
            assert not COMMAND.search(out + err)
        return out + err

    return look


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("\x1b]0;yours\x07", "␛]0;yours␇"),
        ("wrong\rright\x7f", "wrong␍right␡"),
        ("\x9b31m", r"\x9b31m"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("\U000e0041\ud800", r"\U000e0041\ud800"),
        ("a\tb\nc é 漢 👍", "a\tb\nc é 漢 👍"),
        ("::error::a", "::error::a"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(
    sent: str, seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert plain(sent) == seen


def test_nothing_that_is_unseen_is_forgotten() -> None:
    kept = [char for char in map(chr, range(sys.maxunicode + 1)) if obeyed(plain(char))]
    joins = {"\u200d"}  # emoji are made with it
    orders = {unicodedata.bidirectional(char) for char in kept} & {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
    }
    assert orders == set()
    assert {char for char in kept if unicodedata.category(char) != "Cf"} == set()
    assert joins <= set(kept)


def test_commands_of_a_workflow_are_none_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert plain("::error::a\n  ::stop-commands::b") == "\n".join(
        [r":\x3aerror:\x3aa", r"  :\x3astop-commands:\x3ab"]
    )
    assert plain("x ##[group]") == r"x #\x23[group]"
    assert "::" not in plain(":::::")


def test_json_means_the_same() -> None:
    said = {"a": "\x1b[1m\x9b\u202e##[error]\U000e0041 é"}
    text = in_json(json.dumps(said, ensure_ascii=False))
    assert json.loads(text) == said
    assert obeyed(text) == []
    assert "##[" not in text
    assert "é" in text


def test_a_problem_is_told_so(told: Callable[[], str]) -> None:
    print(Problem("\x1b[1m.py", expected="\x1b[2m", seen="a\n::error::\x1b[3m", command="\x1b[4m"))
    assert told().count("␛") == 4


@pytest.mark.parametrize("argv", [[], ["odd/wild"], ["--json"], ["odd/wild", "--json"]])
def test_a_failure_is_told_so(
    argv: list[str], book_with: BookWith, told: Callable[[], str]
) -> None:
    book = book_with(wild=sample("talks_to_terminals"))
    assert run.main(argv, book) == 1
    assert "seen" in told()


def test_a_fact_is_told_so(book_with: BookWith, told: Callable[[], str]) -> None:
    book = book_with(
        wild=with_header(
            sample("talks_to_terminals").replace("sys.exit(3)", ""),
            r"facts.word = 'word (.+)'",
            """claims = ["word == 'seen'"]""",
        )
    )
    assert run.main([], book) == 1
    assert "word was ␛[8m" in told()


@pytest.mark.parametrize("argv", [["odd/wild"], ["odd/wild", "--json"]])
def test_all_interleavings_are_told_so(
    argv: list[str], book_with: BookWith, told: Callable[[], str]
) -> None:
    assert explore_command.main(argv, book_with(wild=THREADS)) == 0
    assert "odd/wild" in told()


@pytest.mark.parametrize("argv", [["odd/wild"], ["odd/wild", "--json"]])
def test_a_trace_is_told_so(argv: list[str], book_with: BookWith, told: Callable[[], str]) -> None:
    assert trace_command.main(argv, book_with(wild=THREADS)) == 0
    assert "odd/wild" in told()
