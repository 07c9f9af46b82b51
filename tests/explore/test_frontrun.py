"""frontrun, a checker of other people's, as the judge of race or no race."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.explore.session import explore
from tests.conftest import sample
from tests.explore.conftest import Written

BODIES = {
    "lost_update": ("seen = state.value", "state.value = seen + 1"),
    "locked": ("with state.lock:", "    seen = state.value", "    state.value = seen + 1"),
    "locked_but_racing": (
        "with state.lock:",
        "    seen = state.value",
        "with state.lock:",
        "    state.value = seen + 1",
    ),
    "check_then_act": ("if state.value < 2:", "    state.value += 1", "    state.value += 1"),
    "ordered": ("with state.lock:", "    with state.other:", "        state.value += 1"),
}
JUDGE = """
import frontrun, {name} as module
result = frontrun.explore(
    setup=module.State,
    workers=[module.work, module.work],
    invariant=lambda state: state.value == 2,
    reproduce_on_failure=0,
)
print(result.property_holds)
"""


@pytest.mark.parametrize("name", BODIES)
def test_frontrun_agrees(written: Written, tmp_path: Path, name: str) -> None:
    pytest.importorskip("frontrun", reason="frontrun is not installed")
    lines = [line if line.endswith(":") else f"{line}  # step: goes on" for line in BODIES[name]]
    lines = [line + "  # step: looks" if line.startswith("if") else line for line in lines]
    program = written(sample("explore/two_work_on_a_state", BODY="\n    ".join(lines)), name)
    judge = subprocess.run(
        [sys.executable, "-m", "frontrun.cli", sys.executable, "-c", JUDGE.format(name=name)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert judge.stdout.strip() in ("True", "False"), judge.stderr
    found = explore(program)
    assert found.complete
    holds = {one.output for one in found.outcomes} == {"2\n"}
    assert str(holds) == judge.stdout.strip()
