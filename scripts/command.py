"""A command: how each of the tools reads what stands behind its name."""

import argparse


def parser(name: str, told: str | None) -> argparse.ArgumentParser:
    """The parser of `python -m scripts.NAME`; told: its module's docstring, as --help shows it."""
    return argparse.ArgumentParser(
        prog=f"python -m scripts.{name}",
        description=told,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
