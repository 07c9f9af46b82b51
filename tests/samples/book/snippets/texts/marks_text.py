# /// script
# requires-python = ">=3.8"
# dependencies = []
# ///
"""Uses what Markdown takes for emphasis, in code and in output."""


class Pair:
    def __init__(self, *parts, **names):
        self.a_b, self.c_d = parts


pair = Pair(1 * 2, 3 * 4)
print("__init__ and *parts* and _under_ and `ticks`")
print(f"{{{pair.a_b}}} <{pair.c_d}> [x][y]")
print("a\tb\tc")
print()
print("    and after a blank line")
