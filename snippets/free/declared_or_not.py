# /// script
# requires-python = ">=3.13"
# dependencies = []
# [tool.interleave]
# on = ["3.13t"]
# runs = 3
# needs = ["linux", "cc"]
# facts.at_start = 'at the start: +(\w+)'
# facts.salt = 'after import salt: +(\w+)'
# facts.pepper = 'import pepper: +(\w+)'
# facts.refused = 'with -X gil=0: +(\w+)'
# facts.loud = 'as an error: +(\w+)'
# claims = [
#   "at_start == salt == refused == 'off' and pepper == 'on'",
#   "'RuntimeWarning' in output and loud == 'fails'",
# ]
# ///
"""Builds two modules in C; the one that says nothing brings the GIL."""

import importlib
import subprocess
import sys
import sysconfig

# --8<-- [start:show]
C = """
#include <Python.h>

static PyModuleDef_Slot slots[] = {
#ifdef DECLARED
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL}
};
static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, .m_name = "spice", .m_slots = slots
};
PyMODINIT_FUNC START(void) { return PyModuleDef_Init(&module); }
"""
with open("module.c", "w") as file:
    file.write(C)


def build(name, *options):
    headers = "-I" + sysconfig.get_path("include")
    start = f"-DSTART=PyInit_{name}"
    subprocess.run(
        ["cc", "-shared", "-fPIC", headers, start, *options]
        + ["module.c", "-o", f"{name}.so"],
        check=True,
    )


build("salt", "-DDECLARED")
build("pepper")
sys.path.insert(0, ".")
print("the GIL at the start:", "off on".split()[sys._is_gil_enabled()])
for name in "salt", "pepper":
    importlib.import_module(name)
    now = "off on".split()[sys._is_gil_enabled()]
    print(f"after import {name}:", now)

ASK = """
import sys
sys.path.insert(0, ".")
import pepper
print("off on".split()[sys._is_gil_enabled()])
"""
told = [sys.executable, "-X", "gil=0", "-c", ASK]
said = subprocess.check_output(told, text=True)
print("after import pepper with -X gil=0:", said.strip())
loud = "error:The global interpreter lock:RuntimeWarning"
told = [sys.executable, "-W", loud, "-c", ASK]
ended = subprocess.run(told, capture_output=True).returncode
print("the warning as an error:", "fails" if ended else "works")
# --8<-- [end:show]
