#!/usr/bin/env python3
"""Load: 200 connections ask without a pause, with a new generation every 5 s.   load.py [--short] [SECONDS]

Each answer is checked against the generation that it names, and none may be missing. After ten minutes answers take no
longer, and the daemon holds no more, than after one.
"""

import hashlib
import re
import selectors
import sys
import threading
import time

import pages
import torture
from torture import raw

CONNECTIONS = 200
GENERATION = re.compile(rb'"generation":(\d+),')
TOTAL = re.compile(rb'"total":\{"n":(\d+),')

# A query with this word has a quotation mark that is never closed.
UNREADABLE = "norton"
# The writer changes the answer to the first. The others differ between generations only in weights.
COUNTED = torture.search_target(q="lampwick", match="all", limit=5)
FIXED = [
    torture.search_target(q="barban cormer", match="all", limit=10),
    torture.search_target(q="delwick", said_by="partners", limit=3, cross="said_by,score"),
    torture.search_target(q='"' + UNREADABLE, limit=1),
    torture.search_target(limit=0),
    torture.search_target(q="gal*", sort="authority", limit=20, facets="none"),
    "/v1/paragraphs/ashcombe/safeguarding/3?context=2",
    "/v1/similar/brackwater/safeguarding/5?limit=3",
    "/v1/pages?authority=coldmere",
    "/v1/status",
]


class Writer(threading.Thread):
    """Writes a page with another number of paragraphs every few seconds, and indexes it."""

    def __init__(self, folder, every):
        super().__init__(daemon=True)
        self.folder, self.every = folder, every
        self.generation = 0
        # The paragraphs of each generation that hold the word, known before the generation is there.
        self.expected = {}
        self.failure = None
        self.ends = threading.Event()

    def write(self):
        number = self.generation + 1
        count = number % 17 + 1
        lines = [f"Staff told us the lampwick number {n} of {number} was lit." for n in range(count)]
        text = pages.page(lines, "Lampford Borough Council", "Assessing needs")
        (self.folder / "pages/lamp.txt").write_text(text, encoding="utf-8")
        self.expected[number] = count
        torture.index(self.folder / "index", self.folder / "pages")
        self.generation = number

    def run(self):
        try:
            next_time = time.monotonic()
            while not self.ends.wait(max(0, next_time - time.monotonic())):
                self.write()
                next_time += self.every
        except Exception as error:
            self.failure = error


class Client:
    """One connection: asks, takes the answer, checks it, asks again."""

    def __init__(self, number, load):
        self.load = load
        self.connection = raw(load.daemon.socket)
        self.turn = number
        self.latest = 0

    def ask(self):
        self.turn += 1
        self.target = COUNTED if self.turn % 3 == 0 else FIXED[self.turn % len(FIXED)]
        # Now and then it asks the generation before, as someone does who pages through an answer.
        if self.turn % 7 == 0 and self.latest > 1 and "/v1/search" in self.target:
            self.target += f"&generation={self.latest - 1}"
        self.data = b""
        self.start = time.monotonic()
        self.connection.sendall(f"GET {self.target} HTTP/1.1\r\nHost: e\r\n\r\n".encode())
        self.load.sent += 1

    def take(self):
        """Takes what has come; returns true if the answer is whole."""
        data = self.connection.recv(1 << 18)
        if not data:
            raise AssertionError(f"the connection ended before the answer to {self.target}")
        self.data += data
        head, separator, body = self.data.partition(b"\r\n\r\n")
        if not separator or len(body) < int(head.lower().split(b"content-length: ")[1].split()[0]):
            return False
        self.load.answered(self, int(head.split()[1]), body)
        return True


class Load:
    """All connections, and their findings."""

    def __init__(self, daemon, writer):
        self.daemon, self.writer = daemon, writer
        self.sent = self.received = 0
        self.times = []
        self.seen = {}
        self.generations = set()

    def answered(self, client, status, body):
        self.received += 1
        self.times.append(time.monotonic() - client.start)
        target = client.target
        if status == 410 and "generation=" in target:
            # The writer has gone on by two since.
            assert self.writer.generation + 1 >= client.latest + 1, (target, self.writer.generation)
            return
        if UNREADABLE in target:
            assert status == 400 and b'"bad_query"' in body, (target, status, body[:500])
            return
        assert status == 200, (target, status, body[:500])
        generation = int(GENERATION.search(body)[1])
        self.generations.add(generation)
        if "generation=" in target:
            assert target.endswith(f"generation={generation}"), (target, generation)
        else:
            assert generation >= client.latest, f"from generation {client.latest} back to {generation}"
            client.latest = generation
        if target.startswith(COUNTED):
            assert int(TOTAL.search(body)[1]) == self.writer.expected[generation], (generation, body[:500])
        if target != "/v1/status":
            # The same question to the same generation gets the same answer, to the byte.
            key = (target.split("&generation=")[0], generation)
            digest = hashlib.blake2b(body, digest_size=8).digest()
            assert self.seen.setdefault(key, digest) == digest, (key, body[:500])

    def run(self, seconds, marks):
        """Asks for that many seconds, and prints a row of the table at each mark."""
        waiting = selectors.DefaultSelector()
        clients = [Client(number, self) for number in range(CONNECTIONS)]
        for client in clients:
            waiting.register(client.connection, selectors.EVENT_READ, client)
            client.ask()
        start = time.monotonic()
        rows = []
        taken, since = 0, start
        while (now := time.monotonic() - start) < seconds:
            if self.writer.failure:
                raise self.writer.failure
            for key, _ in waiting.select(1):
                if key.data.take():
                    key.data.ask()
            if len(rows) < len(marks) and now >= marks[len(rows)]:
                rows.append(self.row(now, self.received - taken, time.monotonic() - since))
            elif now - (since - start) > seconds / 10:
                # Each row covers the last tenth of the time before its mark.
                self.times, taken, since = [], self.received, time.monotonic()
        for client in clients:
            while not client.take():
                pass
        assert self.sent == self.received, f"{self.sent} asked, {self.received} answered"
        return rows

    def row(self, now, count, seconds):
        times = sorted(self.times)
        rank = lambda share: times[min(len(times) - 1, int(len(times) * share))] * 1000
        row = (now, count / max(seconds, 0.001), rank(0.5), rank(0.99), times[-1] * 1000,
               self.daemon.resident() / 1024, self.daemon.descriptors(), self.writer.generation)
        print("  {:5.0f} s  {:6.0f}/s  p50 {:5.0f} ms  p99 {:5.0f} ms  worst {:5.0f} ms  {:5.0f} MiB  {:4} open files"
              "  generation {}".format(*row), flush=True)
        return row


def load(folder, seconds):
    pages.corpus(folder / "pages", 72, 50)
    writer = Writer(folder, 2 if torture.SHORT else 5)
    writer.write()
    with torture.Daemon(folder / "index") as daemon:
        writer.start()
        load = Load(daemon, writer)
        try:
            rows = load.run(seconds, [seconds / 10, seconds / 2, seconds * 0.98])
        finally:
            writer.ends.set()
            writer.join(60)
        print(f"            {load.received:,} answers of {len(load.generations)} generations, all right", flush=True)
        assert len(load.generations) >= 3, load.generations
        first, last = rows[0], rows[-1]
        # The machine may be shared: twice the time is noise, ten times is not.
        assert last[3] < 3 * first[3] + 50, "p99 has grown"
        assert last[5] < 1.3 * first[5] + 24, "memory has grown"
        # The first mark may come before the second generation and the last connection, so the middle is compared.
        assert last[6] <= rows[1][6] + 40, "descriptors have grown"
    return load.received


def main():
    seconds = next((float(word) for word in sys.argv[1:] if word[0].isdigit()), 10 if torture.SHORT else 600)
    tried = torture.Class("load")
    with torture.folder() as folder:
        tried.claim(f"{CONNECTIONS} connections for {seconds:.0f} s, generations swapped under them",
                    lambda: load(folder, seconds))
    tried.end()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
