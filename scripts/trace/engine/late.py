"""Late: changes that wait until the program imports a library."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


class Late:
    """Stands first among the finders of modules; package: where the changes are."""

    def __init__(self, package: str) -> None:
        self.package = package
        self.waiting: dict[str, str] = {}

    def when(self, name: str, change: str) -> None:
        """Call change, as in "queues.install", with the module as soon as it is there."""
        if name in sys.modules:
            self.make(change, sys.modules[name])
        else:
            self.waiting[name] = change

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        """As every finder: here only to see a module come."""
        change = self.waiting.pop(name, None)
        if change is None:
            return None
        others = [finder for finder in sys.meta_path if finder is not self]
        specs = (finder.find_spec(name, path, target) for finder in others)
        spec = next((spec for spec in specs if spec is not None), None)
        if spec is not None and spec.loader is not None:
            self.follow(spec.loader, change)
        return spec

    def follow(self, loader: Any, change: str) -> None:
        """Let the change come after the module's own code."""
        original = loader.exec_module

        def exec_module(module: Any) -> None:
            del loader.exec_module
            original(module)
            self.make(change, module)

        loader.exec_module = exec_module

    def make(self, change: str, module: Any) -> None:
        """Import the engine's module now, and call its function."""
        name, _, function = change.partition(".")
        getattr(import_module(self.package + name), function)(module)
