import threading


def work():
    for _ in range(3):
        print("tick")  # step: ticks


def wait():
    pass  # step: waits


threading.Thread(target=work, daemon=True).start()
other = threading.Thread(target=wait)
other.start()
other.join()
