"""Explore one program: python -m scripts.explore.engine JOB, which is JSON.

Writes what it found, or why it could not, to the job's report as JSON.
"""

import ast
import gc
import importlib
import json
import linecache
import os
import queue
import sys
import threading
from concurrent.futures import _base, thread
from pathlib import Path
from types import CodeType
from typing import Any

from scripts.explore.engine import allowed, loose, replaced, report, visible, world
from scripts.explore.engine.instrument import instrument
from scripts.explore.engine.refuse import Refused
from scripts.explore.engine.run import Run
from scripts.explore.engine.search import Limits, Search
from scripts.explore.engine.sites import Sites
from scripts.explore.engine.state import State
from scripts.explore.engine.steps import Step, find
from scripts.explore.engine.view import Viewer

COLLECT = 200  # runs between two collections of garbage
OURS = ("PYTHONPATH", "PYTHONHASHSEED")  # variables that are not the program's


def main() -> None:
    """The command."""
    job = json.loads(sys.argv[1])
    if hasattr(os, "sched_setaffinity"):  # one thread at a time hands over best on one CPU
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    try:
        found = explore(job)
    except Refused as refused:
        found = {"refused": {"line": refused.line, "sentence": refused.sentence}}
    Path(job["report"]).write_text(json.dumps(found), encoding="utf-8")
    os._exit(0)


def explore(job: dict[str, Any]) -> dict[str, Any]:
    """Everything about one program. Raises Refused."""
    source = Path(job["file"]).read_text(encoding="utf-8").replace("\r\n", "\n")
    world.program = Path(job["file"]).name
    tree = ast.parse(source)
    allowed.check(tree)
    steps = find(source, tree)
    viewer, touched = Viewer(tree, steps), loose.find(tree, steps)
    code = _compiled(source, tree, steps)
    search = _search(job, tree, viewer)
    _settle(tree)
    environment = {key: value for key, value in os.environ.items() if key not in OURS}

    def execute(search: Search) -> Run:
        run = Run(search, bool(steps), replaced.close)
        run.execute(code, replaced.renew(run, Path(job["work"]), environment))
        return run

    def forget(run: Run) -> None:
        run.forget()
        if search.runs % COLLECT == 0:
            gc.collect()

    search.explore(execute, forget)
    return report.of(search, viewer, bool(steps), touched)


def _compiled(source: str, tree: ast.Module, steps: dict[ast.stmt, Step]) -> CodeType:
    """The instrumented program, whose tracebacks show the lines of the file."""
    instrument(tree, steps)
    world.steps = list(steps.values())
    lines = source.splitlines(keepends=True)
    linecache.cache[world.program] = (len(source), None, lines, world.program)
    return compile(tree, world.program, "exec")


def _search(job: dict[str, Any], tree: ast.Module, viewer: Viewer) -> Search:
    state = State(Sites(tree), [threading, queue, thread, _base, visible])
    key_of = state.key_of if job["prune"] else lambda run: (None, "")
    stacks = open(job["stacks"], "w")  # noqa: SIM115  faulthandler writes to it until the end
    limits = Limits(job["states"], job["seconds"], job["patience"])
    return Search(limits, key_of, viewer.look, stacks=stacks)


def _settle(tree: ast.Module) -> None:
    """Everything that must not happen in one of the runs, and not in the others."""
    for name in allowed.modules(tree):
        importlib.import_module(name)
    replaced.install()
    gc.disable()


if __name__ == "__main__":
    main()
