"""The watchdog: it ends a daemon that is stuck, and leaves a busy one alone."""

import concurrent.futures
import http.client
import os
import signal
import socket
import subprocess
import time

from box import SOCKET, ask, claim, drop_in, found, main_pid, run, show, wait_for


@claim("a daemon that hangs is killed by the watchdog, and the next request answered")
def hang():
    drop_in("[Service]\nWatchdogSec=2\nTimeoutAbortSec=1\n")
    assert found("rushaa")
    first = main_pid()
    os.kill(first, signal.SIGSTOP)
    start = time.monotonic()
    wait_for("another daemon runs", lambda: main_pid() not in (0, first), 30)
    seconds = time.monotonic() - start
    assert found("rushaa")
    return f"{seconds:.1f} s with WatchdogSec=2"


@claim("the watchdog kills a daemon whose search threads are stuck, though its own search goes on")
def stuck():
    drop_in("[Service]\nWatchdogSec=4\nTimeoutAbortSec=1\nEnvironment=EVIDENCE_THREADS=1\n")
    assert found("rushaa")
    first = main_pid()
    # The lowest is the search thread of the clients; the watchdog's own comes later.
    threads = [int(task) for task in os.listdir(f"/proc/{first}/task") if thread_name(first, task).startswith("TP-#")]
    freeze = ["/usr/bin/python3", "/opt/tests/freeze.py", str(min(threads))]
    with subprocess.Popen(freeze, stdout=subprocess.PIPE) as freezer:
        assert freezer.stdout.readline() == b"frozen\n"
        start = time.monotonic()
        # The only client's searches need no search thread.
        other = socket.socket(socket.AF_UNIX)
        other.connect(SOCKET)
        try:
            ask("/v1/search?q=rushaa&limit=1000", timeout=20)
            raise AssertionError("answered by a thread that is frozen")
        except (OSError, http.client.HTTPException):
            wait_for("another daemon runs", lambda: main_pid() not in (0, first), 30)
        finally:
            other.close()
            freezer.kill()
    seconds = time.monotonic() - start
    assert found("rushaa")
    drop_in("")
    run("journalctl", "--sync")
    assert "no search has ended for" in run("journalctl", "-u", "evidenced", f"_PID={first}", "-o", "cat").stdout
    return f"{seconds:.1f} s with WatchdogSec=4"


def thread_name(process, thread):
    with open(f"/proc/{process}/task/{thread}/comm", encoding="utf-8") as file:
        return file.read().strip()


@claim("a queue of long searches is no hang")
def long_queue():
    drop_in("[Service]\nWatchdogSec=2\nEnvironment=EVIDENCE_THREADS=1\n")
    first = None
    end = time.monotonic() + 8
    heavy = "/v1/search?q=people+OR+care+OR+needs+OR+support+OR+local&match=any&limit=1000"

    def client(_):
        count = 0
        while time.monotonic() < end:
            assert ask(heavy, timeout=60)[0] == 200
            count += 1
        return count

    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        answers = pool.map(client, range(32))
        first = main_pid()
        total = sum(answers)
    assert main_pid() == first and show("evidenced.service", "NRestarts") == "0"
    drop_in("")
    return f"{total} answered"
