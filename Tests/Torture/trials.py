"""What crashes, disk, space and damage share: answers to searches, a daemon that may end, clients, and an index seen
without the programs' help."""

import argparse
import atexit
import contextlib
import hashlib
import http.client
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import threading
import time

import torture

def content(body):
    """An answer without its index, so that two indexes of the same pages give the same."""
    answer = json.loads(body)
    answer.pop("index", None)
    return answer


def get(connection, target):
    connection.request("GET", target)
    answer = connection.getresponse()
    return answer.status, answer.read()


def answers(socket, targets):
    """A daemon's answer to each search. Refusing a query of stop words alone, or one too wide, is an answer too."""
    connection = torture.Connection(socket)
    found = {}
    for target in targets:
        status, body = get(connection, "/v1/search?" + target)
        assert status in (200, 400, 413), f"{target}: {status} {body[:300]}"
        found[target] = content(body)
    connection.close()
    return found


def paragraphs(socket):
    """The id and the fingerprint of each paragraph of the index, in order."""
    connection, found, total = torture.Connection(socket), [], 1
    while len(found) < total:
        target = f"/v1/search?q=indicative:true,false&facets=none&limit=1000&offset={len(found)}"
        status, body = get(connection, target)
        assert status == 200, f"{target}: {status} {body[:300]}"
        answer = json.loads(body)
        total = answer["total"]["n"]
        found += [f'{hit["id"]}@{hit["fingerprint"]}' for hit in answer["hits"]]
    connection.close()
    return found


class Daemon:
    """A daemon that may end and start again, on a socket of its own or on one held for it, as by systemd."""

    def __init__(self, index, folder, environment=None, held=None):
        self.index, self.socket, self.log = index, str(folder / "socket"), folder / "log"
        self.environment, self.held = environment or {}, held
        self.heard = 0

    def start(self):
        """Starts it. Its log goes on in the same file; `news` is the part from now on."""
        self.hear()
        environment = {"PATH": "/usr/bin:/bin", **self.environment}

        def receive():
            # systemd names the process that the socket is for, which is known only in it.
            os.dup2(self.held.fileno(), 3)
            os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))

        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [torture.program("evidenced"), "--index", str(self.index), "--socket", self.socket], stderr=log,
                env=None if self.held else environment, preexec_fn=receive if self.held else None,
                pass_fds=[3] if self.held else [])
        atexit.register(self.process.kill)
        return self

    def is_ready(self):
        """Waits until it answers; returns false if it ended instead."""
        end = time.monotonic() + 30
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if torture.ask(self.socket, "/v1/status").status == 200:
                    return True
            time.sleep(0.01)
        return False

    def takes_up(self):
        """Waits until it answers from the current generation."""
        manifest = json.loads((self.index / "current/manifest.json").read_text())

        def is_current():
            index = json.loads(torture.ask(self.socket, "/v1/status").body)["index"] or {}
            return all(index.get(name) == manifest[name] for name in ("uuid", "generation"))

        torture.wait_for(f"generation {manifest['generation']}", is_current)

    def hear(self):
        """Lets `news` begin at the log's present end."""
        self.heard = self.log.stat().st_size if self.log.exists() else 0

    def news(self):
        with open(self.log, errors="replace") as log:
            log.seek(self.heard)
            return log.read()

    def stop(self, how=signal.SIGTERM):
        """Ends it; returns its exit status."""
        self.process.send_signal(how)
        return self.process.wait(30)


class Clients:
    """Threads that ask one search after another and judge each answer. With `retries` the daemon may be killed."""

    def __init__(self, socket, targets, judge, threads=2, retries=False):
        self.socket, self.targets, self.judge, self.retries = socket, targets, judge, retries
        self.faults, self.asked, self.cut = [], 0, 0
        self.ended, self.lock = threading.Event(), threading.Lock()
        self.threads = [threading.Thread(target=self.run, args=(seed,), daemon=True) for seed in range(threads)]
        for thread in self.threads:
            thread.start()

    def run(self, seed):
        rng, connection = random.Random(seed), torture.Connection(self.socket)
        while not self.ended.is_set():
            target = rng.choice(self.targets)
            try:
                fault = self.judge(target, *get(connection, "/v1/search?" + target))
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                time.sleep(0.005)
                with self.lock:
                    self.cut += 1
                if self.retries:
                    continue
                fault = repr(error)
            with self.lock:
                self.asked += 1
                self.faults += [fault] if fault else []

    def stop(self):
        """Ends them; returns the number of answers, all of them right."""
        self.ended.set()
        for thread in self.threads:
            thread.join()
        assert not self.faults, f"{len(self.faults)} of {self.asked} answers wrong: {self.faults[:3]}"
        return self.asked


def index(folder, *arguments, environment=None, user=None):
    """Runs evidence-index to its end."""
    return subprocess.run(
        [torture.program("evidence-index"), "--index", str(folder), *map(str, arguments)], capture_output=True, text=True,
        stdin=subprocess.DEVNULL, env={"PATH": "/usr/bin:/bin", **(environment or {})}, user=user)


def damaged(folder):
    """The files of all generations of an index that changed after they were written, by their checksums."""
    faults = []
    for generation in (folder / "generations").glob("*"):
        sums = generation / "SHA256SUMS"
        lines = sums.read_text().splitlines() if sums.exists() else []
        listed = {line[66:]: line[:64] for line in lines}
        found = {str(path.relative_to(generation)): hashlib.sha256(path.read_bytes()).hexdigest()
                 for path in generation.rglob("*") if path.is_file() and path != sums}
        faults += [f"{generation}/{path}" for path in set(listed) | set(found) if listed.get(path) != found.get(path)]
    return faults


def faults_library(folder):
    """Compiles faults.c; returns the library for LD_PRELOAD."""
    library = folder / "faults.so"
    if not library.exists():
        source = pathlib.Path(__file__).with_name("faults.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-Wall", "-o", library, source, "-ldl"], check=True)
    return str(library)


def options(documentation, rounds, **more):
    """The options: `--rounds` of each trial, begun within `--seconds`."""
    parser = argparse.ArgumentParser(description=documentation, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--short", action="store_true", help="a round of each in twenty")
    parser.add_argument("--rounds", type=int, default=rounds // 20 if torture.SHORT else rounds)
    parser.add_argument("--seconds", type=float, default=5 if torture.SHORT else 3_600, help="of each trial")
    parser.add_argument("--seed", type=int, default=1)
    for name, settings in more.items():
        parser.add_argument(name, **settings)
    return parser.parse_args()


class Rounds:
    """Counts the rounds of a trial, and ends them in time."""

    def __init__(self, count, seconds):
        self.left, self.end = count, time.monotonic() + seconds

    def another(self):
        if self.left <= 0 or time.monotonic() > self.end:
            return False
        self.left -= 1
        return True


sys.dont_write_bytecode = True
