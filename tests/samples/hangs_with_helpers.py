# /// script
# [tool.interleave]
# timeout = 1
# hangs = true
# ///
"""Hangs in main; the helpers end as soon as main does."""

import multiprocessing
import time

if __name__ == "__main__":
    started = multiprocessing.get_context("forkserver").Process(target=int)
    started.start()
    started.join()
    print("waits", flush=True)
    time.sleep(60)
