# /// script
# [tool.interleave]
# timeout = 0.5
# ///
"""Never ends and does not say so."""

print("begins", flush=True)
while True:
    pass
