# /// script
# requires-python = ">=3.9"
# dependencies = []
# [tool.interleave]
# runs = 20
# explore = true
# trace = true
# facts.light = 'light: +(\w+)'
# facts.note = 'note: +(\w+)'
# claims = [
#   "possible: light != note",
#   "possible: light == note",
#   "certain: light in ['on', 'off'] and note in ['on', 'off']",
# ]
# ///
"""Two cooks use one light switch, and each leaves a note about it."""

import threading

light = "off"
note = "off"


def use_switch(word):
    global light, note
    light = word  # step: turns the light {word}
    note = word  # step: notes {word}


a = threading.Thread(target=use_switch, args=("on",))
b = threading.Thread(target=use_switch, args=("off",))
a.start()
b.start()
a.join()
b.join()

print("light:", light)
print("note: ", note)
