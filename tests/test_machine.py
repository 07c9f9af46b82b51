import os
import platform
import re
import time
from pathlib import Path

import pytest

from scripts import machine


def test_at_least_one_core_may_be_used() -> None:
    assert 1 <= machine.cores() <= (os.cpu_count() or 1)


def test_cores_are_those_that_this_process_may_use() -> None:
    before = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(before)})
        assert machine.cores() == 1
    finally:
        os.sched_setaffinity(0, before)


def test_work_of_the_cpus_only_grows() -> None:
    before = machine.busy()
    while time.process_time() < 0.1:
        pass
    assert machine.busy() >= before > 0.0


def test_root_is_who_has_number_zero() -> None:
    assert machine.is_root() == (os.geteuid() == 0)


def test_trying_a_real_time_priority_leaves_this_thread_as_it_was() -> None:
    before = os.sched_getscheduler(0)
    assert machine.may_be_realtime() in (True, False)
    assert os.sched_getscheduler(0) == before


def test_who_may_not_have_a_real_time_priority_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setscheduler", refuse)
    assert not machine.may_be_realtime()


def test_a_machine_tells_system_processor_cores_and_day() -> None:
    told = machine.describe()
    assert re.fullmatch(r"Linux \d+\.\d+", told["system"])
    assert told["processor"]
    assert told["cores"] == machine.cores()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["date"])


@pytest.mark.parametrize(("text", "may"), [("0\n", True), ("1\n", False), ("3\n", False)])
def test_a_kernel_with_yama_says_who_may_look_into_whom(
    tmp_path: Path, text: str, may: bool
) -> None:
    scope = tmp_path / "ptrace_scope"
    scope.write_text(text, encoding="ascii")
    assert machine.may_trace(str(scope)) == may


def test_a_linux_without_yama_lets_one_look(tmp_path: Path) -> None:
    assert machine.may_trace(str(tmp_path / "none")) == (platform.system() == "Linux")
