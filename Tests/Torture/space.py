#!/usr/bin/env python3
"""Space: the index has no room, cannot be accessed, or is removed.   space.py [--short] [TRIAL…]

full    there is no room, in bytes or in files, from the start or from some moment on (needs root)
closed  the index can't be written, read or found (needs root)
pruned  generations are built and go from the disk while clients ask of them
"""

import contextlib
import os
import shutil
import subprocess
import threading
import time

import torture
import trials
from disk import verdict, whole
from scene import Outcomes, claims, sentence


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
    outcomes, mounted, index = Outcomes(), scene.folder / "mounted", scene.index
    needed = 40 * sum(path.lstat().st_size for path in (scene.folder / "after").rglob("*"))
    steps = list(scene.rounds(share=10))
    for number in steps:
        for options in (f"size={needed * (number + 1) // len(steps)}", f"nr_inodes={10 + number}"):
            with small_disk(mounted, options):
                outcome = trials.index(mounted / "index", scene.pages)
                is_done = outcome.returncode == 0
                ending = "built" if is_done else "ended with a reason"
                outcomes.count(ending, None if is_done else sentence(outcome), options)
    for number in scene.rounds(share=5):
        with small_disk(mounted, f"size={needed}"):
            shutil.copytree(scene.folder / "before", mounted / "index", symlinks=True)
            scene.index = mounted / "index"
            outcome, there = update_while_filling(scene, mounted)
            ending = "updated" if outcome.returncode == 0 else "ended with a reason"
            outcomes.count(ending, verdict(outcome) or whole(scene, outcome), f"filled when there was {there}")
    scene.index = index
    return outcomes.total()


def update_while_filling(scene, mounted):
    """Runs an update, and takes nearly all room at some moment; the outcome, and the files that were there then."""
    outcome, random = [], scene.random
    run = threading.Thread(target=lambda: outcome.append(trials.index(scene.index, scene.pages)))
    run.start()
    time.sleep(random.uniform(0, 0.3))
    free = os.statvfs(mounted)
    rest = random.choice([0, 1, 4, 16, 64, 256]) * 4096
    with open(mounted / "filler", "wb") as filler, contextlib.suppress(OSError):
        # The run may take some of the room meanwhile.
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
    # The index belongs to root, and another user runs the programs.
    scene.folder.chmod(0o755)
    scene.reset("before")
    for mode in (0o755, 0o700):
        scene.index.chmod(mode)
        outcomes.count("told", sentence(trials.index(scene.index, scene.pages, user=65534)), f"an update, {mode:o}")
    outcomes.count("told", sentence(scene.start_daemon(user=65534)), "the daemon, 700")
    vanished(scene, outcomes)
    return outcomes.total()


def vanished(scene, outcomes):
    """Removes the index under a daemon and under runs, and builds it again."""
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
    """The fault of the generations that a run has left."""
    kept = numbers(scene.index)
    if done.returncode or kept[-1] != before + 1 or len(kept) > keep or (keep > 1 and before not in kept):
        return f"{done.returncode} {done.stderr}, kept {kept}"
    return f"damaged: {trials.damaged(scene.index)}" if trials.damaged(scene.index) else None


def asked_of(generation, scene, daemon):
    """The fault of the answers of the generation before, which may have gone from the disk."""
    connection = torture.Connection(daemon.socket)
    for target in scene.targets:
        status, body = trials.get(connection, f"/v1/search?{target}&generation={generation}")
        if trials.content(body) != scene.after[target]:
            return f"{target} of generation {generation}: {status} {body[:200]}"
    connection.close()
    return None


if __name__ == "__main__":
    claims("space", __doc__, {
        "full": (full, "the file system is full: the run says so, and the index stays as it was"),
        "closed": (closed, "the index can't be written, read or found: the program says so"),
        "pruned": (pruned, "a generation that goes from the disk is answered from like one that is there"),
    }, rounds=500)
