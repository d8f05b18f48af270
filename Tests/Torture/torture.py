"""What the scripts beside this one share: a daemon of their own, requests, and the report of a class."""

import collections
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ROOT / ".build/release"
SAMPLE = ROOT / "index/sample"
SHORT = "--short" in sys.argv

Answer = collections.namedtuple("Answer", "status headers body")


class LeftOut(Exception):
    """Something that a script needs is missing; the reason."""


def program(name):
    return str(PROGRAMS / name)


def run(*arguments, check=True, **options):
    """Runs a program to its end, without our environment."""
    done = subprocess.run(
        list(map(str, arguments)), capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin"}, **options)
    if check and done.returncode != 0:
        raise AssertionError(f"{arguments} ended with {done.returncode}: {done.stderr}")
    return done


def index(folder, *paths, check=True):
    return run(program("evidence-index"), "--index", folder, *paths, check=check)


@contextlib.contextmanager
def folder():
    """A temporary folder with a short path, because a socket's has at most 107 bytes."""
    path = pathlib.Path(tempfile.mkdtemp(prefix="torture-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


class Daemon:
    """evidenced over an index until the block ends. It must then end by our signal, with 0."""

    def __init__(self, index, *options, socket=None):
        self.index = pathlib.Path(index)
        self.socket = str(socket or self.index.parent / "socket")
        self.options = options

    def __enter__(self):
        self.log = open(self.index.parent / "log", "w+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen(
            [program("evidenced"), "--index", str(self.index), "--socket", self.socket, *map(str, self.options)],
            stdin=subprocess.DEVNULL, stderr=self.log, env={"PATH": "/usr/bin:/bin"})
        wait_for("the daemon answers", self.answers)
        return self

    def __exit__(self, kind, *_):
        alive = self.process.poll() is None
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(30)
        if kind is None and not (alive and status == 0):
            raise AssertionError(f"the daemon ended with {status}, log:\n{self.logged()[-4000:]}")

    def answers(self):
        if self.process.poll() is not None:
            raise AssertionError("the daemon didn't start: " + self.logged())
        with contextlib.suppress(OSError):
            return ask(self.socket, "/v1/status").status == 200

    def logged(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8", errors="replace") as file:
            return file.read()

    def status(self):
        return json.loads(ask(self.socket, "/v1/status").body)

    def resident(self):
        """The memory that is no file's, in KiB."""
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as file:
            return int(next(line for line in file if line.startswith("RssAnon")).split()[1])

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


class Connection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path, timeout=60):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self):
        self.sock = raw(self.path, self.timeout)


def raw(path, timeout=20):
    """A connection that sends exactly what it is told to."""
    connection = socket.socket(socket.AF_UNIX)
    # With a time limit, connect(2) would not wait for room in the listener's queue.
    connection.connect(path)
    connection.settimeout(timeout)
    return connection


def ask(path, target, timeout=60):
    """Asks on a connection of its own."""
    connection = Connection(path, timeout)
    try:
        connection.request("GET", target, headers={"Connection": "close"})
        response = connection.getresponse()
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
    finally:
        connection.close()


def search_target(**parameters):
    return "/v1/search?" + urllib.parse.urlencode(parameters)


def send(path, data, timeout=20, shut=False):
    """Sends bytes; returns the answers that come until the end of the connection."""
    with raw(path, timeout) as connection:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(data)
            if shut:
                connection.shutdown(socket.SHUT_WR)
        return answers(everything(connection))


def everything(connection):
    """All bytes to the end of the connection; raises an error if the end never comes."""
    data = b""
    with contextlib.suppress(ConnectionResetError):
        while chunk := connection.recv(1 << 16):
            data += chunk
    return data


def answers(data):
    """The answers that bytes hold, which must be whole, in order."""
    found = []
    while data:
        head, separator, rest = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        if not separator or not lines[0].startswith("HTTP/1.1 "):
            raise AssertionError(f"no answer of HTTP: {data[:200]!r}")
        headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in lines[1:])}
        length = int(headers["content-length"])
        if len(rest) < length:
            raise AssertionError(f"an answer was cut: {len(rest)} of {length} bytes")
        found.append(Answer(int(lines[0].split()[1]), headers, rest[:length]))
        data = rest[length:]
    return found


def code(answer):
    """The code of an error."""
    return json.loads(answer.body)["error"]["code"]


def wait_for(what, condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.01)


class Class:
    """One class of faults: each claim is tried, counted and named."""

    def __init__(self, name):
        self.name = name
        self.tried = 0
        self.failures = []

    def claim(self, text, trial):
        """Tries a claim; `trial` may return how many things it tried."""
        start = time.monotonic()
        try:
            count = trial()
        except LeftOut as reason:
            print(f"  left out  {text}: {reason}", flush=True)
            return
        except Exception as error:  # Whatever it is, the claim doesn't hold.
            self.failures.append(text)
            print(f"  FAILED    {text}: {type(error).__name__}: {str(error)[:2000]}", flush=True)
            return
        count = count if isinstance(count, int) and not isinstance(count, bool) else 1
        self.tried += count
        print(f"  {count:8,}  {text} ({time.monotonic() - start:.1f} s)", flush=True)

    def end(self):
        print(f"{self.name}: {self.tried:,} tried, {len(self.failures)} claims failed", flush=True)
        sys.exit(1 if self.failures else 0)
