#!/usr/bin/env python3
"""Shares: a client that sends much holds nobody else up.

The long searches of one program on a hundred connections, and of a hundred programs of one user, run beside another's
searches, one at a time.
"""

import json
import os
import selectors
import statistics
import subprocess
import sys
import time

import pages
import torture
from torture import ask, raw

LONG = torture.search_target(q=" ".join(pages.WORDS[:50]), match="any", limit=0)
SHORT_SEARCH = torture.search_target(q="barban", limit=1, facets="none")
NOBODY = 65534


def client(path, connections, seconds, target):
    """Keeps a search under way on each connection; prints how long each answer took, and the statuses."""
    request = f"GET {target} HTTP/1.1\r\nHost: e\r\n\r\n".encode()
    waiting = selectors.DefaultSelector()
    times, statuses = [], {}

    def start(connection):
        connection.sendall(request)
        waiting.modify(connection, selectors.EVENT_READ, [time.monotonic(), b""])

    for _ in range(connections):
        connection = raw(path)
        waiting.register(connection, selectors.EVENT_READ, None)
        start(connection)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for key, _ in waiting.select(1):
            key.data[1] += key.fileobj.recv(1 << 16)
            head, separator, body = key.data[1].partition(b"\r\n\r\n")
            if not separator or len(body) < int(head.lower().split(b"content-length: ")[1].split()[0]):
                continue
            times.append(time.monotonic() - key.data[0])
            status = head.split()[1].decode()
            statuses[status] = statuses.get(status, 0) + 1
            start(key.fileobj)
    print(json.dumps({"times": times, "statuses": statuses}))


def start(daemon, connections, seconds, target, user=None):
    """Starts a client in a process of its own, as another user if one is given."""
    return subprocess.Popen(
        [sys.executable, __file__, "--client", daemon.socket, str(connections), str(seconds), target, str(user or 0)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def result(process):
    output, _ = process.communicate(timeout=60)
    return json.loads(output)


def against(daemon, crowd, user=None):
    """How long another's short searches take while the crowd's long ones are under way."""
    seconds = 2 if torture.SHORT else 8
    processes = [start(daemon, connections, seconds + 2, LONG) for connections in crowd]
    torture.wait_for("they wait", lambda: waiting(daemon) >= sum(crowd) * 3 // 4)
    other = result(start(daemon, 1, seconds, SHORT_SEARCH, user=user))
    crowds = [result(process) for process in processes]
    assert set(other["statuses"]) == {"200"}, other["statuses"]
    long = sum((each["times"] for each in crowds), [])
    assert other["times"] and long, (len(other["times"]), len(long))
    return statistics.median(other["times"]), max(other["times"]), statistics.median(long)


def waiting(daemon):
    metrics = ask(daemon.socket, "/metrics").body.decode()
    return int(next(line for line in metrics.splitlines() if line.startswith("evidence_searches_waiting ")).split()[1])


def fair(daemon, crowd, user=None):
    other, worst, long = against(daemon, crowd, user)
    print(f"            the other's: median {other * 1000:.1f} ms, worst {worst * 1000:.1f} ms; "
          f"the crowd's: median {long * 1000:.0f} ms", flush=True)
    # In one queue it would wait as long as each of them; it waits for one of them at most.
    assert other < long / max(3, sum(crowd) / 10), "it waits with the crowd"
    return sum(crowd) + 1


def users(daemon):
    if os.getuid() != 0:
        raise torture.LeftOut("it needs root, to be another user")
    os.chmod(daemon.index.parent, 0o755)
    os.chmod(daemon.socket, 0o666)
    return fair(daemon, [1] * (12 if torture.SHORT else 40), user=NOBODY)


def full(folder):
    """A full queue refuses the client that fills it, and nobody else."""
    with torture.Daemon(folder / "index", "--threads", 1, "--max-waiting", 50) as daemon:
        crowd = start(daemon, 100, 4, LONG)
        torture.wait_for("it is full", lambda: waiting(daemon) >= 45)
        other = result(start(daemon, 1, 2, SHORT_SEARCH))
        crowded = result(crowd)["statuses"]
        assert set(other["statuses"]) == {"200"}, other
        assert crowded.get("503", 0) > 0 and crowded.get("200", 0) > 0, crowded
        assert set(crowded) == {"200", "503"}, crowded
    return sum(crowded.values())


def gone(daemon):
    """The daemon drops the searches of clients that have gone, so they do not hold up the next."""
    for _ in range(5):
        connections = [raw(daemon.socket) for _ in range(100)]
        for connection in connections:
            connection.sendall(f"GET {LONG} HTTP/1.1\r\nHost: e\r\n\r\n".encode())
        for connection in connections:
            connection.close()
    start = time.monotonic()
    answer = ask(daemon.socket, LONG)
    seconds = time.monotonic() - start
    assert answer.status == 200, answer
    assert seconds < 3, f"{seconds} s"
    return 500


def main():
    tried = torture.Class("shares")
    with torture.folder() as folder:
        pages.corpus(folder / "pages", 72, 50)
        torture.index(folder / "index", folder / "pages")
        with torture.Daemon(folder / "index", "--threads", 1) as daemon:
            tried.claim("a program's 100 connections against another's one", lambda: fair(daemon, [100]))
            tried.claim("a user's many programs against another user's one", lambda: users(daemon))
            tried.claim("searches whose clients have gone", lambda: gone(daemon))
        tried.claim("a full queue", lambda: full(folder))
    tried.end()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    if sys.argv[1:2] == ["--client"]:
        if sys.argv[6] != "0":
            os.setuid(int(sys.argv[6]))
        client(sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), sys.argv[5])
    else:
        main()
