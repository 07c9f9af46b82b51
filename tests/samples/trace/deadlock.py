# /// script
# [tool.interleave]
# hangs = true
# timeout = 2
# facts.where = ['File "deadlock.py", line (\d+) in work']
# claims = ["where == [16, 16]"]
# ///
import threading

left, right = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)

def work(first, second):
    with first:
        both_hold_one.wait()
        with second:  # step: has both
            pass


threads = [threading.Thread(target=work, args=two) for two in [(left, right), (right, left)]]
for thread in threads:
    thread.start()
