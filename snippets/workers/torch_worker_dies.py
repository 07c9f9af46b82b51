# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "numpy==2.4.6"]
# [tool.interleave]
# on = ["3.11"]
# heavy = true
# timeout = 120
# runs = 3
# needs = ["linux"]
# facts.got = 'main got (\d) of 8'
# facts.error = '^RuntimeError: (.+)'
# claims = [
#   "got < 8",
#   "'DataLoader worker (pid' in error",
#   "'exited unexpectedly' in error or 'killed by signal' in error",
# ]
# ///
"""A DataLoader's worker dies, and the loop in main with it."""

import os
import signal

from torch.utils.data import DataLoader, Dataset


class Pictures(Dataset):
    def __len__(self):
        return 16

    def __getitem__(self, i):
        if i == 3:  # a bug in C code that reads pictures
            os.kill(os.getpid(), signal.SIGSEGV)
        return i


if __name__ == "__main__":
    loader = DataLoader(Pictures(), batch_size=2, num_workers=2)
    got = 0
    try:
        for batch in loader:
            got += 1
    except RuntimeError as error:
        print("RuntimeError:", error)
        print("caused by:", error.__cause__)
    print(f"main got {got} of 8 batches")
