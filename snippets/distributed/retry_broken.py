# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.interleave]
# runs = 2
# facts.saw = ['^[\w ]+: (.+?) +\| baked']
# facts.baked = ['baked (\d)']
# facts.silent = ['silence +\| baked (\d)']
# claims = [
#   "saw[0] == 'ready' and set(saw) == {'ready', 'silence, silence'}",
#   "baked == [1, 2, 0, 1]",
# ]
# ///
"""Orders a cake by letter, and again after a silence."""

import multiprocessing
import os
import socket
import time


# --8<-- [start:show]
def kitchen(letters, manner, baked):
    while True:
        order, guest = letters.recvfrom(100)
        if manner == "dies before":
            os._exit(1)
        baked.value += 1
        if manner == "dies after":
            os._exit(1)
        if manner == "slow":
            time.sleep(0.8)
        letters.sendto(b"ready", guest)


def ask(address):
    with socket.socket(type=socket.SOCK_DGRAM) as guest:
        guest.settimeout(0.25)
        for attempt in 1, 2:
            guest.sendto(b"order 7: a cake", address)
            try:
                yield guest.recv(100).decode()
                return
            except TimeoutError:
                yield "silence"


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    said, books, kitchens = {}, {}, []
    for manner in "quick", "slow", "dies before", "dies after":
        letters = socket.socket(type=socket.SOCK_DGRAM)
        letters.bind(("127.0.0.1", 0))
        books[manner] = multiprocessing.Value("i")
        args = letters, manner, books[manner]
        one = multiprocessing.Process(target=kitchen, args=args)
        one.start()
        kitchens.append(one)
        said[manner] = ", ".join(ask(letters.getsockname()))
    for manner, words in said.items():
        number = books[manner].value
        print(f"{manner:11}: {words:16} | baked {number}")
    for one in kitchens:
        one.terminate()
# --8<-- [end:show]
