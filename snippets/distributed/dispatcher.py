# /// script
# requires-python = ">=3.8"
# dependencies = []
# [tool.interleave]
# trace = true
# runs = 5
# facts.answers = ['got (.+)']
# facts.workers = 'workers: (\d)'
# claims = [
#   "set(answers) == {'SOUP', 'CAKE'} and workers == 2",
# ]
# ///
"""Two guests order at a server; a new thread answers each."""

import multiprocessing
import socket
import threading
import time


def work(guest):
    """A worker: one order, one answer, and it ends."""
    with guest:
        dish = guest.recv(100).decode()
        time.sleep(0.2)  # It is in the oven.
        guest.sendall(dish.upper().encode())


def order(dish):
    with socket.create_connection(address) as server:
        server.sendall(dish.encode())
        print("ordered", dish, "got", server.recv(100).decode())


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    door = socket.create_server(("127.0.0.1", 0))
    address = door.getsockname()
    for dish in "soup", "cake":
        multiprocessing.Process(target=order, args=[dish]).start()
    # The main thread is the dispatcher: it opens the door, no more.
    for number in 1, 2:
        guest, _ = door.accept()
        threading.Thread(target=work, args=[guest]).start()
    print("workers:", number)
