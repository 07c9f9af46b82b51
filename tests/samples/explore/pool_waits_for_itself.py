from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def outer():
    return pool.submit(int, "1").result()


print(pool.submit(outer).result())
