import threading


class State:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()
        self.other = threading.Lock()


def work(state):
    @BODY@


if __name__ == "__main__":
    state = State()
    a = threading.Thread(target=work, args=(state,))
    b = threading.Thread(target=work, args=(state,))
    a.start()
    b.start()
    a.join()
    b.join()
    print(state.value)
