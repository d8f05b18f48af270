#!/usr/bin/env python3
"""Connections: clients that are slow, silent, greedy or too many.

Each connection ends within its limit, and the daemon answers others meanwhile.
"""

import json
import resource
import sys
import time

import torture
from torture import answers, ask, code, everything, raw, wait_for
from wire import HOST, STATUS, is_well, refused


def half_sent(daemon):
    """Half a request: the connection ends within request_s, with a sentence, or at once if the client shuts it."""
    whole = STATUS + b"\r\n"
    connections = []
    for end in range(1, len(whole)):
        connection = raw(daemon.socket)
        connection.sendall(whole[:end])
        connections.append(connection)
    is_well(daemon)
    for connection in connections:
        got = answers(everything(connection))
        connection.close()
        assert [(answer.status, code(answer)) for answer in got] == [(400, "bad_query")], got
    for end in range(1, len(whole)):
        refused(daemon, whole[:end], 400, "bad_query", shut=True)
    return 2 * (len(whole) - 1)


def drip(daemon):
    """A header that comes a byte at a time, for ever, is ended within request_s."""
    with raw(daemon.socket) as connection:
        connection.setblocking(False)
        start = time.monotonic()
        data = b"GET /v1/status HTTP/1.1\r\nX: "
        while time.monotonic() - start < 10:
            try:
                connection.send(data)
                data = b"x"
                if connection.recv(1 << 16):
                    break
            except BlockingIOError:
                time.sleep(0.02)
            except (BrokenPipeError, ConnectionResetError):
                break
        taken = time.monotonic() - start
    assert taken < 5, f"{taken} s"


def pipelined(daemon):
    """A thousand requests at once get a thousand answers in order, and nonsense behind them gets its own."""
    count = 1000
    data = b"".join(b"GET /v1/search?q=hospital&limit=0&facets=none&offset=%d HTTP/1.1\r\n" % n + HOST + b"\r\n"
                    if n % 2 else b"GET /v1/nothing/%d HTTP/1.1\r\n" % n + HOST + b"\r\n" for n in range(count))
    with raw(daemon.socket) as connection:
        connection.sendall(data + b"nonsense\r\n\r\n")
        got = answers(everything(connection))
    assert len(got) == count + 1, len(got)
    for n, answer in enumerate(got[:-1]):
        assert answer.status == (200 if n % 2 else 404), n
        assert n % 2 or f"/v1/nothing/{n}".encode() in answer.body, n
    assert got[-1].status == 400
    return count + 1


def steady(folder):
    """A client that takes its answer slowly but steadily, for longer than answer_s, gets all of it."""
    with torture.Daemon(folder / "index", "--answer-s", 2) as daemon, raw(daemon.socket) as connection:
        connection.sendall(b"GET /v1/search?limit=1000&score=1,2,3,4 HTTP/1.1\r\nConnection: close\r\n" + HOST + b"\r\n")
        data = b""
        start = time.monotonic()
        while chunk := connection.recv(1 << 15):
            data += chunk
            time.sleep(0.2)
        seconds = time.monotonic() - start
        [answer] = answers(data)
        assert answer.status == 200 and len(json.loads(answer.body)["hits"]) > 200
        assert seconds > 2.5, f"it took {seconds} s, too few to tell"


def unread(daemon):
    """Clients that ask for much and read nothing are given up within answer_s, and the memory comes back."""
    before = daemon.resident()
    connections = [raw(daemon.socket) for _ in range(50)]
    for connection in connections:
        connection.sendall((b"GET /v1/search?limit=1000&score=1,2,3,4 HTTP/1.1\r\n" + HOST + b"\r\n") * 20)
    is_well(daemon)
    wait_for("they are given up", lambda: daemon.status()["connections"] == 1)
    for connection in connections:
        connection.close()
    for _ in range(5):
        is_well(daemon)
    grown = daemon.resident() - before
    assert grown < 64 * 1024, f"{grown} KiB more"
    return 50


def idle(daemon):
    """5,000 connections that send nothing hold nobody up, and their descriptors go when they do."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 12_000:
        raise torture.LeftOut(f"only {hard} open files are allowed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    before = daemon.descriptors()
    connections = [raw(daemon.socket) for _ in range(5000)]
    wait_for("all are open", lambda: daemon.status()["connections"] == 5001)
    used = daemon.resident()
    for _ in range(50):
        is_well(daemon)
    connections[0].sendall(STATUS + b"Connection: close\r\n\r\n")
    assert answers(everything(connections[0]))[0].status == 200
    for connection in connections:
        connection.close()
    wait_for("all are closed", lambda: daemon.descriptors() <= before + 1)
    print(f"            5,000 idle connections: {used // 1024} MiB of memory", flush=True)
    return 5000


def too_many(folder):
    """Connections above max_connections get 503 and busy, and are served again when there is room."""
    with torture.Daemon(folder / "index", "--max-connections", 100) as daemon:
        connections = [raw(daemon.socket) for _ in range(100)]
        wait_for("it is full", lambda: ask(daemon.socket, "/v1/status").status == 503)
        for _ in range(50):
            answer = ask(daemon.socket, "/v1/status")
            assert (answer.status, code(answer), answer.headers["connection"]) == (503, "busy", "close"), answer
        floods = []
        for _ in range(2000):
            floods.append(raw(daemon.socket))
        connections[0].sendall(STATUS + b"Connection: close\r\n\r\n")
        assert answers(everything(connections[0]))[0].status == 200, "one that has its place isn't served"
        for connection in connections + floods:
            connection.close()
        wait_for("there is room again", lambda: ask(daemon.socket, "/v1/status").status == 200)
    return 2051


def main():
    tried = torture.Class("connections")
    with torture.folder() as folder:
        torture.index(folder / "index", torture.SAMPLE)
        with torture.Daemon(folder / "index", "--request-s", 1, "--answer-s", 1) as daemon:
            files = daemon.descriptors()
            for text, trial in [
                ("half a request ends within its limit", half_sent), ("a header that drips ends too", drip),
                ("requests sent at once are answered in order", pipelined),
                ("answers that nobody takes are given up", unread), ("5,000 idle connections", idle),
            ]:
                tried.claim(text, lambda: trial(daemon))
            tried.claim("no descriptor is left behind", lambda: wait_for(
                "they are as few as before", lambda: daemon.descriptors() <= files + 40))
        tried.claim("a slow but steady reader gets its whole answer", lambda: steady(folder))
        tried.claim("more connections than are served are told so", lambda: too_many(folder))
    tried.end()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
