#!/usr/bin/env python3
"""Disk: calls fail in every way, and each program says so or does its work.   disk.py [--short] [TRIAL…]

calls   each call of an update on the index, and each read of a page, fails in turn: once, or from then on
order   all of a generation is on the disk before anything points to it: a loss of power loses no more than a kill
reads   each read of the daemon fails, at its start or while it answers
"""

import errno
import os

import trials
from scene import Outcomes, claims, sentence

CHANGES = "create,mkdir,write,fsync,rename,symlink,unlink,rmdir,truncate"
LOOKS = "open,read,stat,readdir,opendir,readlink"


def faults(scene, calls, below, **more):
    """The environment that counts calls of these kinds, to note them or to let them fail."""
    more = {f"FAULTS_{name.upper()}": str(value) for name, value in more.items() if value}
    library = trials.faults_library(scene.folder)
    return {"LD_PRELOAD": library, "FAULTS_CALLS": calls, "FAULTS_BELOW": str(below), **more}


def noted(scene, run):
    """The calls that `run` makes, each its kind and its path. `run` gets the file to note them in."""
    notes = scene.folder / "notes"
    notes.unlink(missing_ok=True)
    run(notes)
    return [tuple(line.split(" ", 2)[1:]) for line in notes.read_text().splitlines()]


def update_calls(scene, calls, below):
    def update(notes):
        scene.reset("before")
        done = trials.index(scene.index, scene.pages, environment=faults(scene, calls, below, log=notes))
        assert done.returncode == 0, done.stderr

    return noted(scene, update)


def ways(made, errors):
    """Each way for one of the calls to fail: its number, the error, and true if the calls after it fail too."""
    return [(number, error, lasting, f"{call} {path} {error}{' and all after' if lasting else ''}")
            for number, (call, path) in enumerate(made, 1) for error in errors for lasting in (False, True)
            if error != "short" or call in ("read", "write")]


def calls(scene):
    kinds = [(CHANGES, scene.index, [errno.ENOSPC, errno.EIO, "short"]), (LOOKS, scene.index, [errno.EIO, "short"]),
             (LOOKS, scene.pages, [errno.EIO, errno.EACCES, "short"])]
    rounds = [(names, below, *way) for names, below, errors in kinds
              for way in ways(update_calls(scene, names, below), errors)]
    scene.random.shuffle(rounds)
    outcomes, endings = Outcomes(), {0: "done all the same", 3: "ended with a reason", 4: "left pages out"}
    for number, (names, below, at, error, lasting, what) in zip(scene.rounds(), rounds):
        scene.reset("before")
        outcome = trials.index(
            scene.index, scene.pages, environment=faults(scene, names, below, at=at, error=error, lasting=lasting))
        ending = endings.get(outcome.returncode, f"exit status {outcome.returncode}")
        outcomes.count(ending, verdict(outcome) or whole(scene, outcome), what)
    print(f"            of {len(rounds):,} ways", flush=True)
    return outcomes.total()


def verdict(outcome):
    """The fault in how an update on a failing disk ended; `None` if it is done, or says why not."""
    if outcome.returncode in (0, 4):
        return None
    wrong = sentence(outcome)
    if wrong is None and "build it anew" in outcome.stderr:
        return f"calls the index damaged, and only the disk has failed: {outcome.stderr}"
    return wrong


def whole(scene, outcome):
    """The fault of an index after a run on a failing disk, and after the next, undisturbed run."""
    if trials.damaged(scene.index):
        return f"damaged: {trials.damaged(scene.index)}"
    found = scene.answers(scene.index)
    if isinstance(found, str):
        return f"the daemon doesn't start: {found}"
    if outcome.returncode == 0 and found != scene.after:
        return f"it said that it was done, and the answers are others: {outcome.stdout} {outcome.stderr}"
    if outcome.returncode == 3 and found not in (scene.before, scene.after):
        return "the answers are neither those before nor those after"
    again = trials.index(scene.index, scene.pages)
    if again.returncode:
        return f"the next run failed: {again.stderr}"
    if scene.answers(scene.index) != scene.after:
        return f"the next run made other answers: {outcome.stdout} {outcome.stderr} {again.stdout}"
    left = [path.name for path in scene.index.iterdir() if path.name.startswith("building-")]
    return f"left behind: {left}" if left else None


def order(scene):
    """Finds from the calls of an update what a loss of power would lose at each moment."""
    outcomes, unsynced = Outcomes(), set()
    building, generations = f"{scene.index}/building-2", f"{scene.index}/generations"
    for call, path in update_calls(scene, CHANGES, scene.index):
        if path == f"{generations}/2" and call == "rename":
            lost = {other for other in unsynced if other.startswith(building)}
            outcomes.count("a generation gets its name", f"not synced: {lost}" if lost else None)
            unsynced -= lost
        if path == f"{scene.index}/current" and call == "rename":
            lost = {other for other in unsynced if other.startswith(generations)}
            outcomes.count("it is made current", f"not synced: {lost}" if lost else None)
        if call == "fsync":
            unsynced.discard(path)
        if call in ("unlink", "rmdir"):
            unsynced = {other for other in unsynced if other != path and not other.startswith(path + "/")}
        if call in ("create", "write", "truncate", "mkdir"):
            unsynced.add(path)
        if call not in ("write", "truncate", "fsync"):
            unsynced.add(os.path.dirname(path))
    lost = str(scene.index) in unsynced
    # Removing the pruned generation need not reach the disk; the run before synced the swap.
    outcomes.count("the run ends", "the swap isn't synced" if lost else None)
    assert sum(outcomes.counts.values()) == 3, outcomes.counts
    return outcomes.total()


def reads(scene):
    scene.reset("after")

    def ask(notes):
        daemon = trials.Daemon(scene.index, scene.folder, faults(scene, LOOKS, scene.index, log=notes)).start()
        assert daemon.is_ready(), daemon.news()
        trials.answers(daemon.socket, scene.targets)
        assert daemon.stop() == 0

    rounds = ways(noted(scene, ask), [errno.EIO, "short"])
    scene.random.shuffle(rounds)
    outcomes = Outcomes()
    for number, (at, error, lasting, what) in zip(scene.rounds(), rounds):
        failing = faults(scene, LOOKS, scene.index, at=at, error=error, lasting=lasting)
        outcomes.count(*daemon_with_faults(scene, failing, lasting), what)
    return outcomes.total()


def daemon_with_faults(scene, failing, lasting):
    daemon = trials.Daemon(scene.index, scene.folder, failing).start()
    if not daemon.is_ready():
        if daemon.process.returncode != 3 or daemon.news().count("\n") != 1:
            return "crashed", f"{daemon.process.returncode}: {daemon.news()}"
        return "refused at the start", None
    failed, wrong = scene.ask_all(daemon.socket, scene.after)
    if not wrong and not lasting:
        again, wrong = scene.ask_all(daemon.socket, scene.after)
        # Without the symbolic link at its start, it waits for an index and finds it when it looks again.
        if again and b"no_index" not in again[0]:
            wrong = wrong or f"goes on failing: {again[0]}"
    if daemon.process.poll() is not None:
        return "crashed", f"the daemon ended: {daemon.process.returncode} {daemon.news()}"
    status = daemon.stop()
    wrong = wrong or (f"ended with {status}" if status else None)
    return "answered some with an error" if failed else "answered all", wrong


if __name__ == "__main__":
    claims("disk", __doc__, {
        "calls": (calls, "a call of an update fails: the run says so or does all it should, the next one completes"),
        "order": (order, "what is pointed to is on the disk"),
        "reads": (reads, "a read of the daemon fails: an error or the right answer"),
    }, rounds=500)
