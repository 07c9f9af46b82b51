"""Plain: what a program made, as it may stand on a terminal and in the log of a workflow.

A terminal obeys what it is sent: an escape sequence sets its title, its clipboard, the
place where the next word goes; some characters turn the order of the others round. GitHub
obeys lines of a log that begin with two colons. So whatever comes from a program goes
through here on its way to a person, and what could be obeyed is shown instead.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

import json
import os
import re

# Controls but the tab and the line's end; what is invisible, or changes direction; halves of pairs.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
PICTURES = 0x2400  # ␀, the first of the pictures of control characters
DELETE, DELETED = "\x7f", "␡"
# A folded line may begin anywhere, so they are looked for everywhere.
COMMANDS = {"::": r":\x3a", "##[": r"#\x23["}


def plain(text: str) -> str:
    """The text with ␛ for an escape, and so on; in a workflow, without its commands."""
    text = UNSEEN.sub(lambda found: _picture(found[0]), text)
    if os.environ.get("GITHUB_ACTIONS"):
        for word, instead in COMMANDS.items():
            text = text.replace(word, instead)
    return text


def in_json(text: str) -> str:
    """JSON that means the same, and in which nothing can be obeyed."""
    text = UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)
    return text.replace("##[", r"#\u0023[")


def _picture(char: str) -> str:
    if char < " ":
        return chr(PICTURES + ord(char))
    return DELETED if char == DELETE else char.encode("unicode_escape", "surrogatepass").decode()
