import threading

SEATS = @SEATS@
forks = [threading.Lock() for _ in range(SEATS)]
meals = 0


def dine(seat):
    global meals
    first, second = @ORDER@
    with forks[first]:
        with forks[second]:
            meals += 1


threads = [threading.Thread(target=dine, args=(i,)) for i in range(SEATS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(meals)
