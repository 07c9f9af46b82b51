from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2) as pool:
    for square in pool.map(lambda n: n * n, [1, 2, 3]):
        print(square)
