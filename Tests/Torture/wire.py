#!/usr/bin/env python3
"""The wire: bytes that no honest client sends. Each gets an answer with a code and a sentence, or the end of its
connection; the daemon goes on, and others are answered meanwhile."""

import json
import os
import random
import resource
import socket
import sys
import time

import torture
from torture import answers, ask, code, everything, raw, send, wait_for

HOST = b"Host: e\r\n"
STATUS = b"GET /v1/status HTTP/1.1\r\n" + HOST
MEBIBYTE = 1 << 20


def is_well(daemon):
    """The daemon answers others at once."""
    start = time.monotonic()
    answer = ask(daemon.socket, "/v1/search?q=hospital&limit=1")
    assert answer.status == 200, answer
    assert time.monotonic() - start < 5, "others wait"


def refused(daemon, data, status, error, **options):
    """The last answer is this error, as the contract has it, and the connection ends."""
    got = send(daemon.socket, data, **options)
    assert got, "no answer"
    body = json.loads(got[-1].body)["error"]
    assert (got[-1].status, body["code"]) == (status, error), (got[-1].status, body)
    assert body["message"] and body["hint"], body
    assert set(body) >= {"code", "message", "at", "hint", "candidates"}
    return got


def malformed(daemon):
    lines = [
        b"nonsense", b"GET", b"GET /v1/status", b"GET  HTTP/1.1", b"get /v1/status HTTP/1.1", b"GET /v1/status HTTP/9.9",
        b"PRI * HTTP/2.0", b"GET /v1/sta\x00tus HTTP/1.1", b"GET /v1/\xff\xfe HTTP/1.1", b"GET /v1/status\tx HTTP/1.1",
        b"GET /v1/search?q=caf\xc3\xa9 HTTP/1.1", b"GET /v1/search?q=\xc0\x80 HTTP/1.1", b"\x16\x03\x01\x02\x00\x01",
        b"A" * 5000 + b" / HTTP/1.1", b"\x00" * 64, b"GET /v1/status HTTP/1.1\r\nHost: e\r\nX : a",
        b"GET /v1/status HTTP/1.1\r\nX: a\x00b", b"GET /v1/status HTTP/1.1\r\nX: a\rb",
        b"GET /v1/status HTTP/1.1\r\nX: a\r\n folded", b"GET /v1/status HTTP/1.1\r\n: nameless",
        b"GET /v1/status HTTP/1.1\r\nContent-Length: -1", b"GET /v1/status HTTP/1.1\r\nContent-Length: 1e3",
        b"GET /v1/status HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
        b"GET /v1/status HTTP/1.1\r\nContent-Length: 99999999999999999999999",
        b"GET /v1/status HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked",
    ]
    for line in lines:
        refused(daemon, line + b"\r\n\r\n", 400, "bad_query")
    return len(lines)


def encoded(daemon):
    """In percent signs every byte can be said: what is no UTF-8, or no text, is refused by name."""
    for value in ["%00", "a%00b", "%ff", "%c0%80", "%ed%a0%80", "%f8%88%80%80%80", "%zz", "%", "a%2", "%+f"]:
        for target in ["/v1/search?q=" + value, "/v1/search?q=care&authority=" + value, "/v1/search?" + value + "=1"]:
            answer = ask(daemon.socket, target)
            assert answer.status == 400, (target, answer)
            code(answer)
    return 30


def paths(daemon):
    """Ids and paths are looked up in the index, never in the file system."""
    tricks = ["..", "../..", "../../../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc%2fpasswd",
              "....//....//etc/passwd", "%5c..%5c", "harrowmere/safeguarding/1/../2", "harrowmere/safeguarding/1/",
              "harrowmere//safeguarding/1", "harrowmere/safeguarding/01", "harrowmere/safeguarding/%201",
              "harrowmere/safeguarding/1%00", "harrowmere/safeguarding/-1", "harrowmere/safeguarding/99999999999999999999",
              "harrowmere/safeguarding/0x1", "harrowmere/safeguarding/1;id", "link/safeguarding/1", "proc/self/1", "%00",
              "HARROWMERE/safeguarding/1", "*/safeguarding/1", "harrowmere/*/1", "harrowmere/safeguarding/%d9%a1"]
    for route in ["/v1/paragraphs/", "/v1/similar/"]:
        for trick in tricks:
            answer = ask(daemon.socket, route + trick)
            assert (answer.status, code(answer)) == (404, "not_found"), (route + trick, answer)
            assert b"root:" not in answer.body
    others = ["/", "//v1/status", "/v1/../v1/status", "/v1/./status", "/v1/status/", "/V1/status", "/v1/status%00",
              "/v1%2fstatus", "/metrics/", "/v1/search/..", "/v1/status;a=b", "/v1", "/.git/config"]
    for target in others:
        answer = ask(daemon.socket, target)
        assert (answer.status, code(answer)) == (404, "not_found"), (target, answer)
    return 2 * len(tricks) + len(others)


def links(daemon):
    """A page behind a symlink is shown under the name given, below the folder given: never where it lies."""
    base = daemon.index.parent
    secret = base / "secret"
    secret.mkdir()
    (secret / "real.txt").write_text(torture.page(["The linked lamp was lit."], council="Linkby Borough Council"))
    pages = base / "linked"
    pages.mkdir()
    os.symlink(secret / "real.txt", pages / "link.txt")
    os.symlink("/etc", pages / "etc")
    os.symlink(pages, pages / "round")
    torture.index(daemon.index, "--keep-missing", pages, check=False)
    wait_for("the generation is taken up", lambda: daemon.status()["index"]["generation"] >= 2)
    for target in ["/v1/pages", "/v1/search?limit=1000&indicative=true,false"]:
        body = ask(daemon.socket, target).body.decode()
        assert str(base) not in body and "secret" not in body and "/etc" not in body, target
    shown = [page["path"] for page in json.loads(ask(daemon.socket, "/v1/pages").body)["pages"]]
    assert not any(path.startswith("/") or ".." in path.split("/") for path in shown), shown
    return len(shown)


def large(daemon):
    """100 MB of body or headers aren't read: the answer comes after the limit, and memory stays where it was."""
    before = daemon.resident()
    size = 100 * MEBIBYTE
    for head, body in [
        (b"Content-Length: %d\r\n" % size, b"x" * MEBIBYTE),
        (b"Transfer-Encoding: chunked\r\n", b"100000\r\n" + b"x" * MEBIBYTE + b"\r\n"),
    ]:
        refused_flood(daemon, b"POST /v1/search HTTP/1.1\r\n" + HOST + head + b"\r\n", body, size)
    refused_flood(daemon, b"GET /v1/status HTTP/1.1\r\nX: ", b"x" * MEBIBYTE, size)
    refused_flood(daemon, b"GET /v1/status HTTP/1.1\r\n", b"X: y\r\n" * (MEBIBYTE // 6), size)
    refused_flood(daemon, b"GET /v1/search?q=", b"x" * MEBIBYTE, size)
    grown = daemon.resident() - before
    assert grown < 16 * 1024, f"{grown} KiB more"
    return 5


def refused_flood(daemon, head, piece, size):
    with raw(daemon.socket) as connection:
        sent = 0
        try:
            connection.sendall(head)
            while sent < size:
                connection.sendall(piece)
                sent += len(piece)
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert sent < 4 * MEBIBYTE, f"{sent} bytes were read"
        got = answers(everything(connection))
    assert (got[-1].status, code(got[-1])) == (413, "too_long"), got[-1]


def half_sent(daemon):
    """Half a request, then nothing: the connection ends within request_s, with a sentence; a shut one at once."""
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
    """A header a byte at a time, for ever: ended within request_s, whatever it sends."""
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
    """A thousand requests at once get a thousand answers in order; then nonsense gets its own behind them."""
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
    """A client that takes its answer slowly, for longer in all than answer_s, gets all of it."""
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
    """Clients that ask for much and read nothing: given up within answer_s, memory comes back."""
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
    """5,000 connections that send nothing: others are answered, descriptors go again with them."""
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
    """Above max_connections each is told so, with 503 and busy, and served again when there is room."""
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


def random_bytes(daemon):
    """Whole requests with bytes changed, left out and doubled: an answer of the contract, or the end."""
    generator = random.Random(20)
    whole = b"GET /v1/search?q=hospital%20discharge&said_by=partners&limit=3 HTTP/1.1\r\n" + HOST + \
        b"Accept: */*\r\nConnection: close\r\n\r\n"
    count = 500 if torture.SHORT else 20_000
    for _ in range(count):
        data = bytearray(whole)
        for _ in range(generator.randint(1, 4)):
            place = generator.randrange(len(data))
            kind = generator.randrange(3)
            if kind == 0:
                data[place] = generator.randrange(256)
            elif kind == 1:
                del data[place]
            else:
                data[place:place] = data[place:place + generator.randint(1, 8)]
        for answer in send(daemon.socket, bytes(data), shut=True):
            assert answer.status in (200, 400, 404, 405, 410, 413), (answer, bytes(data))
            if answer.status != 200 and b"HEAD" not in data:
                code(answer)
    is_well(daemon)
    return count


def main():
    tried = torture.Class("wire")
    with torture.folder() as folder:
        torture.index(folder / "index", torture.SAMPLE)
        limits = ["--request-s", 1, "--answer-s", 1]
        with torture.Daemon(folder / "index", *limits) as daemon:
            files = daemon.descriptors()
            for text, trial in [
                ("what is no HTTP is 400", malformed), ("what is no text is 400", encoded),
                ("a path or an id that is a trick is 404", paths), ("100 MB are 413, unread", large),
                ("half a request ends within its limit", half_sent), ("a header that drips ends too", drip),
                ("requests sent at once are answered in order", pipelined),
                ("answers that nobody takes are given up", unread), ("5,000 idle connections", idle),
                ("requests with bytes changed", random_bytes), ("symlinks show nothing of the machine", links),
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
