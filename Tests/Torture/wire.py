#!/usr/bin/env python3
"""Wire: bytes that no honest client sends.

Each gets an answer with a code and a sentence, or the end of its connection. The daemon goes on, and answers others
meanwhile.
"""

import json
import os
import random
import sys
import time

import pages
import torture
from torture import answers, ask, code, everything, raw, send, wait_for

HOST = b"Host: e\r\n"
STATUS = b"GET /v1/status HTTP/1.1\r\n" + HOST
MEBIBYTE = 1 << 20


def is_well(daemon):
    """Checks that the daemon answers others at once."""
    start = time.monotonic()
    answer = ask(daemon.socket, "/v1/search?q=hospital&limit=1")
    assert answer.status == 200, answer
    assert time.monotonic() - start < 5, "others wait"


def refused(daemon, data, status, error, **options):
    """Checks that the last answer is this error, as the contract has it, and that the connection ends."""
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
    """Percent signs can spell every byte; those that are no UTF-8, or no text, are refused by name."""
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
    """A page behind a symbolic link is shown under the path of the link, not that of its target."""
    base = daemon.index.parent
    secret = base / "secret"
    secret.mkdir()
    (secret / "real.txt").write_text(pages.page(["The linked lamp was lit."], council="Linkby Borough Council"))
    folder = base / "linked"
    folder.mkdir()
    os.symlink(secret / "real.txt", folder / "link.txt")
    os.symlink("/etc", folder / "etc")
    os.symlink(folder, folder / "round")
    torture.index(daemon.index, "--keep-missing", folder, check=False)
    wait_for("the generation is taken up", lambda: daemon.status()["index"]["generation"] >= 2)
    for target in ["/v1/pages", "/v1/search?limit=1000&indicative=true,false"]:
        body = ask(daemon.socket, target).body.decode()
        assert str(base) not in body and "secret" not in body and "/etc" not in body, target
    shown = [page["path"] for page in json.loads(ask(daemon.socket, "/v1/pages").body)["pages"]]
    assert not any(path.startswith("/") or ".." in path.split("/") for path in shown), shown
    return len(shown)


def large(daemon):
    """Of 100 MB of body or headers the daemon reads up to the limit, then answers; its memory does not grow."""
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


def random_bytes(daemon):
    """Requests with bytes changed, left out and doubled get an answer of the contract, or the end."""
    generator = random.Random(20)
    whole = b"GET /v1/search?q=hospital%20discharge&said_by=partners&limit=3 HTTP/1.1\r\n" + HOST + \
        b"Accept: */*\r\nConnection: close\r\n\r\n"
    count = 500 if torture.SHORT else 20_000
    for _ in range(count):
        data = bytearray(whole)
        for _ in range(generator.randint(1, 4)):
            offset = generator.randrange(len(data))
            kind = generator.randrange(3)
            if kind == 0:
                data[offset] = generator.randrange(256)
            elif kind == 1:
                del data[offset]
            else:
                data[offset:offset] = data[offset:offset + generator.randint(1, 8)]
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
        with torture.Daemon(folder / "index", "--request-s", 1) as daemon:
            for text, trial in [
                ("what is no HTTP is 400", malformed), ("what is no text is 400", encoded),
                ("a path or an id that is a trick is 404", paths), ("100 MB are 413, unread", large),
                ("requests with bytes changed", random_bytes), ("symlinks show nothing of the machine", links),
            ]:
                tried.claim(text, lambda: trial(daemon))
    tried.end()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
