"""Tell what this system holds programs to.

python -m scripts.sandbox
"""

import sys

from scripts.sandbox import offered


def main() -> int:
    """The command. Gives 0 only where a program is held to all of it."""
    has = offered.isolation()
    for name, text in offered.LEVELS.items():
        print(f"{'yes' if name in has else 'NO ':3}  a program {text}")
    return 1 if offered.missing() else 0


if __name__ == "__main__":
    sys.exit(main())
