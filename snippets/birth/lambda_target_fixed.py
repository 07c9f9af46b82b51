# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15"]
# facts.said = '^(hello)'
# facts.code = 'exit code (\d+)'
# claims = ["code == 0 and said == 'hello'"]
# ///
"""Says hello in a new process, on every version."""

import multiprocessing


def hello():
    print("hello")


if __name__ == "__main__":
    process = multiprocessing.Process(target=hello)
    process.start()
    process.join()
    print("exit code", process.exitcode)
