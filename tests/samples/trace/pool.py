"""Hands calls to a multiprocessing.Pool."""

import multiprocessing


def square(number):
    return number * number  # step: squares {number}


if __name__ == "__main__":
    with multiprocessing.Pool(1) as workers:
        print(workers.map(square, [2, 3]))
        print(workers.apply(square, (4,)))
        print(list(workers.imap(square, [5])))
