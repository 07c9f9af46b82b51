"""What GitHub is told to run: pinned, with the least rights, and with nothing from outside in its
shell. zizmor knows most of this better; what it cannot know stands here."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from scripts.book import ROOT, Book
from scripts.header import BLOCK
from scripts.program import load

HOME = ROOT / ".github"
WORKFLOWS = sorted((HOME / "workflows").glob("*.yml"))
ACTIONS = sorted((HOME / "actions").glob("*/action.yml"))
USES = re.compile(r"^\s*(?:- )?uses: (\S+)(.*)$", re.MULTILINE)
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}")
# Every right to write that any job has.
MAY_WRITE = {
    ("interpreters", "propose"): {"contents", "pull-requests"},
    ("publish", "deploy"): {"pages", "id-token"},
    ("drift", "tell"): {"issues"},
}


def read(path: Path) -> dict[str, Any]:
    """A workflow or a form. YAML 1.1 takes the key `on` for a truth."""
    found: dict[Any, Any] = yaml_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield path.stem, name, job


def steps() -> Iterator[dict[str, Any]]:
    for _, _, job in jobs():
        yield from job["steps"]
    for path in ACTIONS:
        yield from read(path)["runs"]["steps"]


def test_there_is_something_to_look_at() -> None:
    assert {path.stem for path in WORKFLOWS} >= {"drift", "interpreters", "publish", "pull-request"}
    assert ACTIONS


def test_each_action_is_pinned_and_says_its_version() -> None:
    versions: dict[str, set[str]] = {}
    for path in [*WORKFLOWS, *ACTIONS]:
        for name, rest in USES.findall(path.read_text(encoding="utf-8")):
            if name.startswith("./"):
                assert (ROOT / name / "action.yml").is_file(), name
                continue
            assert PINNED.fullmatch(name), f"{path.name}: {name}"
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), f"{path.name}: {name}{rest}"
            versions.setdefault(name.partition("@")[0], set()).add(name + rest)
    assert {action for action, found in versions.items() if len(found) > 1} == set()


def test_rights_are_the_least() -> None:
    for path in WORKFLOWS:
        assert read(path)["permissions"] == {}, f"{path.name} gives rights to all its jobs"
    for workflow, name, job in jobs():
        rights = job["permissions"]
        writes = {right for right, level in rights.items() if level != "read"}
        assert writes == MAY_WRITE.get((workflow, name), set()), f"{workflow}: {name}"
        assert set(rights) - writes <= {"contents"}


def test_who_may_write_runs_nothing_of_ours() -> None:
    for workflow, name, job in jobs():
        if (workflow, name) in MAY_WRITE:
            for step in job["steps"]:
                assert not str(step.get("uses", "")).startswith("./")
                assert not re.search(r"python|make|\./|scripts", step.get("run", "")), name


def test_pull_requests_run_as_pull_requests() -> None:
    assert read(HOME / "workflows" / "pull-request.yml")["on"] == "pull_request"
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"pull_request_target|workflow_run|issue_comment", text), path.name
        assert "secrets." not in text, path.name


def test_no_word_from_outside_reaches_a_shell() -> None:
    for step in steps():
        assert "${{" not in step.get("run", ""), step


def test_nothing_runs_for_ever_and_no_token_stays() -> None:
    for workflow, name, job in jobs():
        assert job["timeout-minutes"] <= 60, f"{workflow}: {name}"
    checkouts = [step for step in steps() if "actions/checkout@" in str(step.get("uses"))]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_every_interpreter_of_the_book_is_installed() -> None:
    listed = read(ACTIONS[0])["inputs"]["pythons"]["default"].split()
    wanted = {"3.9", "3.10", "3.11", "3.12", "3.13", "3.13t", "3.14", "3.14t", "3.15", "3.15t"}
    book = Book()
    for path in book.program_paths():
        assert BLOCK.search(path.read_text(encoding="utf-8")), path
        wanted |= set(load(path, book).header.on)
    assert wanted <= set(listed), f"missing: {sorted(wanted - set(listed))}"
    following = read(HOME / "workflows" / "drift.yml")["jobs"]["next"]["strategy"]["matrix"]
    assert not set(following["python"]) & set(listed), "the next Python is here: name the one after"


def test_each_part_of_the_book_is_run() -> None:
    shards = read(HOME / "workflows" / "interpreters.yml")["jobs"]["shard"]
    parts = shards["strategy"]["matrix"]["part"]
    command = next(step["run"] for step in shards["steps"] if "--shard" in step.get("run", ""))
    assert parts == list(range(1, len(parts) + 1))
    assert f'"$PART/{len(parts)}"' in command


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--pedantic", "--no-progress", "--color=never", HOME],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "path", sorted((HOME / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda p: p.name
)
def test_issue_forms_are_forms(path: Path) -> None:
    form = read(path)
    if path.stem == "config":
        return
    assert form["name"]
    assert form["description"]
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    assert all(field["attributes"].get("label") for field in form["body"] if "id" in field)
