import os
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest

from scripts.sandbox import tree


@pytest.fixture
def family() -> Iterator["subprocess.Popen[bytes]"]:
    """A shell with two children, one of which has a child; all have begun."""
    script = "sleep 60 & sh -c 'sleep 60 & echo ready; wait' & wait; echo ended"
    with subprocess.Popen(["sh", "-c", script], stdout=subprocess.PIPE) as shell:
        assert shell.stdout is not None
        assert shell.stdout.readline() == b"ready\n"
        # The shell has forked them; they have yet to become sleep.
        end = time.monotonic() + 10
        while commands(shell.pid).count("sleep 60") < 2 and time.monotonic() < end:
            time.sleep(0.01)
        yield shell
        tree.kill_below(shell.pid)


def commands(root: int) -> list[str]:
    return sorted(process.command() for process in tree.below(root))


def test_all_descendants_are_found(family: "subprocess.Popen[bytes]") -> None:
    assert [c for c in commands(family.pid) if c == "sleep 60"] == ["sleep 60"] * 2
    assert len(commands(family.pid)) == 3


def test_a_process_is_not_below_itself(family: "subprocess.Popen[bytes]") -> None:
    assert family.pid not in {process.pid for process in tree.below(family.pid)}
    assert family.pid in {process.pid for process in tree.below(os.getpid())}


def test_each_process_knows_its_parent_and_its_memory(family: "subprocess.Popen[bytes]") -> None:
    found = tree.below(family.pid)
    assert {p.parent for p in found} <= {family.pid, *(p.pid for p in found)}
    assert all(process.resident > 0 for process in found)


def test_killing_below_ends_the_descendants_but_not_the_root(
    family: "subprocess.Popen[bytes]",
) -> None:
    tree.kill_below(family.pid)
    assert family.communicate(timeout=30)[0] == b"ended\n"
    assert family.returncode == 0


def test_a_process_that_was_stopped_is_ended_too(family: "subprocess.Popen[bytes]") -> None:
    for process in tree.below(family.pid):
        os.kill(process.pid, signal.SIGSTOP)
    tree.kill_below(family.pid)
    assert family.communicate(timeout=30)[0] == b"ended\n"


def test_a_zombie_is_not_alive() -> None:
    with subprocess.Popen(["true"]) as child:
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        (found,) = [p for p in tree.below(os.getpid()) if p.pid == child.pid]
        assert not found.alive
        assert found.command() == ""


def test_a_process_that_is_gone_has_no_command() -> None:
    with subprocess.Popen(["true"]) as child:
        child.wait()
    assert tree.Process(child.pid, 1, 1, "S", 0).command() == ""


def test_nothing_is_below_a_process_that_is_gone() -> None:
    with subprocess.Popen(["true"]) as child:
        child.wait()
    assert tree.below(child.pid) == []


def test_a_group_of_its_own_is_ended_whole() -> None:
    script = "set -m; sh -c 'sleep 60 & sleep 60 & wait' & wait; echo ended"
    with subprocess.Popen(["bash", "-c", script], stdout=subprocess.PIPE) as shell:
        while len(found := tree.below(shell.pid)) < 3:
            time.sleep(0.01)
        assert {p.group for p in found} == {found[0].pid}
        tree.kill_below(shell.pid)
        assert shell.communicate(timeout=30)[0] == b"ended\n"
