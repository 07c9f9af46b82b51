"""What a program may use: nothing that could make an answer wrong.

The explorer knows what the modules below keep between two runs, and that none
of them waits for anything outside; of all others it knows nothing.
"""

import ast
from collections.abc import Iterator

from scripts.explore.engine.refuse import Refused

MODULES = frozenset(
    {
        "__future__", "abc", "array", "base64", "binascii", "bisect", "cmath", "collections",
        "concurrent", "contextlib", "copy", "dataclasses", "dis", "enum", "fractions", "functools",
        "hashlib", "heapq", "io", "itertools", "json", "keyword", "math", "numbers", "operator",
        "os", "pathlib", "pprint", "queue", "re", "reprlib", "string", "struct", "sys", "textwrap",
        "threading", "time", "traceback", "types", "typing", "unicodedata", "zlib",
    }
)  # fmt: skip
WHY = {
    "multiprocessing": "starts processes, and only threads can be held still",
    "subprocess": "starts processes, and only threads can be held still",
    "asyncio": "runs tasks, and only threads can be held still",
    "socket": "waits for what comes from outside",
    "select": "waits for what comes from outside",
    "selectors": "waits for what comes from outside",
    "signal": "waits for what comes from outside",
    "random": "draws lots, and no number of runs would show all that can come",
    "secrets": "draws lots, and no number of runs would show all that can come",
    "datetime": "reads the clock, and here no time passes",
    "ctypes": "calls C, where no thread can be held still",
}
BUILTINS = {
    "exec": "runs code that is not in the file", "eval": "runs code that is not in the file",
    "compile": "runs code that is not in the file", "__import__": "imports by a name of its own",
    "globals": "reaches into its own names", "locals": "reaches into its own names",
    "vars": "reaches into its own names", "dir": "reaches into its own names",
    "input": "waits for input()",
    "breakpoint": "waits for a debugger", "id": "asks for an address, which changes with each run",
}  # fmt: skip
MEMBERS = {
    "ProcessPoolExecutor": "starts processes, and only threads can be held still",
    "as_completed": "takes futures in an order that changes with each run",
    "_current_frames": "looks into other threads", "settrace": "traces itself",
    "setprofile": "traces itself", "local": "keeps values for each thread out of sight",
    "chdir": "changes its surroundings", "environ": "looks at its surroundings",
    "modules": "reaches into modules", "lru_cache": "keeps values out of sight", "cache": "keeps values out of sight",
}  # fmt: skip
FREE = frozenset({"excepthook", "stdout", "stderr"})


def check(tree: ast.Module) -> None:
    """Raises Refused at the first line that cannot be explored."""
    modules: set[str] = set()
    for node in sorted(ast.walk(tree), key=lambda n: getattr(n, "lineno", 0)):
        for name in _imported(node):
            top = name.split(".")[0]
            if name.split(".")[-1] in MODULES | {"futures"} and top in MODULES:
                continue
            if top not in MODULES:
                why = WHY.get(top, "which the explorer does not know")
                raise Refused(_line(node), f"imports {top}, {_which(why)}")
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules |= {(name.asname or name.name).split(".")[0] for name in node.names}
        sentence = _wrong(node, modules)
        if sentence:
            raise Refused(_line(node), sentence)


def modules(tree: ast.Module) -> set[str]:
    """The modules that the program imports."""
    return {name for node in ast.walk(tree) for name in _imported(node)}


def _which(why: str) -> str:
    return why if why.startswith("which") else f"which {why}"


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield "." if node.level else node.module or ""


def _wrong(node: ast.AST, modules: set[str]) -> str:
    """What is wrong with one node by itself; empty when nothing is."""
    if isinstance(node, ast.AsyncFunctionDef | ast.AsyncFor | ast.AsyncWith | ast.Await):
        return WHY["asyncio"]
    if isinstance(node, ast.FunctionDef) and node.name == "__del__":
        return "defines __del__, which runs at moments that nobody chooses"
    if isinstance(node, ast.Name) and node.id in BUILTINS:
        return BUILTINS[node.id]
    if isinstance(node, ast.ImportFrom):
        found = [MEMBERS[name.name] for name in node.names if name.name in MEMBERS]
        return found[0] if found else ""
    if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
        return ""
    if node.value.id in modules and node.attr in MEMBERS:
        return MEMBERS[node.attr]
    changes = not isinstance(node.ctx, ast.Load) and node.attr not in FREE
    return f"changes the module {node.value.id}" if node.value.id in modules and changes else ""


def _line(node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0))
