"""A server and its client on loopback."""

import socket

with socket.create_server(("127.0.0.1", 0)) as server:
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(b"over loopback")
        print(server.accept()[0].recv(100).decode())
