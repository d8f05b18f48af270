#!/usr/bin/env python3
"""Disk: it fails in every way, and each program says so or does all that it should.   disk.py [--short] [TRIAL…]

calls   each call of an update on the index, and each read of a page, fails in turn: once, or from then on
order   all of a generation is on the disk before anything points to it: a loss of power loses no more than a kill
reads   each read of the daemon fails, at its start or while it answers
full    there is no room, in bytes or in files, from the start or from some moment on (needs root)
closed  the index can't be written, read or found (needs root)
pruned  generations are built anew and go from the disk while clients ask of them
"""

import contextlib
import errno
import os
import shutil
import subprocess
import threading
import time

import torture
import trials
from scene import Outcomes, claims, sentence

CHANGES = "create,mkdir,write,fsync,rename,symlink,unlink,rmdir,truncate"
LOOKS = "open,read,stat,readdir,opendir,readlink"


def faults(scene, calls, below, **more):
    """The environment in which calls of these kinds are counted, to be noted or to fail."""
    more = {f"FAULTS_{name.upper()}": str(value) for name, value in more.items() if value}
    return {"LD_PRELOAD": trials.faults_library(scene.folder), "FAULTS_CALLS": calls, "FAULTS_BELOW": str(below), **more}


def noted(scene, run):
    """The calls that `run` makes, which is given the file to note them in: each its kind and its path."""
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
    """Each way for one of the calls made to fail: its number, the error, and whether those after it fail too."""
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
    """What is wrong with how an update ended whose disk failed; `None` where it is done, or says why it isn't."""
    if outcome.returncode in (0, 4):
        return None
    wrong = sentence(outcome)
    if wrong is None and "build it anew" in outcome.stderr:
        return f"calls the index damaged, and only the disk has failed: {outcome.stderr}"
    return wrong


def whole(scene, outcome):
    """What is wrong with an index after a run whose disk failed, and after the next, undisturbed run."""
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
    """Reads off the calls of an update what would be lost with the power at each moment."""
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
    # What goes with the pruned generation need not be on the disk; the run before synced the swap.
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
        # Without the symlink at the start it waits for an index, and finds it when it looks again.
        if again and b"no_index" not in again[0]:
            wrong = wrong or f"goes on failing: {again[0]}"
    if daemon.process.poll() is not None:
        return "crashed", f"the daemon ended: {daemon.process.returncode} {daemon.news()}"
    status = daemon.stop()
    return "answered some with an error" if failed else "answered all", wrong or (f"ended with {status}" if status else None)


@contextlib.contextmanager
def small_disk(folder, options):
    """A file system of its own at `folder`."""
    if os.geteuid() != 0:
        raise torture.LeftOut("only root can mount a small file system")
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def full(scene):
    outcomes, mounted, place = Outcomes(), scene.folder / "mounted", scene.index
    needed = 40 * sum(path.lstat().st_size for path in (scene.folder / "after").rglob("*"))
    steps = list(scene.rounds(share=10))
    for number in steps:
        for options in (f"size={needed * (number + 1) // len(steps)}", f"nr_inodes={10 + number}"):
            with small_disk(mounted, options):
                outcome = trials.index(mounted / "index", scene.pages)
                isDone = outcome.returncode == 0
                outcomes.count("built" if isDone else "ended with a reason", None if isDone else sentence(outcome), options)
    for number in scene.rounds(share=5):
        with small_disk(mounted, f"size={needed}"):
            shutil.copytree(scene.folder / "before", mounted / "index", symlinks=True)
            scene.index = mounted / "index"
            outcome, there = update_while_filling(scene, mounted)
            ending = "updated" if outcome.returncode == 0 else "ended with a reason"
            outcomes.count(ending, verdict(outcome) or whole(scene, outcome), f"filled when there was {there}")
    scene.index = place
    return outcomes.total()


def update_while_filling(scene, mounted):
    """Runs an update, and at some moment takes all room but a little; the run's outcome and what was there then."""
    outcome, random = [], scene.random
    run = threading.Thread(target=lambda: outcome.append(trials.index(scene.index, scene.pages)))
    run.start()
    time.sleep(random.uniform(0, 0.3))
    free = os.statvfs(mounted)
    rest = random.choice([0, 1, 4, 16, 64, 256]) * 4096
    with open(mounted / "filler", "wb") as filler, contextlib.suppress(OSError):
        # The run may take some of it in between.
        os.posix_fallocate(filler.fileno(), 0, max(1, free.f_bavail * free.f_frsize - rest))
    there = [path.name for path in scene.index.iterdir() if path.name.startswith("building")]
    run.join()
    (mounted / "filler").unlink()
    return outcome[0], there


def closed(scene):
    outcomes, mounted = Outcomes(), scene.folder / "mounted"
    with small_disk(mounted, "size=200m"):
        shutil.copytree(scene.folder / "before", mounted / "index", symlinks=True)
        subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
        for index, what in [("index", "an update"), ("other", "a build")]:
            outcomes.count("told", sentence(trials.index(mounted / index, scene.pages)), f"read-only, {what}")
        same = scene.answers(mounted / "index") == scene.before
        outcomes.count("answered", None if same else "other answers", "read-only, the daemon")
        check = trials.index(mounted / "index", "--check")
        outcomes.count("checked", check.stderr if check.returncode else None, "read-only, --check")
    # Of nobody's the index is, but for root's.
    scene.folder.chmod(0o755)
    scene.reset("before")
    for mode in (0o755, 0o700):
        scene.index.chmod(mode)
        outcomes.count("told", sentence(trials.index(scene.index, scene.pages, user=65534)), f"an update, {mode:o}")
    outcomes.count("told", sentence(scene.start_daemon(user=65534)), "the daemon, 700")
    vanished(scene, outcomes)
    return outcomes.total()


def vanished(scene, outcomes):
    """The index goes while a daemon answers from it, and while a run is at work; then it is built again."""
    scene.reset("after")
    daemon = trials.Daemon(scene.index, scene.folder).start()
    assert daemon.is_ready(), daemon.news()
    shutil.rmtree(scene.index)
    time.sleep(0.6)
    errors, wrong = scene.ask_all(daemon.socket, scene.after)
    outcomes.count("answered", wrong or (errors and errors[0]), "the daemon, the index gone")
    for number in range(10):
        run = subprocess.Popen([torture.program("evidence-index"), "--index", scene.index, scene.pages],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(number * 0.03)
        shutil.rmtree(scene.index, ignore_errors=True)
        said = run.communicate()[1]
        told = run.returncode in (0, 3) and said.count("\n") <= 1
        outcomes.count("told", None if told else f"{run.returncode} {said}", "the index gone under a run")
    shutil.rmtree(scene.index, ignore_errors=True)
    torture.index(scene.index, scene.pages)
    daemon.takes_up()
    errors, wrong = scene.ask_all(daemon.socket, scene.after)
    outcomes.count("answered", wrong or (errors and errors[0]), "the daemon, the index built again")
    assert daemon.stop() == 0


def pruned(scene):
    outcomes = Outcomes()
    scene.reset("after")
    daemon = trials.Daemon(scene.index, scene.folder).start()
    assert daemon.is_ready(), daemon.news()
    clients = trials.Clients(daemon.socket, scene.targets, lambda target, status, body: (
        None if trials.content(body) == scene.after[target] else f"{target}: {status} {body[:200]}"))
    for number in scene.rounds(share=5):
        keep = number % 3 + 1
        before = numbers(scene.index)[-1]
        done = trials.index(scene.index, "--rebuild", "--keep", keep)
        daemon.takes_up()
        outcomes.count(f"kept {keep}", left(scene, keep, before, done) or asked_of(before, scene, daemon), done.stdout)
    print(f"            meanwhile {clients.stop():,} answers, all right", flush=True)
    assert daemon.stop() == 0
    return outcomes.total()


def numbers(index):
    return sorted(int(path.name) for path in (index / "generations").iterdir())


def left(scene, keep, before, done):
    """What is wrong with the generations that a run has left."""
    kept = numbers(scene.index)
    if done.returncode or kept[-1] != before + 1 or len(kept) > keep or (keep > 1 and before not in kept):
        return f"{done.returncode} {done.stderr}, kept {kept}"
    return f"damaged: {trials.damaged(scene.index)}" if trials.damaged(scene.index) else None


def asked_of(generation, scene, daemon):
    """What is wrong with the answers of the generation before, which is perhaps gone from the disk."""
    connection = torture.Connection(daemon.socket)
    for target in scene.targets:
        status, body = trials.get(connection, f"/v1/search?{target}&generation={generation}")
        if trials.content(body) != scene.after[target]:
            return f"{target} of generation {generation}: {status} {body[:200]}"
    connection.close()
    return None


if __name__ == "__main__":
    claims("disk", __doc__, {
        "calls": (calls, "a call of an update fails: the run says so or does all it should, the next one completes"),
        "order": (order, "what is pointed to is on the disk"),
        "reads": (reads, "a read of the daemon fails: an error or the right answer"),
        "full": (full, "the file system is full: the run says so, and the index stays as it was"),
        "closed": (closed, "the index can't be written, read or found: it is told"),
        "pruned": (pruned, "a generation that goes from the disk is answered from like one that is there"),
    }, rounds=500)
