# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.13", "3.14", "3.15", "3.13t"]
# trace = ["3.11"]
# facts.sent = '^what was sent +(.+)'
# facts.back = '^what came back +(.+)'
# facts.bytes = '(\d+) bytes'
# claims = [
#   "sent == \"['soup', 'rice']\"",
#   "back == \"['soup', 'rice', 'cake']\"",
#   "bytes < 60",
# ]
# ///
"""Sends a menu to another process, which adds a cake, and back."""

import multiprocessing
import pickle


def helper(hatch):
    menu = hatch.recv()
    menu.append("cake")  # step: adds a cake: {menu}
    hatch.send(menu)


if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=helper, args=(theirs,))
    process.start()

    menu = ["soup", "rice"]
    ours.send(menu)
    answer = ours.recv()
    print("what was sent ", menu)
    print("what came back", answer)

    parcel = pickle.dumps(menu)
    print(f"\non the way it was {len(parcel)} bytes:")
    print(parcel[:13], parcel[13:], sep="\n")
    process.join()
