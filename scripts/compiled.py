"""Templates of Jinja, compiled once for each text.

Every build renders the same pages and the same templates, and the gate renders the
pages as well. Their code lies in build/kept, a file for each name; it counts for the
very text that it was made from.
"""

import os
from contextlib import suppress
from pathlib import Path
from pickle import UnpicklingError

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket

from scripts import kept
from scripts.book import ROOT


class Compiled(BytecodeCache):
    """Where the code lies. root: of the project; its folder is asked for when it is needed."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root

    def load_bytecode(self, bucket: Bucket) -> None:
        """As Jinja calls it; what is not there, or was damaged, is made again."""
        with suppress(OSError, EOFError, UnpicklingError), self._path(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """As Jinja calls it."""
        path = self._path(bucket)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(bucket.bytecode_to_string())
        part.replace(path)  # whole or not at all, also beside another build

    def _path(self, bucket: Bucket) -> Path:
        return kept.folder(self.root) / f"{bucket.key}.template"


def template(environment: Environment, source: str, name: str, root: Path = ROOT) -> Template:
    """What environment.from_string gives. name: of the page, and of who compiles it.

    Raises TemplateSyntaxError.
    """
    cache = Compiled(root)
    bucket = cache.get_bucket(environment, name, _settings(environment), source)
    if bucket.code is None:
        bucket.code = environment.compile(source)
        cache.set_bucket(bucket)
    names = environment.make_globals(None)
    return environment.template_class.from_code(environment, bucket.code, names)


def _settings(environment: Environment) -> str:
    """All of an environment that decides how it compiles."""
    plain = {k: v for k, v in vars(environment).items() if isinstance(v, str | bool)}
    parts = environment.extensions, environment.filters, environment.tests
    return repr([plain, *map(sorted, parts)])
