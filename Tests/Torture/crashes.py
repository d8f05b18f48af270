#!/usr/bin/env python3
"""Crashes: the programs are killed (SIGKILL), and nothing is lost.   crashes.py [--short] [--rounds 200] [--corpus DIR]

evidence-index is killed at random moments of a build and of an update, and then before each call that makes, renames
or removes a file. A daemon answers clients all the while, and is itself killed under load. After each kill:

1. Each answer is right for the index before or for the one after, and none fails.
2. `current` is a whole generation, or there is none yet; so is each other generation.
3. The next run completes.
4. What it has made answers 200 searches as an index built undisturbed does, and holds the same paragraphs.

--corpus takes a folder of pages in place of the invented ones; one in eight of them comes with the update.
"""

import pathlib
import random
import shutil
import signal
import socket
import subprocess
import time

import pages
import torture
import trials
from trials import Rounds


class Scene:
    """Two states of a folder of pages, the answers to both, and a daemon over an index of the folder."""

    def __init__(self, folder, options):
        self.folder, self.index, self.pages = folder, folder / "index", folder / "pages"
        self.options, self.random = options, random.Random(options.seed)
        self.write_states()
        self.targets = pages.queries(folder / "state-after", 200)
        self.expected, self.paragraphs, self.seconds = {}, {}, {}
        self.has_index = False
        self.build("before")
        self.build("after")
        self.time_update()
        # The number tells a client which of the two states an answer comes from.
        assert len(self.paragraphs["before"]) != len(self.paragraphs["after"])

    def write_states(self):
        before, after = self.folder / "state-before", self.folder / "state-after"
        if self.options.corpus:
            shutil.copytree(self.options.corpus, after)
            shutil.copytree(self.options.corpus, before)
            for path in sorted(before.rglob("*.txt"))[::8]:
                path.unlink()
        else:
            corpus = pages.Corpus(self.options.seed, 6)
            corpus.write(before)
            shutil.copytree(before, after)
            corpus.change(after)

    def put(self, state):
        """Puts the pages of one of the states into the folder."""
        if self.pages.exists():
            self.pages.rename(self.folder / ("state-" + self.state))
        (self.folder / ("state-" + state)).rename(self.pages)
        self.state = state

    def build(self, state):
        """Builds an index of a state undisturbed, and keeps its answers."""
        self.put(state)
        reference, start = self.folder / "reference", time.monotonic()
        torture.index(reference, self.pages)
        self.seconds[state] = time.monotonic() - start
        daemon = trials.Daemon(reference, self.folder).start()
        assert daemon.is_ready(), daemon.news()
        self.expected[state] = trials.answers(daemon.socket, self.targets)
        self.paragraphs[state] = trials.paragraphs(daemon.socket)
        assert daemon.stop() == 0
        shutil.rmtree(reference)

    def time_update(self):
        """An update adds to what is there, so it takes less time than the build of the same pages."""
        for state in ("before", "after"):
            self.put(state)
            start = time.monotonic()
            torture.index(self.folder / "reference", self.pages)
        self.seconds["after"] = time.monotonic() - start
        shutil.rmtree(self.folder / "reference")

    def judge(self, target, status, body):
        """The fault of an answer while the index is built and changed; `None` if it is right."""
        if status == 503 and not self.has_index and b'"no_index"' in body:
            return None
        answer = trials.content(body)
        if status in (400, 413) and any(answer == expected[target] for expected in self.expected.values()):
            return None
        if status != 200:
            return f"{target}: {status} {body[:300]}"
        state = next((s for s in self.paragraphs if len(self.paragraphs[s]) == answer["total"]["of"]), None)
        if state is None or answer != self.expected[state][target]:
            return f"{target}: a wrong answer, taken for the state {state}: {body[:300]}"
        return None

    def check_whole(self):
        check = trials.index(self.index, "--check")
        has_none = check.returncode == 3 and not (self.index / "current").is_symlink()
        assert check.returncode == 0 or has_none, f"{check.stdout}{check.stderr}"
        assert not trials.damaged(self.index), trials.damaged(self.index)

    def complete(self, daemon):
        """Checks that the next run completes, and that its index is right."""
        torture.index(self.index, self.pages)
        left = sorted(path.name for path in self.index.iterdir())
        assert left == ["current", "generations", "lock"], f"left behind: {left}"
        daemon.takes_up()
        self.has_index = True
        found = trials.answers(daemon.socket, self.targets)
        wrong = [target for target in self.targets if found[target] != self.expected[self.state][target]]
        assert not wrong, f"other answers than an index built undisturbed gives: {wrong[:5]}"
        assert trials.paragraphs(daemon.socket) == self.paragraphs[self.state], "other paragraphs"

    def kill_indexer(self):
        """Kills a run at a random moment; returns true if it was still at work."""
        run = subprocess.Popen([torture.program("evidence-index"), "--index", self.index, self.pages],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            run.wait(self.random.uniform(0, self.seconds[self.state]))
            return False
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            return True


def indexers(scene):
    """Kills the indexer in both ways under two clients; returns the number of kills."""
    daemon = trials.Daemon(scene.index, scene.folder).start()
    assert daemon.is_ready(), daemon.news()
    clients = trials.Clients(daemon.socket, scene.targets, scene.judge)
    kills = at_random_moments(scene, daemon) + before_each_change_of_a_name(scene, daemon)
    print(f"            meanwhile {clients.stop():,} answers, all right", flush=True)
    assert daemon.stop() == 0
    return kills


def at_random_moments(scene, daemon):
    """Kills builds and updates, each up to three times before a run may complete."""
    rounds, kills = Rounds(scene.options.rounds, scene.options.seconds), {"before": 0, "after": 0}
    while rounds.left > 0 and time.monotonic() < rounds.end:
        # The daemon goes on with the last generation of an index that has gone.
        shutil.rmtree(scene.index, ignore_errors=True)
        for state in kills:
            scene.put(state)
            for _ in range(scene.random.randint(1, 3)):
                if rounds.another():
                    kills[state] += scene.kill_indexer()
                    scene.check_whole()
            scene.complete(daemon)
    print(f"            at random moments: {kills['before']} builds of {scene.seconds['before']:.1f} s, "
          f"{kills['after']} updates of {scene.seconds['after']:.1f} s", flush=True)
    return sum(kills.values())


def before_each_change_of_a_name(scene, daemon):
    """Kills an update before each call that makes, renames or removes a file, a folder or a link."""
    rounds, number = Rounds(scene.options.rounds, scene.options.seconds), 0
    while rounds.another():
        scene.put("after" if scene.state == "before" else "before")
        outcome = trials.index(scene.index, scene.pages, environment={
            "LD_PRELOAD": trials.faults_library(scene.folder), "FAULTS_ERROR": "kill", "FAULTS_AT": str(number + 1),
            "FAULTS_CALLS": "create,mkdir,rename,symlink,unlink,rmdir", "FAULTS_BELOW": str(scene.index)})
        scene.check_whole()
        scene.complete(daemon)
        if outcome.returncode == 0:
            break
        assert outcome.returncode == -signal.SIGKILL, outcome.stderr
        number += 1
    print(f"            before each change of a name: {number} updates", flush=True)
    return number


def daemons(scene, is_held):
    """Kills the daemon under load and starts it again, as systemd does; returns the number of kills."""
    daemon = trials.Daemon(scene.index, scene.folder)
    pathlib.Path(daemon.socket).unlink(missing_ok=True)
    if is_held:
        daemon.held = socket.socket(socket.AF_UNIX)
        daemon.held.bind(daemon.socket)
        daemon.held.listen(4096)
    assert daemon.start().is_ready(), daemon.news()
    clients, kills = trials.Clients(daemon.socket, scene.targets, scene.judge, threads=8, retries=True), 0
    rounds = Rounds(max(1, scene.options.rounds // 8), scene.options.seconds)
    while rounds.another():
        time.sleep(scene.random.uniform(0, 0.3))
        daemon.stop(signal.SIGKILL)
        kills += 1
        assert daemon.start().is_ready(), daemon.news()
    asked = clients.asked
    torture.wait_for("the clients go on", lambda: clients.asked > asked + 100)
    print(f"            {clients.stop():,} answers, all right; {clients.cut} requests were cut off or refused by the kills",
          flush=True)
    assert daemon.stop() == 0
    return kills


def main():
    options = trials.options(__doc__, 200, **{"--corpus": {"type": pathlib.Path}})
    tried = torture.Class("crashes")
    with torture.folder() as folder:
        scene = Scene(folder, options)
        tried.claim("evidence-index is killed, and the next run makes what it would have made", lambda: indexers(scene))
        tried.claim("evidenced is killed under load, and answers on", lambda: daemons(scene, False))
        tried.claim("the same, on a socket that is held for it", lambda: daemons(scene, True))
    tried.end()


if __name__ == "__main__":
    main()
