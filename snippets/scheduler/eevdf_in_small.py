# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# facts.order = '^([ABC]+)$'
# claims = ["order == 'ABAACA'"]
# ///
"""Prints who runs when the earliest deadline of those owed is next."""


class Task:
    def __init__(self, name, turn):
        self.name, self.turn = name, turn  # asks for turns so long
        self.had = 0  # milliseconds on the core so far
        self.deadline = turn


def pick(tasks):
    """Of those who have had no more than is fair, the most urgent."""
    fair = sum(task.had for task in tasks) / len(tasks)
    owed = [task for task in tasks if task.had <= fair]
    return min(owed, key=lambda task: task.deadline)


tasks = [Task("A", 1), Task("B", 4), Task("C", 4)]
for _ in range(6):
    task = pick(tasks)
    print(task.name, end="")
    task.had += task.turn
    task.deadline = task.had + task.turn
print()
