# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# on = ["3.9", "3.11", "3.15"]
# facts.inside = 'packed inside +(\d+) bytes'
# facts.beside = 'packed beside +(\d+) bytes'
# facts.blocks = 'and (\d+) block'
# facts.copy = 'inside has +(.+)'
# facts.same = 'beside has +(.+)'
# claims = [
#   "inside > 8000000 and beside < 100 and blocks == 1",
#   "copy == \"b'day  '\" and same == \"b'night'\"",
# ]
# ///
"""Packs a large block in the parcel, and with the parcel beside it."""

import pickle

pixels = bytearray(8_000_000)
pixels[:5] = b"day  "
photo = {"name": "harbour", "pixels": pickle.PickleBuffer(pixels)}

inside = pickle.dumps(photo, protocol=5)
blocks = []
beside = pickle.dumps(photo, protocol=5, buffer_callback=blocks.append)
print("packed inside", len(inside), "bytes")
print("packed beside", len(beside), "bytes and", len(blocks), "block")

from_inside = pickle.loads(inside)
from_beside = pickle.loads(beside, buffers=[b.raw() for b in blocks])
pixels[:5] = b"night"
print("what came inside has", bytes(from_inside["pixels"][:5]))
print("what came beside has", bytes(from_beside["pixels"][:5]))
