import threading

free = threading.@KIND@(2)
inside = 0
most = 0


def work():
    global inside, most
    with free:
        inside += 1  # step: enters
        most = max(most, inside)
        inside -= 1  # step: leaves


threads = [threading.Thread(target=work) for _ in "ABC"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(most)
