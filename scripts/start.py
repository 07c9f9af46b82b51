"""A command that is run with a Python without our packages says where they are."""

import sys
from importlib.util import find_spec

from scripts.problem import Problem

if find_spec("rich") is None:
    sys.exit(
        str(
            Problem(
                "python -m scripts",
                expected="the Python of .venv, which has what the tools need",
                seen=f"this one is {sys.executable}",
                command="make .venv/.ready && . .venv/bin/activate",
            )
        )
    )
