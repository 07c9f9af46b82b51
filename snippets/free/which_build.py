# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# on = ["3.11", "3.13", "3.14", "3.15", "3.13t"]
# runs = 3
# facts.built = 'built to run without: +(.+)'
# facts.plain = 'plain: +(.+)'
# facts.gil_1 = '-X gil=1: +(.+)'
# facts.gil_0 = '-X gil=0: +(.+)'
# facts.variable = 'PYTHON_GIL=1: +(.+)'
# claims = [
#   "on 3.13t: built == 'yes' and plain == 'off' and gil_1 == variable == 'on'",
#   "on 3.11, 3.13, 3.14, 3.15: built == 'no' and plain == 'on'",
#   "on 3.13, 3.14, 3.15: 'Disabling the GIL is not supported' in gil_0",
#   "on 3.13t: gil_0 == 'off'",
# ]
# ///
"""Prints whether this Python has a GIL, and whether you may choose."""

import os
import subprocess
import sys
import sysconfig

# The question to ask at run time. Before 3.13 nobody had to ask.
ASK = """
import sys
ask = getattr(sys, "_is_gil_enabled", lambda: True)
print("on" if ask() else "off")
"""


def gil(*options, **variables):
    run = subprocess.run(
        [sys.executable, *options, "-c", ASK],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
    )
    if run.returncode:
        # It refused to start: the first line of its error says why.
        return "refused. " + run.stderr.splitlines()[0].split(": ")[-1]
    return run.stdout.strip()


without = sysconfig.get_config_var("Py_GIL_DISABLED")
print("built to run without:", "yes" if without else "no")
print("the GIL is")
print("  plain:       ", gil())
print("  -X gil=1:    ", gil("-X", "gil=1"))
print("  -X gil=0:    ", gil("-X", "gil=0"))
print("  PYTHON_GIL=1:", gil(PYTHON_GIL="1"))
