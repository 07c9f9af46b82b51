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
from typing import Any

from scripts.explore.engine import allowed, replaced, report, visible, world
from scripts.explore.engine.instrument import instrument
from scripts.explore.engine.refuse import Refused
from scripts.explore.engine.run import Run
from scripts.explore.engine.search import Limits, Search
from scripts.explore.engine.sites import Sites
from scripts.explore.engine.state import State
from scripts.explore.engine.steps import find
from scripts.explore.engine.view import Viewer

COLLECT = 200  # runs between two collections of garbage


def main() -> None:
    """The command."""
    job = json.loads(sys.argv[1])
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
    viewer = Viewer(tree, steps)
    instrument(tree, steps)
    world.steps = list(steps.values())
    code = compile(tree, world.program, "exec")
    lines = source.splitlines(keepends=True)
    linecache.cache[world.program] = (len(source), None, lines, world.program)
    state = State(Sites(tree), [threading, queue, thread, _base, visible])
    key_of = state.key_of if job["prune"] else lambda run: (None, "")
    stacks = open(job["stacks"], "w")  # noqa: SIM115  faulthandler writes to it until the end
    limits = Limits(job["states"], job["seconds"], job["patience"])
    search = Search(limits, key_of, viewer.look, stacks=stacks)
    ours = ("PYTHONPATH", "PYTHONHASHSEED")
    environment = {key: value for key, value in os.environ.items() if key not in ours}
    for name in allowed.modules(tree):  # now, and not in one of the runs
        importlib.import_module(name)
    replaced.install()
    gc.disable()

    def execute(search: Search) -> Run:
        run = Run(search, bool(steps), replaced.close)
        run.execute(code, replaced.renew(run, Path(job["work"]), environment))
        return run

    def forget(run: Run) -> None:
        run.forget()
        if search.runs % COLLECT == 0:
            gc.collect()

    search.explore(execute, forget)
    return report.of(search, viewer, steps=bool(steps))


if __name__ == "__main__":
    main()
