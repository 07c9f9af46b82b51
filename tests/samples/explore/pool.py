from concurrent.futures import ThreadPoolExecutor

total = 0


def add(n):
    global total
    seen = total  # step: reads {total}
    total = seen + n  # step: writes {total}
    return n


with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(add, n) for n in (1, 2)]
    print(sum(future.result() for future in futures))
print(total)
