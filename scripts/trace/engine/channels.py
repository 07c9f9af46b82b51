"""Channels: pipes, sockets and multiprocessing's connections, used by the program itself."""

from __future__ import annotations

import os
import select
import stat
from typing import Any

from scripts.trace.engine.instead import instead
from scripts.trace.engine.locks import thing
from scripts.trace.engine.names import shown
from scripts.trace.engine.tell import WHAT, by_program, own_frame, record, tell


def inode(file: int) -> int:
    """The kernel's number of an end: of both ends, if it is a pipe."""
    return os.fstat(file).st_ino


def is_channel(file: int) -> bool:
    """Whether a descriptor is a pipe or a socket."""
    mode = os.fstat(file).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)


def note(kind: str, first: int, second: int) -> None:
    """The program makes a channel with these two ends."""
    frame = own_frame()
    made = frame.f_lineno if frame is not None else 0
    record(ends=[inode(first), inode(second)], kind=kind, made=made)


def sending(file: int, value: Any, size: int, owner: Any = None) -> None:
    """Something is about to be sent."""
    tell("sends", f"sends {shown(value)}", end=inode(file), size=size, owner=owner)


def receiving(file: int, ready: bool, take: Any, owner: Any = None) -> Any:
    """Take what comes; ready: something is there."""
    end = inode(file)
    if not ready:
        tell("waits", f"waits: nothing has come through {WHAT}", end=end, owner=owner)
    try:
        return take()
    except (EOFError, OSError):
        if not ready:
            tell("woken", f"goes on: {WHAT} is closed", end=end)
        raise


def received(file: int, value: Any, size: int, owner: Any = None) -> None:
    """Something has come."""
    text = f"receives {shown(value)}" if size else f"finds that {WHAT} is closed"
    tell("receives" if size else "woken", text, end=inode(file), size=size, owner=owner)


def _ready(file: int) -> bool:
    return bool(select.select([file], [], [], 0)[0])


def pipe(original: Any, *args: Any) -> Any:
    """os.pipe."""
    ends = original(*args)
    if by_program():
        note("pipe", *ends)
    return ends


def read(original: Any, file: int, size: int) -> Any:
    """os.read."""
    if not (by_program() and is_channel(file)):
        return original(file, size)
    data = receiving(file, _ready(file), lambda: original(file, size))
    received(file, data, len(data))
    return data


def write(original: Any, file: int, data: Any) -> Any:
    """os.write."""
    if by_program() and is_channel(file):
        sending(file, bytes(data), len(data))
    return original(file, data)


def make_pipe(original: Any, *args: Any, **kwargs: Any) -> Any:
    """multiprocessing.connection.Pipe."""
    ends = original(*args, **kwargs)
    frame = own_frame()
    if frame is not None:
        note("pipe", ends[0].fileno(), ends[1].fileno())
    return ends


def send(original: Any, self: Any, value: Any, *args: Any) -> Any:
    """Connection.send and send_bytes."""
    if by_program():
        sending(self.fileno(), value, 1)
    return original(self, value, *args)


def receive(original: Any, self: Any, *args: Any) -> Any:
    """Connection.recv and recv_bytes."""
    if not by_program():
        return original(self, *args)
    value = receiving(self.fileno(), _ready(self.fileno()), lambda: original(self, *args))
    received(self.fileno(), value, 1)
    return value


def socket_send(original: Any, self: Any, data: Any, *args: Any) -> Any:
    """socket.send and sendall."""
    if by_program():
        sending(self.fileno(), bytes(data), len(data), self)
    return original(self, data, *args)


def socket_receive(original: Any, self: Any, *args: Any) -> Any:
    """socket.recv."""
    if not by_program():
        return original(self, *args)
    file = self.fileno()
    data = receiving(file, _ready(file), lambda: original(self, *args), self)
    received(file, data, len(data), self)
    return data


def connect(original: Any, self: Any, address: Any) -> Any:
    """socket.connect."""
    done = original(self, address)
    if own_frame() is not None:
        _addresses(self)
    return done


def accept(original: Any, self: Any) -> Any:
    """socket.accept."""
    if not by_program():
        return original(self)
    if getattr(self, "_interleave", None) is None:
        listening[self.fileno()] = listening.get(self.fileno()) or thing("socket")
    about = listening[self.fileno()]
    tell("waits", f"waits for someone to connect to {WHAT}", about, owner=self)
    found = original(self)
    _addresses(found[0])
    tell("woken", f"accepts a connection to {WHAT}", about, owner=self)
    return found


listening: dict[int, Any] = {}


def _addresses(socket: Any) -> None:
    record(
        socket=inode(socket.fileno()),
        own=repr(socket.getsockname()),
        other=repr(socket.getpeername()),
    )


def socketpair(original: Any, *args: Any, **kwargs: Any) -> Any:
    """socket.socketpair."""
    ends = original(*args, **kwargs)
    if by_program():
        note("socket", ends[0].fileno(), ends[1].fileno())
    return ends


def install() -> None:
    """In os."""
    for name, function in (("pipe", pipe), ("read", read), ("write", write)):
        instead(os, name, function)


def install_connection(connection: Any) -> None:
    """In multiprocessing.connection."""
    instead(connection, "Pipe", make_pipe)
    kind = connection._ConnectionBase
    for name, function in (
        ("send", send),
        ("send_bytes", send),
        ("recv", receive),
        ("recv_bytes", receive),
    ):
        instead(kind, name, function)


def install_socket(socket: Any) -> None:
    """In socket: on the Python class above C's."""
    changes: dict[str, Any] = {"send": socket_send, "sendall": socket_send, "recv": socket_receive,
                               "connect": connect, "accept": accept}  # fmt: skip
    for name, function in changes.items():
        instead(socket.socket, name, function)
    instead(socket, "socketpair", socketpair)
