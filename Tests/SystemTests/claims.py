"""What the units promise, one claim each, in the order in which they are tried. Run in a box by `run`."""

import concurrent.futures
import glob
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

from box import (
    STATE, Connection, Load, ask, claim, drop, found, generation, inbox_is_empty, main_pid, page, run, run_all,
    search, settings, show, systemctl, wait_for)


@claim("the first request starts the daemon, which answers 503 before the first page")
def activation():
    assert show("evidenced.service", "ActiveState") == "inactive"
    status, answer = search("care")
    assert (status, answer["error"]["code"]) == (503, "no_index"), (status, answer)
    assert show("evidenced.service", "ActiveState") == "active"
    assert "no index" in show("evidenced.service", "StatusText")


@claim("pages dropped into the inbox are found within seconds, and lie in done")
def pages():
    start = time.monotonic()
    shutil.copytree("/opt/sample/harrowmere", f"{STATE}/inbox/harrowmere")
    wait_for("hospital discharge is found", lambda: found("hospital discharge"))
    seconds = time.monotonic() - start
    wait_for("the inbox is empty", inbox_is_empty)
    assert glob.glob(f"{STATE}/done/harrowmere/*"), "nothing in done"
    wait_for("STATUS names the generation", lambda: "generation 1, " in show("evidenced.service", "StatusText"))
    return f"{seconds:.1f} s"


@claim("a newer page takes the place of the one before, which is kept beside done")
def replaced():
    drop("newer.txt", page("marshwort floating").replace("Marshwort", "Harrowmere"))
    wait_for("the newer is found", lambda: found("marshwort"))
    wait_for("the inbox is empty", inbox_is_empty)
    assert os.listdir(f"{STATE}/done/.replaced/harrowmere") == ["safeguarding.txt"]
    assert not os.path.exists(f"{STATE}/done/harrowmere/safeguarding.txt")


@claim("a bad page goes to failed with its reason, the good one beside it to done")
def bad_page():
    drop("bad.txt", "This is no assessment of anybody.\n")
    drop("good.txt", page("quillwort grazing"))
    wait_for("the good one is found", lambda: found("quillwort"))
    wait_for("the inbox is empty", inbox_is_empty)
    assert os.path.exists(f"{STATE}/failed/bad.txt")
    with open(f"{STATE}/failed/bad.txt.reason", encoding="utf-8") as file:
        reason = file.read()
    assert "not an assessment" in reason, reason
    assert show("evidence-index.service", "Result") == "success"
    return reason.strip()


@claim("two drops of one name both survive, and so does what a link points to")
def same_name():
    drop("page.txt", page("bogbean rafting", statement="Governance, management and sustainability"))
    wait_for("the first is found", lambda: found("bogbean"))
    wait_for("the inbox is empty", inbox_is_empty)
    os.symlink("/etc/hostname", f"{STATE}/inbox/link.txt")
    drop("page.txt", page("sundew trapping", statement="Equity in experience and outcomes"))
    wait_for("the second is found", lambda: found("sundew"))
    wait_for("the inbox is empty", inbox_is_empty)
    assert found("bogbean"), "the first is gone"
    assert {"page.txt", "page.2.txt"} <= set(os.listdir(f"{STATE}/done"))
    assert os.path.islink(f"{STATE}/failed/link.txt") and os.path.exists("/etc/hostname")


@claim("a page that is still being written is waited for")
def slow_writer():
    text = page("butterwort flypaper " * 40, statement="Supporting people to live healthier lives")
    with open(f"{STATE}/inbox/slow.txt", "w", encoding="utf-8") as file:
        for start in range(0, len(text), len(text) // 6):
            file.write(text[start:start + len(text) // 6])
            file.flush()
            time.sleep(0.5)
            assert os.path.exists(f"{STATE}/inbox/slow.txt"), "taken while it was written"
    wait_for("it is found", lambda: found("butterwort"))
    wait_for("the inbox is empty", inbox_is_empty)
    with open(f"{STATE}/done/slow.txt", encoding="utf-8") as file:
        assert file.read() == text


@claim("a folder that only root may enter is taken like any other")
def closed_folder():
    os.makedirs(f"{STATE}/inbox/.new/deep", mode=0o700)
    drop(".new/deep/page.txt", page("pillwort sporing", statement="Assessing needs"))
    os.chmod(f"{STATE}/inbox/.new/deep/page.txt", 0o600)
    os.rename(f"{STATE}/inbox/.new", f"{STATE}/inbox/new")
    wait_for("it is found", lambda: found("pillwort"))
    wait_for("the inbox is empty", inbox_is_empty)


@claim("20 pages that come one by one while it runs are all indexed, and the path unit lives")
def many():
    statements = ["Safeguarding", "Assessing needs", "Partnerships and communities", "Safe systems, pathways and transitions"]
    for number in range(20):
        drop(f"many-{number}.txt", page(f"rush{chr(97 + number)}{chr(97 + number)}", statements[number % 4]))
        time.sleep(random.uniform(0, 0.4))
    wait_for("the inbox is empty", inbox_is_empty, 60)
    wait_for("all are found", lambda: all(found(f"rush{chr(97 + n)}{chr(97 + n)}") for n in range(20)))
    assert show("evidence-index.path", "ActiveState") == "active"


@claim("a member of the group searches; nobody else connects, and no member reaches the files")
def group():
    run("evidence", "search", "hospital", user="member")
    refused = run("evidence", "search", "hospital", user="stranger", check=False)
    assert refused.returncode == 3 and "you may not use the socket" in refused.stderr, refused.stderr
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


@claim("1,000 requests through reloads, restarts and new generations: not one fails")
def nothing_lost():
    before = generation()
    with Load(clients=8) as load:
        for turn in range(12):
            load.wait(load.answers + 60)
            if turn % 3 == 2:
                systemctl("restart", "evidenced.service")
            else:
                systemctl("reload", "evidenced.service")
            if turn % 4 == 0:
                drop(f"swap-{turn}.txt", page(f"eelgrass{chr(97 + turn)}"))
        load.wait(1_000)
        wait_for("the inbox is empty", inbox_is_empty, 60)
    load.expect_no_failure()
    wait_for("a new generation", lambda: generation() > before)
    return f"{load.answers} answered, generations {before} to {generation()}"


@claim("kill -9 under load: a client that asks once more is answered")
def killed():
    with Load(clients=8, retry=1) as load:
        for _ in range(5):
            load.wait(load.answers + 40)
            os.kill(main_pid(), signal.SIGKILL)
            wait_for("the daemon runs again", lambda: show("evidenced.service", "ActiveState") == "active" and main_pid())
        load.wait(load.answers + 40)
    load.expect_no_failure()
    return f"{load.answers} answered, {load.retries} asked again"


def drop_in(text):
    """Adds to the daemon's unit for as long as a claim takes; empty text takes it back."""
    folder = "/run/systemd/system/evidenced.service.d"
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/test.conf", "w", encoding="utf-8") as file:
        file.write(text)
    systemctl("daemon-reload")
    systemctl("restart", "evidenced.service")


@claim("a daemon that hangs is killed by the watchdog, and the next request answered")
def hang():
    drop_in("[Service]\nWatchdogSec=2\nTimeoutAbortSec=1\n")
    assert found("rushaa")
    first = main_pid()
    os.kill(first, signal.SIGSTOP)
    start = time.monotonic()
    wait_for("another daemon runs", lambda: main_pid() not in (0, first), 30)
    seconds = time.monotonic() - start
    assert found("rushaa")
    return f"{seconds:.1f} s with WatchdogSec=2"


@claim("a queue of long searches is no hang")
def long_queue():
    drop_in("[Service]\nWatchdogSec=2\nEnvironment=EVIDENCE_THREADS=1\n")
    first = None
    end = time.monotonic() + 8
    heavy = "/v1/search?q=people+OR+care+OR+needs+OR+support+OR+local&match=any&limit=1000"

    def client(_):
        count = 0
        while time.monotonic() < end:
            assert ask(heavy, timeout=60)[0] == 200
            count += 1
        return count

    with concurrent.futures.ThreadPoolExecutor(32) as pool:
        answers = pool.map(client, range(32))
        first = main_pid()
        total = sum(answers)
    assert main_pid() == first and show("evidenced.service", "NRestarts") == "0"
    drop_in("")
    return f"{total} answered"


@claim("a start that fails answers with the reason and leaves the socket as it was")
def failing_start():
    settings("treads: 4\n")
    systemctl("stop", "evidenced.service")
    for _ in range(40):
        status, body = ask("/v1/status")
        assert status == 503 and b"did you mean threads?" in body, (status, body)
    assert show("evidenced.socket", "ActiveState") == "active"
    settings("threads: 2\n")
    assert found("hospital")


@claim("a reload puts log_level and slow_query_ms in force, and nothing in a request breaks a line")
def logs():
    settings("log_level: debug\nslow_query_ms: 1\n")
    systemctl("reload", "evidenced.service")
    ask("/v1/search?q=people+care&match=any&limit=1000")
    ask("/v1/paragraphs/a%0A%3C2%3Eforged%1B%5B31m/b/1")
    run("journalctl", "--sync")
    debug = run("journalctl", "-u", "evidenced", "-o", "json", "-p", "debug..debug").stdout
    assert "GET /v1/search" in debug
    notices = run("journalctl", "-u", "evidenced", "-o", "cat", "-p", "notice..notice").stdout
    assert "slow search" in notices and "people care" in notices, notices
    messages = [json.loads(line)["MESSAGE"] for line in run("journalctl", "-u", "evidenced", "-o", "json").stdout.splitlines()]
    assert all(isinstance(message, str) for message in messages), "bytes that are no text"
    assert not any(message.startswith("forged") for message in messages)
    assert not any("partners told us" in message.lower() for message in messages), "evidence in the log"
    settings("treads: 4\n")
    pid = main_pid()
    systemctl("reload", "evidenced.service")
    assert main_pid() == pid and found("hospital"), "a bad file ended the daemon"
    settings("")
    systemctl("reload", "evidenced.service")


@claim("/metrics counts what was asked")
def metrics():
    def value(name):
        status, body = ask("/metrics")
        assert status == 200
        match = re.search(rf"^{re.escape(name)} (\S+)$", body.decode(), re.M)
        return float(match.group(1)) if match else 0.0

    name = 'evidence_request_duration_seconds_count{route="search"}'
    before = value(name)
    for _ in range(5):
        assert found("hospital")
    assert value(name) == before + 5
    assert value("process_resident_memory_bytes") > 1e6 and value("process_open_fds") > 3
    assert value("evidence_index_generation") == generation()
    return f"{value('process_resident_memory_bytes') / 1048576:.0f} MiB"


@claim("200 clients and more across 50 idle exits: none is lost")
def idle_exit():
    settings("idle_exit_s: 1\n")
    systemctl("restart", "evidenced.service")
    starts, failures, clients = set(), [], 0

    def client(delay):
        time.sleep(delay)
        try:
            if not found("rushaa"):
                failures.append("not found")
        except Exception as error:  # a connection that was lost, in whichever way
            failures.append(repr(error))

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        while len(starts) <= 50 and clients < 600:
            # Around the moment at which the daemon ends, a second after the last of them.
            list(pool.map(client, [random.uniform(0.985, 1.03) for _ in range(4)]))
            clients += 4
            starts.add(show("evidenced.service", "InvocationID"))
    settings("")
    systemctl("restart", "evidenced.service")
    assert not failures, f"{len(failures)} of {clients}: {failures[:3]}"
    assert show("evidenced.service", "NRestarts") == "0" and show("evidenced.service", "Result") == "success"
    assert len(starts) > 50, f"only {len(starts)} starts"
    return f"{clients} clients, {len(starts) - 1} exits"


FORBIDDEN = {
    "evidenced.service": [
        "network", "write-index", "write-etc", "home", "inbox", "memory", "namespace", "personality", "chroot",
        "setuid-file", "run-from-tmp", "other-processes", "hostname", "clock", "realtime", "kernel-log", "keep-capability"],
    "evidence-index.service": [
        "network", "unix-socket", "write-etc", "home", "memory", "namespace", "personality", "chroot",
        "setuid-file", "run-from-tmp", "other-processes", "hostname", "clock", "realtime", "kernel-log", "keep-capability"],
}


@claim("what the units forbid can't be done in them, and can be outside")
def hardening():
    os.makedirs("/home/someone", exist_ok=True)
    allowed = json.loads(run("/usr/bin/python3", "/opt/tests/probe.py").stdout)
    count = 0
    for unit, names in FORBIDDEN.items():
        with open(f"/lib/systemd/system/{unit}", encoding="utf-8") as file:
            text = file.read()
        # The same unit with another program: all that is forbidden stays.
        text = re.sub(r"^(Type|Exec\w+|Requires|After|Watchdog\w+|Restart\w*)=.*\n", "", text, flags=re.M)
        text = text.replace("[Service]\n", "[Service]\nType=oneshot\nStandardOutput=journal\nExecStart=/usr/bin/python3 /opt/tests/probe.py\n")
        with open("/run/systemd/system/probe.service", "w", encoding="utf-8") as file:
            file.write(text)
        systemctl("daemon-reload")
        systemctl("start", "probe.service")
        run("journalctl", "--sync")
        lines = run("journalctl", "-u", "probe", "-o", "cat", "_COMM=python3").stdout.splitlines()
        inside = json.loads([line for line in lines if line.startswith("{")][-1])
        for name in names:
            assert allowed[name] == "done", f"{name} can't be done outside either: {allowed[name]}"
            assert inside[name] != "done", f"{unit}: {name} can be done"
            count += 1
    return f"{count} attempts"


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
        result = run("systemd-analyze", "verify", kind, *(f"{folder}/{name}" for name in names), env=dict(os.environ, XDG_RUNTIME_DIR="/run/user/0"))
        remarks = [line for line in result.stderr.splitlines() if "evidence" in line]
        assert not remarks, remarks
    return ", ".join(scores)


if __name__ == "__main__":
    failures = run_all(sys.argv[1:])
    print(f"{failures} failed" if failures else "all hold")
    sys.exit(1 if failures else 0)
