import select
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from scripts import terminal
from scripts.terminal import Captured, capture


def python(code: str, limit: int = 10_000, patience: float = 10.0) -> Captured:
    """Capture a Python program; sys.argv[1] is the number of the report descriptor."""
    return capture([sys.executable, "-I", "-S", "-c", code], Path("/"), limit, patience)


def test_a_line_ends_as_it_was_written() -> None:
    assert python("import os; os.write(1, b'a\\nb\\r\\n')").data == b"a\nb\r\n"


def test_both_streams_come_in_the_order_in_which_they_were_written() -> None:
    code = "import os\nfor i in range(500): os.write(1 + i % 2, b'%d\\n' % i)"
    assert python(code).data.split() == [b"%d" % i for i in range(500)]


def test_the_last_words_of_a_program_are_not_lost() -> None:
    for _ in range(5):
        assert python("import os; os.write(1, b'x' * 4000)").data == b"x" * 4000


def test_last_words_between_a_look_and_a_question_are_not_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks: list[float] = []

    def look(*given: Any) -> Any:
        """The first one sees nothing; until it comes back, the program has spoken and ended."""
        looks.append(time.monotonic())
        if len(looks) == 1:
            time.sleep(1)
            return [], [], []
        return select.select(*given)

    monkeypatch.setattr(terminal, "select", SimpleNamespace(select=look))
    # Somebody else still holds the other end, so that the end of the program says nothing.
    code = "import os, time\nif os.fork() == 0: time.sleep(3); os._exit(0)\nprint('last words')"
    assert python(code).data == b"last words\n"


def test_what_is_typed_is_not_echoed() -> None:
    code = "import termios; print(bool(termios.tcgetattr(0)[3] & termios.ECHO))"
    assert python(code).data == b"False\n"


def test_the_terminal_has_72_columns_and_24_lines() -> None:
    assert python("import os; print(*os.get_terminal_size())").data == b"72 24\n"


def test_the_report_comes_apart_from_the_output() -> None:
    caught = python("import os, sys; os.write(int(sys.argv[1]), b'told'); print('shown')")
    assert (caught.report, caught.data) == (b"told", b"shown\n")


def test_without_a_report_there_is_none() -> None:
    assert python("print('shown')").report == b""


def test_each_line_has_its_time() -> None:
    code = "import time; print(1); time.sleep(0.3); print(2); print(3, end='')"
    first, second = python(code).times
    assert 0.2 < second - first < 5


def test_a_flood_is_kept_up_to_the_limit_and_answered_with_sigterm() -> None:
    code = (
        "import os, signal, sys\n"
        "def end(*_):\n"
        "    os.write(int(sys.argv[1]), b'told to end')\n"
        "    os._exit(0)\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "while True: os.write(1, b'x' * 1000)\n"
    )
    caught = python(code, limit=10_000)
    assert caught.report == b"told to end"
    assert 10_000 <= len(caught.data) < 10_000 + 65_536


def test_a_command_that_does_not_end_is_killed() -> None:
    start = time.monotonic()
    python("import time; time.sleep(60)", patience=0.3)
    assert time.monotonic() - start < 30


def test_no_descriptor_is_left_open() -> None:
    python("pass")
    before = sorted(Path("/proc/self/fd").iterdir())
    python("pass")
    assert len(sorted(Path("/proc/self/fd").iterdir())) == len(before)


def test_a_command_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        capture(["/nonexistent/command"], Path("/"), 100, 1.0)
