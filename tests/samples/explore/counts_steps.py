import threading


def work():
    for _ in range(@STEPS@):
        pass  # step: goes


threads = [threading.Thread(target=work) for _ in range(@THREADS@)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
