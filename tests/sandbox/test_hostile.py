"""What the sandbox does to programs that mean harm: with all that this system offers,
in bubblewrap, and with Landlock alone."""

import os
import pty
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts import judge, machine
from scripts.capture import run, temporary
from scripts.interpreter import build_interpreter
from scripts.problem import Problem
from scripts.program import load_id
from scripts.sandbox import linux, offered
from scripts.sandbox.policy import MIB, Limits
from tests.conftest import BookWith, ProgramFrom, needs_files, running, sample, with_header

Attack = Callable[..., list[str]]
WHOLE = ("files", "network", "processes", "mounts")


def prefer(how: str, request: pytest.FixtureRequest) -> None:
    """Let the sandbox be made of namespaces, of bubblewrap, or of Landlock alone."""
    if how == "namespaces":
        return
    request.getfixturevalue("without_namespaces")
    if how == "landlock":
        request.getfixturevalue("monkeypatch").setenv("PATH", "/usr/bin:/bin")
        request.getfixturevalue("monkeypatch").setattr("shutil.which", lambda name: None)
    elif not offered.bubblewrap():
        pytest.skip("bubblewrap is not installed, or this system does not let it work")


@pytest.fixture(params=["namespaces", "bubblewrap"])
def walled(request: pytest.FixtureRequest) -> None:
    """A system that offers everything, and one that gives it to bubblewrap alone."""
    prefer(request.param, request)
    if offered.isolation() != WHOLE:
        pytest.skip(f"this system does not hold a program to all: {offered.missing()}")


@pytest.fixture(params=["namespaces", "bubblewrap", "landlock"])
def anywhere(request: pytest.FixtureRequest) -> None:
    """Every system."""
    prefer(request.param, request)


@pytest.fixture
def landlock_alone(request: pytest.FixtureRequest) -> None:
    """A system without namespaces and bubblewrap."""
    prefer("landlock", request)


@pytest.fixture
def attack(program_from: ProgramFrom) -> Attack:
    """Runs a sample and gives the lines that it printed."""

    def start(name: str, limits: Limits | None = None, **replaced: object) -> list[str]:
        return run(program_from(name, **replaced), build_interpreter(), limits).output.splitlines()

    return start


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """A file of ours."""
    path = tmp_path / "victim"
    path.write_text("ours", encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.fixture
def service(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Two sockets that somebody listens on: one has a path, one only a name."""
    names = {"PATH": str(tmp_path / "socket"), "NAME": f"interleave-{os.getpid()}"}
    with socket.socket(socket.AF_UNIX) as path, socket.socket(socket.AF_UNIX) as name:
        path.bind(names["PATH"])
        name.bind("\0" + names["NAME"])
        path.listen()
        name.listen()
        yield names


@pytest.fixture
def terminal() -> Iterator[str]:
    """Somebody else's terminal."""
    ours, theirs = pty.openpty()
    yield os.ttyname(theirs)
    os.close(ours)
    os.close(theirs)


def test_a_file_outside_keeps_its_mode_times_and_attributes(
    walled: None, attack: Attack, victim: Path
) -> None:
    before = victim.stat()
    lines = attack("changes_a_file_outside", FILE=victim)
    assert lines == ["mode refused", "times refused", "attribute refused"]
    assert (victim.stat().st_mode, victim.stat().st_mtime) == (before.st_mode, before.st_mtime)
    assert os.listxattr(victim) == []


def test_the_programs_own_file_keeps_its_mode_too(walled: None, program_from: ProgramFrom) -> None:
    program = program_from("changes_a_file_outside", FILE="/etc/passwd")
    assert "changed" not in run(program, build_interpreter()).output


def test_no_service_of_the_machine_is_reached(
    walled: None, attack: Attack, service: dict[str, str]
) -> None:
    assert attack("talks_to_sockets", **service) == ["path refused", "abstract refused"]


def test_nobody_elses_terminal_is_written(walled: None, attack: Attack, terminal: str) -> None:
    assert attack("writes_to_another_terminal", TERMINAL=terminal) == ["refused"]


def test_what_is_roots_stays_roots(walled: None, attack: Attack) -> None:
    assert attack("reads_what_is_roots") == ["[]"]


@pytest.fixture(params=[-3, -4], ids=["of the session", "of the user"])
def key(request: pytest.FixtureRequest) -> Iterator[dict[str, object]]:
    """A key of ours, in one of our keyrings."""
    _, add, _, control = linux._keys()
    name = f"interleave-{os.getpid()}"
    number = linux.libc.syscall(add, b"user", name.encode(), b"secret", 6, request.param)
    if number < 0:
        pytest.skip("this system gives us no keyring")
    yield {"NAME": name, "NUMBER": number}
    linux.libc.syscall(control, 3, number)  # KEYCTL_REVOKE


NO_KEY = [
    f"{ring} nothing"
    for ring in ("thread", "process", "session", "user", "user session", "asked for", "by number")
]


def test_nobodys_key_is_read(anywhere: None, attack: Attack, key: dict[str, object]) -> None:
    assert attack("reads_the_keyring", **key) == NO_KEY


@pytest.mark.skipif(not machine.is_root(), reason="root alone may run as root")
def test_nor_by_a_program_that_may_be_root(
    walled: None, book_with: BookWith, key: dict[str, object]
) -> None:
    text = with_header(sample("reads_the_keyring", **key), 'needs = ["root"]')
    program = load_id("odd/wild", book_with(wild=text))
    assert run(program, build_interpreter()).output.splitlines() == NO_KEY


def test_there_are_no_devices_but_the_harmless(walled: None, attack: Attack) -> None:
    assert attack("opens_devices") == []


def test_a_program_has_no_powers_of_root(walled: None, attack: Attack) -> None:
    powers, *others = attack("uses_powers_of_root")
    assert powers == "powers 0"
    asked = [line for line in others if line.split()[-1] == "done"]
    assert asked in ([], ["namespace done"])  # which gives none over what is outside of it


def test_without_namespaces_it_has_no_powers_of_root_either(
    landlock_alone: None, attack: Attack
) -> None:
    lines = attack("uses_powers_of_root")
    assert {"powers 0", "remount refused", "device refused"} <= set(lines)


def test_without_namespaces_what_is_not_held_is_told(landlock_alone: None) -> None:
    told = " ".join(offered.missing())
    assert "network" in told
    assert "no process but its own" in told
    assert "changes none but its own" in told


@needs_files
def test_no_variable_of_another_process_is_read(
    anywhere: None, attack: Attack, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = f"password-{os.getpid()}"
    child = os.spawnvpe(os.P_NOWAIT, "sleep", ["sleep", "60"], {"PATH": os.defpath, "IT": secret})
    try:
        assert attack("reads_other_environments", SECRET=secret) == ["nothing"]
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)


def test_who_ends_the_keeper_ends_with_it(anywhere: None, program_from: ProgramFrom) -> None:
    found = run(program_from("kills_its_keeper"), build_interpreter())
    assert found.output in ("goes on\n", "")
    assert (found.passed == "keeper") == (found.output == "")
    assert running("/source/kills_its_keeper.py") == []


def gone(marker: str) -> bool:
    """Whether no such process is left, or soon: who was killed takes a moment to go."""
    end = time.monotonic() + 10
    while running(marker) and time.monotonic() < end:
        time.sleep(0.1)
    return not running(marker)


def test_an_endless_fork_bomb_is_ended_and_named(anywhere: None, program_from: ProgramFrom) -> None:
    program = program_from("forks_without_end")
    found = run(program, build_interpreter(), Limits(processes=50))
    assert found.passed == "processes"
    assert gone("/source/forks_without_end.py")
    with pytest.raises(Problem, match="processes at once"):
        judge.facts_of(program, "build", found)


def test_who_traps_every_signal_is_ended(anywhere: None, program_from: ProgramFrom) -> None:
    found = run(program_from("traps_signals"), build_interpreter())
    assert (found.hung, found.exit) == (True, -9)
    assert running("/source/traps_signals.py") == []


@pytest.mark.parametrize(
    "name",
    [
        "fills_the_disk",
        "fills_files_without_a_name",
        "fills_memory_of_nobody",
        "nests_folders",
    ],
)
def test_who_fills_the_disk_is_ended_and_named(
    anywhere: None, name: str, program_from: ProgramFrom
) -> None:
    program = program_from(name)
    found = run(program, build_interpreter(), Limits(disk=20 * MIB))
    assert found.passed == "disk"
    with pytest.raises(Problem, match="2 GiB of files"):
        judge.facts_of(program, "build", found)


def test_folders_in_folders_are_removed_all_the_same() -> None:
    with temporary() as folder:
        here = os.open(folder, os.O_RDONLY)
        for _ in range(1100):
            os.mkdir("a", dir_fd=here)
            deeper = os.open("a", os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = deeper
        os.close(here)
    assert not Path(folder).exists()


def test_shared_memory_has_an_end(attack: Attack) -> None:
    if "processes" not in offered.isolation() or offered.bubblewrap():
        pytest.skip("this system has no /dev/shm for each program")
    lines = attack("fills_shared_memory", Limits(memory=32 * MIB))
    assert lines == ["32 No space left on device"]
