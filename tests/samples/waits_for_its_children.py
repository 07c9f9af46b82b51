"""Its children end a moment after it: no more than a helper of multiprocessing."""

import os
import time

if os.fork() == 0:
    time.sleep(0.2)
    os._exit(0)
print("bye")
