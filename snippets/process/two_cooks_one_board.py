# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# runs = 3
# explore = true
# facts.board = 'board: (.+)'
# claims = [
#   "'bread' in board and 'soup' in board and 'salt' in board",
#   "certain: 'bread' in board and 'soup' in board and 'salt' in board",
#   "possible: board == 'soup salt bread'",
#   "possible: board == 'bread soup salt'",
# ]
# ///
"""Prints what two cooks wrote on one board, in the order they did."""

import threading

board = []


def cook_a():
    board.append("soup")  # step: writes soup
    board.append("salt")  # step: writes salt


def cook_b():
    board.append("bread")  # step: writes bread


a = threading.Thread(target=cook_a)
b = threading.Thread(target=cook_b)
a.start()
b.start()
a.join()
b.join()

print("board:", *board)
