"""Shows where it failed, in four ways."""

import sys
import threading
import traceback


def fail(name):
    lock = threading.Lock()
    lock.release()  # step: fails in {name}


thread = threading.Thread(target=fail, args=("thread",))
thread.start()
thread.join()
try:
    fail("caught")
except RuntimeError:
    traceback.print_exc()
traceback.print_stack(file=sys.stdout)
print(__name__, __file__.rpartition("/")[2], __spec__, len(sys.argv))
fail("main")
