"""What the benchmarks share: the programs that `make build` left, a corpus and its index, a daemon and a connection."""

import contextlib
import http.client
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PROGRAMS = ROOT / ".build" / "release"
WORK = pathlib.Path("/tmp/evidence-bench")
ENGLAND = 153


def corpus(authorities, work):
    """The corpus of so many authorities; made if an earlier run has not left it."""
    folder = work / f"corpus-{authorities}"
    if not folder.exists():
        unfinished = work / "corpus-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        subprocess.run([HERE / "make-corpus", "--authorities", str(authorities), unfinished],
                       check=True, stdout=subprocess.DEVNULL)
        unfinished.rename(folder)
    return folder


def build(index, pages):
    """Builds a new index of pages; the number of its paragraphs, and the seconds that it took."""
    shutil.rmtree(index, ignore_errors=True)
    start = time.perf_counter()
    subprocess.run([PROGRAMS / "evidence-index", "--index", index, pages], check=True, stdout=subprocess.DEVNULL)
    return paragraph_count(index), time.perf_counter() - start


def paragraph_count(index):
    """The number of paragraphs of an index."""
    return json.loads((index / "current" / "manifest.json").read_text())["paragraphs"]


class Daemon:
    """`evidenced` over an index, on a socket of its own, for as long as a `with` lasts."""

    def __init__(self, index):
        self.index = index

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.socket = f"{self.folder.name}/socket"
        started = time.perf_counter()
        self.process = subprocess.Popen(
            [PROGRAMS / "evidenced", "--index", self.index, "--socket", self.socket],
            stderr=open(f"{self.folder.name}/log", "w"))
        while not self.answers():
            if self.process.poll() is not None:
                sys.exit(f"evidenced does not start with {self.index}: " + open(f"{self.folder.name}/log").read())
            time.sleep(0.001)
        self.start_seconds = time.perf_counter() - started
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def answers(self):
        """Whether a first request gets its answer."""
        with contextlib.suppress(OSError):
            return get(connected(self.socket), limit=0) is not None


def connected(path):
    """An HTTP connection over a Unix socket."""
    connection = http.client.HTTPConnection("localhost", timeout=120)
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.connect(path)
    return connection


def get(connection, q="", **parameters):
    """The bytes of a search's answer."""
    connection.request("GET", "/v1/search?" + urllib.parse.urlencode({"q": q, **parameters}))
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        sys.exit(f"{q[:60]!r}: {answer.status} {body[:300].decode()}")
    return body
