"""A server and a client in one process."""

import socket
import threading

server = socket.create_server(("127.0.0.1", 0))


def serve():
    connection, _ = server.accept()
    with connection:
        while data := connection.recv(100):
            connection.sendall(data.upper())


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(server.getsockname()) as client:
    client.sendall(b"hello")
    print(client.recv(100))
thread.join()
left, right = socket.socketpair()
left.send(b"x")
print(right.recv(1))
for one in (left, right, server):
    one.close()
