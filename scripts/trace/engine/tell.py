"""Telling: what happened now, on which strand and line."""

from __future__ import annotations

import os
import sys
import threading
from _thread import RLock, _local
from collections.abc import Callable
from time import monotonic_ns
from types import FrameType
from typing import Any, ClassVar

from scripts.trace.engine.log import Full, Log
from scripts.trace.engine.names import Thing, place

TEXT = 160  # characters of a sentence
FULL = 231  # the status of a process that did too much
ENGINE = os.path.dirname(__file__)
HIDDEN = -1
WHAT, TO = "\x01", "\x02"  # in sentences, the place of what and of to


class Here:
    """This process: its log, the program's file, the folders of libraries.

    bottom: the frame under which lies what its parent did before a fork.
    announced: it has told of itself. task: gives the strand of the running
    task, once asyncio is there.
    """

    log: Log | None = None
    folder = ""
    program = ""
    libraries: tuple[str, ...] = ()
    bottom: FrameType | None = None
    announced = False
    ended = False
    task: Callable[[], int | None] | None = None
    counting: ClassVar[Any] = RLock()
    ends: ClassVar[set[int]] = set()
    strands = 0
    tickets = 0


local = _local()


def caller() -> FrameType | None:
    """The frame that called the engine."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(ENGINE):
        frame = frame.f_back
    return frame


def is_own(frame: FrameType | None) -> bool:
    """Whether it is the program's code, and no library's; dataclass writes __init__ for both."""
    while (
        frame is not None
        and frame.f_code.co_filename == "<string>"
        and frame.f_code.co_name == "__init__"
    ):
        frame = frame.f_back
    name = frame.f_code.co_filename if frame is not None else "<frozen"
    return not (name.startswith(Here.libraries) or "-packages/" in name)


def by_program() -> bool:
    """Whether the program itself called the engine."""
    return is_own(caller())


def own_frame() -> FrameType | None:
    """The innermost frame of the program's file."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != Here.program:
        frame = None if frame is Here.bottom else frame.f_back
    return frame


def number(kind: str) -> int:
    """The next number for a strand or a ticket of this process."""
    with Here.counting:
        value: int = getattr(Here, kind) + 1
        setattr(Here, kind, value)
        return value


def record(**fields: Any) -> None:
    """Write a record, whatever it is; a process with too many ends here."""
    if Here.log is None:
        return
    try:
        Here.log.write(fields)
    except Full:
        log, Here.log = Here.log, None
        with open(f"{Here.folder}/full", "w"):
            pass
        del log
        quit_now(FULL)


quit_now = os._exit


def announce(name: str = "") -> None:
    """This process tells of itself and begins; name: of the process, if it has one."""
    if Here.announced or Here.log is None:
        return
    Here.announced = True
    name = name or threading.current_thread().name
    record(strand=0, name=name, kind="thread")
    local.strand = 0
    tell("born", "begins", line=0)


def new_strand(name: str, kind: str) -> int:
    """A number for a thread or a task that begins soon."""
    found = number("strands")
    record(strand=found, name=name, kind=kind)
    return found


def current(line: int) -> int:
    """The strand that is running; HIDDEN for a thread of a library's own."""
    if Here.task is not None:
        task = Here.task()
        if task is not None:
            return task
    strand: int | None = getattr(local, "strand", None)
    if strand is None or (strand == HIDDEN and line):
        if threading.main_thread() is threading.current_thread():
            announce()
            return 0
        local.strand = strand = new_strand(threading.current_thread().name, "thread")
        tell("born", "begins", line=0)
    elif strand == 0 and not Here.announced:
        announce()
    return strand


def tell(
    do: str,
    text: str,
    thing: Thing | None = None,
    to: Any = None,
    *,
    began: int = 0,
    owner: Any = None,
    **more: Any,
) -> None:
    """An event, now. thing: what it is about; to: another strand, or a process."""
    if Here.log is None:
        return
    frame = own_frame()
    line = frame.f_lineno if frame is not None else 0
    strand = current(line)
    if strand == HIDDEN:
        return
    at = monotonic_ns()
    if thing is not None and not thing.told:
        thing.told = True
        record(
            thing=thing.key, kind=thing.kind, made=thing.line, nth=thing.nth, **place(owner, frame)
        )
    fields = {"at": at, "by": strand, "line": line, "do": do, "text": text[:TEXT], **more}
    if "end" in more and owner is not None and more["end"] not in Here.ends:
        Here.ends.add(more["end"])
        record(called=more["end"], **place(owner, frame))
    if thing is not None:
        fields["what"] = thing.key
    if to is not None:
        fields["to"] = to
    if began:
        fields["began"] = began
    record(**fields)


def ended(text: str = "ends", **more: Any) -> None:
    """This process comes to its end."""
    if Here.announced and not Here.ended:
        Here.ended = True
        tell("ended", text, **more)
