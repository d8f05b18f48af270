"""What disk, space and damage share: an index of two generations, what both answer, and the outcome of each trial."""

import http.client
import json
import random
import shutil
import subprocess

import torture
from pages import Corpus, queries
from trials import Daemon, Rounds, answers, content, get, options


class Scene:
    """An index of two generations, the pages it is made of, and what both answer."""

    def __init__(self, folder, options):
        self.folder, self.index, self.pages = folder, folder / "index", folder / "pages"
        self.options, self.random = options, random.Random(options.seed)
        corpus = Corpus(options.seed, 3)
        corpus.write(self.pages)
        self.targets = queries(self.pages, 60)
        torture.index(folder / "before", self.pages)
        self.before = self.answers(folder / "before")
        corpus.change(self.pages)
        shutil.copytree(folder / "before", folder / "after", symlinks=True)
        torture.index(folder / "after", self.pages)
        self.after = self.answers(folder / "after")

    def answers(self, index):
        """The answers of an index; the daemon's message if it cannot start."""
        daemon = Daemon(index, self.folder).start()
        if not daemon.is_ready():
            return daemon.news()
        found = answers(daemon.socket, self.targets)
        assert daemon.stop() == 0
        return found

    def reset(self, index):
        """Replaces the index under trial with a copy of another."""
        shutil.rmtree(self.index, ignore_errors=True)
        shutil.copytree(self.folder / index, self.index, symlinks=True)

    def rounds(self, share=1):
        """Numbers the rounds until there were enough, or time is over; a long trial gets one in `share`."""
        rounds, number = Rounds(max(3, self.options.rounds // share), self.options.seconds), 0
        while rounds.another():
            yield number
            number += 1

    def start_daemon(self, **options):
        """Runs a daemon that is not expected to start."""
        return subprocess.run(
            [torture.program("evidenced"), "--index", self.index, "--socket", self.folder / "other"],
            capture_output=True, text=True, timeout=30, env={"PATH": "/usr/bin:/bin"}, **options)

    def ask_all(self, socket, right):
        """Asks all searches; the errors, and the fault of the first answer that is neither right nor an error."""
        connection, errors = torture.Connection(socket), []
        for target in self.targets:
            try:
                status, body = get(connection, "/v1/search?" + target)
            except (OSError, http.client.HTTPException) as error:
                return errors, f"{target}: {error!r}"
            if status in (500, 503):
                if not json.loads(body)["error"]["code"] in ("internal", "no_index"):
                    return errors, f"{target}: {status} {body[:200]}"
                errors.append(body)
            elif content(body) != right[target]:
                return errors, f"{target}: a wrong answer: {body[:200]}"
        return errors, None


class Outcomes:
    """Counts the outcomes of a trial, and keeps the faults."""

    def __init__(self):
        self.counts, self.wrong = {}, []

    def count(self, outcome, wrong=None, what=""):
        self.counts[outcome] = self.counts.get(outcome, 0) + 1
        if wrong:
            self.wrong.append(f"{what}: {wrong}")

    def total(self):
        """The number of outcomes; raises an error if one was wrong."""
        print("            " + ", ".join(f"{count} {what}" for what, count in sorted(self.counts.items())), flush=True)
        assert not self.wrong, f"{len(self.wrong)} wrong:\n" + "\n".join(self.wrong[:8])
        return sum(self.counts.values())


def sentence(outcome):
    """The fault in how a program refused; `None` if it ended with 3 and one clear sentence."""
    lines = [line for line in outcome.stderr.splitlines() if " left out: " not in line]
    if outcome.returncode != 3:
        return f"exit status {outcome.returncode}: {outcome.stderr[-300:]}"
    if len(lines) != 1 or not lines[0].startswith(("evidence-index: ", "evidenced: ")):
        return f"not one sentence: {outcome.stderr[-500:]}"
    return None


def claims(name, documentation, trials, rounds):
    """Tries a class. `trials` holds by name a function of a scene, and the claim that it tries."""
    choice = {"nargs": "*", "metavar": "TRIAL", "choices": [*trials, []], "default": []}
    chosen = options(documentation, rounds, names=choice)
    tried = torture.Class(name)
    with torture.folder() as folder:
        scene = Scene(folder, chosen)
        for name in chosen.names or trials:
            trial, claim = trials[name]
            tried.claim(claim, lambda trial=trial: trial(scene))
    tried.end()
