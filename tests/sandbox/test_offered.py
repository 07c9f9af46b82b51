import os
import shutil

import pytest

from scripts.capture import run
from scripts.interpreter import build_interpreter
from scripts.sandbox import offered
from scripts.sandbox.policy import Limits
from tests.conftest import ProgramFrom, RunSample, needs_network, needs_processes, running


@pytest.fixture
def bwrap_alone(without_namespaces: None) -> None:
    """A system that keeps namespaces from us and gives them to bwrap."""
    if not shutil.which("bwrap"):
        pytest.skip("bubblewrap is not installed")
    if not offered.bubblewrap():
        pytest.skip("this system keeps namespaces from bubblewrap too")


@pytest.fixture
def nothing_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without Landlock, namespaces and bwrap."""
    monkeypatch.setattr(offered, "bubblewrap", lambda: ())
    monkeypatch.setattr(offered, "isolation", lambda: ())


def test_what_is_missing_is_told_in_a_sentence_each() -> None:
    assert len(offered.missing()) == len(offered.LEVELS) - len(offered.isolation())


def test_levels_are_named_in_one_order() -> None:
    assert list(offered.isolation()) == [n for n in offered.LEVELS if n in offered.isolation()]


@needs_network
@needs_processes
def test_bubblewrap_is_not_used_where_it_is_not_needed(
    request: pytest.FixtureRequest,
) -> None:
    if not offered._works([*offered.KEEPER[:-2], "-c", offered.TRIAL, "network"]):
        pytest.skip("this system gives namespaces to bubblewrap alone")
    assert offered.bubblewrap() == ()


def test_without_namespaces_and_bubblewrap_files_alone_are_kept(
    without_namespaces: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert offered.bubblewrap() == ()
    assert set(offered.isolation()) <= {"files"}
    assert offered.LEVELS["network"] in offered.missing()
    assert offered.LEVELS["processes"] in offered.missing()


def test_a_bubblewrap_that_does_not_work_is_not_used(
    without_namespaces: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/false")
    monkeypatch.setattr(offered, "_works", lambda argv: False)
    assert offered.bubblewrap() == ()


def test_without_any_isolation_a_program_runs_all_the_same(
    nothing_offered: None, run_sample: RunSample
) -> None:
    assert run_sample("hello").output == "hello\n"


def test_without_any_isolation_a_daemon_is_found_and_ended(
    nothing_offered: None, run_sample: RunSample
) -> None:
    assert len(run_sample("leaves_a_daemon").left) == 1
    assert running("/source/leaves_a_daemon.py") == []


def test_without_any_isolation_a_fork_bomb_is_ended(
    nothing_offered: None, run_sample: RunSample
) -> None:
    assert run_sample("forks_and_forks", Limits(processes=20)).passed == "processes"
    assert running("/source/forks_and_forks.py") == []


def test_bubblewrap_offers_network_and_processes(bwrap_alone: None) -> None:
    assert offered.isolation()[-3:] == ("network", "processes", "mounts")
    assert offered.bubblewrap()[0] == "bwrap"


def test_in_bubblewrap_a_program_has_its_terminal(bwrap_alone: None, run_sample: RunSample) -> None:
    output = run_sample("tells_its_surroundings").output
    assert '"columns": 72, "terminals": [true, true, true]' in output
    assert '"foreground": true' in output


def test_in_bubblewrap_a_program_reaches_loopback_alone(
    bwrap_alone: None, run_sample: RunSample
) -> None:
    assert run_sample("talks_to_itself").output == "over loopback\n"
    assert "Network is unreachable" in run_sample("connects_outwards").output


def test_in_bubblewrap_a_program_sees_no_process_of_others(
    bwrap_alone: None, program_from: ProgramFrom
) -> None:
    program = program_from("looks_for_others", PID=os.getpid())
    output = run(program, build_interpreter()).output
    assert output == "others 1\nno such process\n"  # the keeper is the other one


def test_in_bubblewrap_a_daemon_is_found_and_ended(
    bwrap_alone: None, run_sample: RunSample
) -> None:
    assert len(run_sample("leaves_a_daemon").left) == 1


def test_in_bubblewrap_a_hang_shows_its_stacks(bwrap_alone: None, run_sample: RunSample) -> None:
    found = run_sample("hangs_as_declared")
    assert found.hung
    assert "in takes_left_first" in found.output


def test_in_bubblewrap_a_flood_is_stopped_and_called_one(
    bwrap_alone: None, run_sample: RunSample
) -> None:
    assert run_sample("prints_a_gigabyte").passed == "output"
