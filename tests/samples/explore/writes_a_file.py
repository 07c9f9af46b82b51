import os
import threading
import time

winners = []


def claim(name):
    if os.path.exists("winner.txt"):
        return
    time.sleep(0.1)
    with open("winner.txt", "w") as file:
        file.write(name)
    winners.append(name)


a = threading.Thread(target=claim, args=("A",))
b = threading.Thread(target=claim, args=("B",))
a.start()
b.start()
a.join()
b.join()
print(len(winners), open("winner.txt").read())
