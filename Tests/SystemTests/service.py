"""What the daemon's units promise: it is there when it is asked, whatever happens to it."""

import concurrent.futures
import json
import os
import pwd
import random
import re
import signal
import threading
import time

from box import (
    ask, claim, drop, found, generation, inbox_is_empty, main_pid, page, run, search, settings, show, systemctl,
    wait_for)
from load import Load


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


@claim("1,000 clients at once, while it reloads, restarts and takes up a new generation: each is answered")
def thousand_at_once():
    def swap():
        drop("thousand.txt", page("bladderwort trapping"))
        wait_for("the page is found", lambda: found("bladderwort"), 60)

    actions = (lambda: systemctl("reload", "evidenced.service"), lambda: systemctl("restart", "evidenced.service"), swap)
    for action in actions:
        waiting = threading.Barrier(1001)

        def client(_):
            waiting.wait()
            return search("hospital discharge", timeout=60)[0]

        with concurrent.futures.ThreadPoolExecutor(1000) as pool:
            answers = pool.map(client, range(1000))
            waiting.wait()
            action()
            statuses = list(answers)
        assert statuses.count(200) == 1000, {status: statuses.count(status) for status in set(statuses)}
    wait_for("the inbox is empty", inbox_is_empty)


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
    run("evidence", "search", "hospital", user="member")
    run("journalctl", "--sync")
    debug = run("journalctl", "-u", "evidenced", "-o", "json", "-p", "debug..debug").stdout
    assert "GET /v1/search" in debug
    assert f"uid {pwd.getpwnam('member').pw_uid} gid" in debug, "the log doesn't know its users apart"
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
            # They ask around the moment at which the daemon ends, a second after the last of them.
            list(pool.map(client, [random.uniform(0.985, 1.03) for _ in range(4)]))
            clients += 4
            starts.add(show("evidenced.service", "InvocationID"))
    settings("")
    systemctl("restart", "evidenced.service")
    assert not failures, f"{len(failures)} of {clients}: {failures[:3]}"
    assert show("evidenced.service", "NRestarts") == "0" and show("evidenced.service", "Result") == "success"
    assert len(starts) > 50, f"only {len(starts)} starts"
    return f"{clients} clients, {len(starts) - 1} exits"
