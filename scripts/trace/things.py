"""Things: what the program calls its locks, queues and channels, one name for each."""

import ast
from itertools import count
from typing import Any

from scripts.trace.session import Log


class Things:
    """Names by key, found out of what all processes told of each thing.

    The first name that leads to it from the module's own names; else the one
    it was given where it was made; else a name of the function that used it.
    """

    def __init__(self, logs: list[Log], source: str) -> None:
        self.assigned = assigned(source)
        self.told: dict[str, list[dict[str, Any]]] = {}
        for log in logs:
            for record in log.records:
                if "thing" in record:
                    self.told.setdefault(record["thing"], []).append(record)
        self.given: dict[tuple[str, int | None], str] = {}

    def name(self, key: str, process: int, letter: str) -> str:
        """What to call a thing that a strand of a process met.

        One that is a process's own gets its letter where another has the name.
        """
        place = (key, process if "." in key else None)
        if place not in self.given:
            base = self._best(key)
            taken = {name: where for where, name in self.given.items()}
            elsewhere = base in taken and taken[base][1] != place[1]
            if elsewhere and None not in (place[1], taken[base][1]):
                base = f"{base} (of {letter})"
            numbered = (base if n == 1 else f"{base} {n}" for n in count(1))
            self.given[place] = next(name for name in numbered if name not in taken)
        return self.given[place]

    def _best(self, key: str) -> str:
        records = self.told.get(key, [])
        for record in records:
            if record.get("path"):
                return str(record["path"])
        for record in records:
            names = self.assigned.get(record["made"], [])
            if len(names) == 1 and names[0].endswith("[]"):
                return f"{names[0][:-1]}{record['nth']}]"
            if names:
                return str(names[record["nth"] % len(names)])
        for record in records:
            if record.get("local"):
                return str(record["local"])
        return str(records[0]["kind"]) if records else "lock"


def assigned(source: str) -> dict[int, list[str]]:
    """By line: the names that a statement gives to what it makes; forks[] to many at once."""
    found: dict[int, list[str]] = {}
    for node in ast.walk(ast.parse(source)):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if not isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) or value is None:
            continue
        names = [name for target in targets[:1] if target for name in _names(target)]
        if isinstance(value, ast.ListComp | ast.DictComp | ast.List) and len(names) == 1:
            names = [f"{names[0]}[]"]
        for line in range(value.lineno, (value.end_lineno or value.lineno) + 1):
            found.setdefault(line, names)
    return found


def _names(target: ast.expr) -> list[str]:
    if isinstance(target, ast.Tuple | ast.List):
        return [name for one in target.elts for name in _names(one)]
    if isinstance(target, ast.Attribute):
        return [target.attr]
    return [ast.unparse(target)]
