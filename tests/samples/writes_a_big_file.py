"""Writes 2 MiB into one file."""

with open("big", "wb") as file:
    file.write(b"x" * (2 << 20))
