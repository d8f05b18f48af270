"""Who may do what, and what the units forbid, each tried inside and outside them."""

import json
import os
import re

from box import (
    STATE, ask, claim, drop, drop_in, found, inbox_is_empty, main_pid, page, run, show, systemctl, wait_for)
from load import Load


@claim("a member of the group searches; nobody else connects, and no member reaches the files")
def group():
    run("evidence", "search", "hospital", user="member")
    refused = run("evidence", "search", "hospital", user="stranger", check=False)
    assert refused.returncode == 3 and "you are not allowed to use the socket" in refused.stderr, refused.stderr
    for folder in ("index", "inbox", "done"):
        assert run("ls", f"{STATE}/{folder}", user="member", check=False).returncode != 0, folder


@claim("evidence-index run by root becomes the index's owner")
def owner():
    path = "/srv/otterby.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(page("twayblade bifolding"))
    result = run("evidence-index", path)
    assert "working as evidence-index" in result.stderr, result.stderr
    strange = run("find", f"{STATE}/index", "!", "-user", "evidence-index").stdout
    assert not strange, strange
    wait_for("it is found", lambda: found("twayblade"))


FORBIDDEN = {
    "evidenced.service": [
        "network", "write-index", "write-etc", "home", "inbox", "memory", "namespace", "personality", "chroot",
        "setuid-file", "run-from-tmp", "other-processes", "hostname", "clock", "realtime", "kernel-log", "keep-capability"],
    "evidence-index.service": [
        "network", "unix-socket", "write-etc", "home", "memory", "namespace", "personality", "chroot",
        "setuid-file", "run-from-tmp", "other-processes", "hostname", "clock", "realtime", "kernel-log", "keep-capability"],
}


def run_inside(unit, script):
    """What a script of these tests prints, if the unit runs it in place of its own program: all else holds for it."""
    with open(f"/lib/systemd/system/{unit}", encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r"^(Type|Exec\w+|Requires|After|Watchdog\w+|Restart\w*)=.*\n", "", text, flags=re.M)
    text = text.replace(
        "[Service]\n", f"[Service]\nType=oneshot\nStandardOutput=journal\nExecStart=/usr/bin/python3 /opt/tests/{script}\n")
    with open("/run/systemd/system/probe.service", "w", encoding="utf-8") as file:
        file.write(text)
    systemctl("daemon-reload")
    systemctl("start", "probe.service")
    run("journalctl", "--sync")
    lines = run("journalctl", "-u", "probe", "-o", "cat", "_COMM=python3").stdout.splitlines()
    return json.loads([line for line in lines if line.startswith("{")][-1])


@claim("the process that reads web pages locks itself in the indexer's unit as it does outside")
def locks():
    outside = json.loads(run("/usr/bin/python3", "/opt/tests/reader.py").stdout)
    inside = run_inside("evidence-index.service", "reader.py")
    assert inside == outside and "seccomp" in inside["locks"], (inside, outside)
    return inside["locks"]


@claim("what the units forbid can't be done in them, and can be outside")
def hardening():
    os.makedirs("/home/someone", exist_ok=True)
    allowed = json.loads(run("/usr/bin/python3", "/opt/tests/probe.py").stdout)
    count = 0
    for unit, names in FORBIDDEN.items():
        inside = run_inside(unit, "probe.py")
        for name in names:
            assert allowed[name] == "done", f"{name} can't be done outside either: {allowed[name]}"
            assert inside[name] != "done", f"{unit}: {name} can be done"
            count += 1
    return f"{count} attempts"


KILLS = "[Service]\nSystemCallErrorNumber=kill\n"


@claim("nothing that the programs do is forbidden: a filter that kills meets none of them")
def filter_that_kills():
    drop_in(KILLS)
    drop_in(KILLS, "evidence-index.service")
    first = main_pid()
    with Load(clients=4) as load:
        load.wait(50)
        drop("kills.txt", page("hornwort whorling"))
        drop("kills.html", "<html><body>" + "".join(f"<p>{line}" for line in page("waterwort spreading").splitlines()))
        drop("kills-bad.txt", "This is no assessment of anybody.\n")
        wait_for("the pages are found", lambda: found("hornwort") and found("waterwort"))
        for path in ("/v1/pages", "/v1/status", "/metrics", "/v1/similar/hornwort/safeguarding/1"):
            assert ask(path)[0] == 200, path
        systemctl("reload", "evidenced.service")
        wait_for("the inbox is empty", inbox_is_empty)
        load.wait(load.answers + 50)
        assert main_pid() == first and show("evidenced.service", "NRestarts") == "0"
        systemctl("restart", "evidenced.service")
        load.wait(load.answers + 50)
    load.expect_no_failure()
    run("journalctl", "--sync")
    said = run("journalctl", "-u", "evidenced", "-u", "evidence-index", "-o", "cat").stdout
    assert "status=31/SYS" not in said, said
    drop_in("")
    drop_in("", "evidence-index.service")


@claim("systemd-analyze: at most 0.5 for the daemon and 1.0 for the indexer, and nothing to remark")
def analyzed():
    scores = []
    for unit, most in (("evidenced.service", 0.5), ("evidence-index.service", 1.0)):
        text = run("systemd-analyze", "security", "--offline=yes", f"/lib/systemd/system/{unit}").stdout
        score = float(re.search(r"exposure level for \S+: ([0-9.]+)", text).group(1))
        assert score <= most, f"{unit}: {score}"
        scores.append(f"{unit} {score}")
    names = ["evidenced.socket", "evidenced.service", "evidence-index.path", "evidence-index.service"]
    os.makedirs("/run/user/0", mode=0o700, exist_ok=True)
    for kind, folder in (("--system", "/lib/systemd/system"), ("--user", "/usr/lib/systemd/user")):
        units = names + (["evidence-upgrade.service"] if kind == "--system" else [])
        result = run("systemd-analyze", "verify", kind, *(f"{folder}/{name}" for name in units),
                     env=dict(os.environ, XDG_RUNTIME_DIR="/run/user/0"))
        remarks = [line for line in result.stderr.splitlines() if "evidence" in line]
        assert not remarks, remarks
    return ", ".join(scores)
