# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15"]
# needs = ["linux"]
# exit = [0, 1]
# facts.said = '^(hello|_pickle.PicklingError)'
# claims = [
#   "on 3.9, 3.11, 3.13: exit == 0 and said == 'hello'",
#   "on 3.14, 3.15: exit == 1 and said == '_pickle.PicklingError'",
# ]
# ///
"""Says hello in a new process, up to Python 3.13."""

import multiprocessing

if __name__ == "__main__":
    process = multiprocessing.Process(target=lambda: print("hello"))
    process.start()
    process.join()
    print("exit code", process.exitcode)
