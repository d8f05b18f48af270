#!/usr/bin/env python3
"""Damage: the files of a generation change on the disk, and no answer is wrong.   damage.py [--short] [TRIAL…]

refused  a file of the generation that becomes current is cut, flipped, swapped with another or gone: a running daemon
         goes on with the one before, a new one doesn't start, --check names the file, and no run goes on from it
cut      a file is cut short while the daemon answers from it
"""

import contextlib
import os
import shutil
import subprocess

import torture
import trials
from scene import Outcomes, claims, sentence

BLOCK = 8192


def zeroed(data, random):
    start = random.randrange(0, len(data) or 1, BLOCK)
    return data[:start] + bytes(len(data[start:start + BLOCK])) + data[start + BLOCK:]


def swapped(data, random):
    if len(data) <= 2 * BLOCK:
        return data
    one, two = sorted(random.sample(range(0, len(data) - BLOCK + 1, BLOCK), 2))
    return (data[:one] + data[two:two + BLOCK] + data[one + BLOCK:two] + data[one:one + BLOCK] + data[two + BLOCK:])


def flipped(data, random, mask):
    place = random.randrange(len(data) or 1)
    return data[:place] + bytes(byte ^ mask for byte in data[place:place + 1]) + data[place + 1:]


# The ways to damage a file's bytes.
CHANGES = {
    "cut": lambda data, random: data[:random.randrange(len(data) or 1)],
    "empty": lambda data, random: b"",
    "a byte less": lambda data, random: data[:-1],
    "a byte more": lambda data, random: data + bytes([random.randrange(256)]),
    "a bit flipped": lambda data, random: flipped(data, random, 1 << random.randrange(8)),
    "a byte flipped": lambda data, random: flipped(data, random, 255),
    "a block zeroed": zeroed,
    "two blocks swapped": swapped,
}
MUTATIONS = [*CHANGES, "gone", "a folder", "a link to nothing", "the file of the generation before"]


def mutate(path, mutation, random, before):
    """Damages a file; returns true if that changed anything."""
    data = path.read_bytes()
    path.unlink()
    if mutation == "a folder":
        path.mkdir()
    elif mutation == "a link to nothing":
        path.symlink_to("nowhere")
    elif mutation == "the file of the generation before":
        path.write_bytes(before.read_bytes())
        return before.read_bytes() != data
    elif mutation != "gone":
        changed = CHANGES[mutation](data, random)
        path.write_bytes(changed)
        return changed != data
    return True


def files(generation):
    return sorted(path for path in generation.rglob("*") if path.is_file())


def point(index, number):
    """Makes a generation the current one, as evidence-index does."""
    link = index / "building-current"
    link.symlink_to(f"generations/{number}")
    link.rename(index / "current")


def refused(scene):
    outcomes, sound, kept = Outcomes(), scene.index / "generations/2", scene.folder / "after/generations/2"
    scene.reset("after")
    point(scene.index, 1)
    daemon = trials.Daemon(scene.index, scene.folder).start()
    assert daemon.is_ready(), daemon.news()
    names = [path.relative_to(kept) for path in files(kept)]
    ways = [(name, mutation) for mutation in MUTATIONS for name in names]
    for number in scene.rounds():
        name, mutation = ways[number % len(ways)]
        shutil.rmtree(sound)
        shutil.copytree(kept, sound)
        if mutate(sound / name, mutation, scene.random, scene.index / "generations/1" / name):
            outcomes.count("refused", refusal(scene, daemon, name), f"{name} {mutation}")
            point(scene.index, 1)
        else:
            outcomes.count("as they were")
    assert daemon.stop() == 0
    return outcomes.total()


def refusal(scene, daemon, name):
    """The fault in how the programs treat a damaged second generation."""
    daemon.hear()
    point(scene.index, 2)
    torture.wait_for("the refusal", lambda: "generation 2 refused" in daemon.news())
    errors, wrong = scene.ask_all(daemon.socket, scene.before)
    if errors or wrong:
        return f"the old generation doesn't go on: {wrong or errors[0]}"
    check = trials.index(scene.index, "--check")
    if check.returncode != 3 or str(name) not in check.stderr:
        return f"--check: {check.returncode} {check.stdout} {check.stderr}"
    wrong = sentence(scene.start_daemon())
    return wrong or sentence(trials.index(scene.index, "--remove", scene.pages / "0"))


def cut(scene):
    outcomes = Outcomes()
    for number in scene.rounds(share=5):
        scene.reset("after")
        daemon = trials.Daemon(scene.index, scene.folder).start()
        assert daemon.is_ready(), daemon.news()
        paths = files(scene.index / "generations/2")
        path = paths[number % len(paths)]
        os.truncate(path, scene.random.randrange(path.stat().st_size or 1))
        outcomes.count(*ask_while_cut(scene, daemon), path)
    return outcomes.total()


def ask_while_cut(scene, daemon):
    """The outcome: the daemon may answer, say that it cannot, or end and say so."""
    errors, wrong = scene.ask_all(daemon.socket, scene.after)
    with contextlib.suppress(subprocess.TimeoutExpired):
        status = daemon.process.wait(1 if wrong else 0)
        if status != 75 or "a file of the index was cut short" not in daemon.news():
            return "crashed", f"the daemon ended: {status} {daemon.news()}"
        again = scene.start_daemon()
        named = sentence(again) is None and "SHA256SUMS" in again.stderr
        return "ended, and the next start named the file", None if named else f"the next start: {again}"
    assert daemon.stop() == 0
    return "answered some with an error" if errors else "answered all", wrong


if __name__ == "__main__":
    claims("damage", __doc__, {
        "refused": (refused, "a damaged generation is refused, and the file named; the one before goes on"),
        "cut": (cut, "a file is cut short under the daemon: the right answer, an error, or an end that says so"),
    }, rounds=500)
