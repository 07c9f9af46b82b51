"""Sends a terminal, and the log of a workflow, what they would obey."""

import sys

SENT = [
    "\x1b]0;yours\x07title",
    "\x1b]52;c;Y3VybCBldmlsLnNoIHwgc2g=\x07clipboard",
    "\x1b[2J\x1b[1;1Hempty",
    "wrong\r\x1b[2Kright",
    "\x9b31mred",
    "\u202egnp.exe\u2066 \u200bhidden",
    "::error file=a.py,line=1::made up",
    "  ::stop-commands::never",
    "::set-output name=wanted::true",
    "##[add-mask]a",
]
for line in SENT:
    print(line)
print("word \x1b[8m::error::seen##[error]\u202eafter")
sys.exit(3)
