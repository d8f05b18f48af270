"""What the package promises of an upgrade, of removal, and of a backup."""

import fcntl
import json
import os
import re
import shutil

from box import (
    STATE, claim, drop, found, generation, inbox_is_empty, main_pid, page, run, show, systemctl, told, wait_for)
from load import Load


def install_again():
    """Installs the package once more, as an upgrade does; returns what it printed."""
    result = run("dpkg", "--force-confold", "-i", "/opt/evidence.deb")
    return result.stdout + result.stderr


def set_schema(number):
    """Gives the current generation another schema, unnoticed by a daemon that has read it; returns the old one."""
    manifest = f"{STATE}/index/current/manifest.json"
    with open(manifest, encoding="utf-8") as file:
        text = file.read()
    with open(manifest, "w", encoding="utf-8") as file:
        file.write(re.sub(r'"schema":\d+', f'"schema":{number}', text))
    return json.loads(text)["schema"]


@claim("an upgrade under load restarts the daemon, and not one request fails; changed settings stay")
def upgrade():
    before = main_pid()
    with open("/etc/evidence/evidenced.yaml", "a", encoding="utf-8") as file:
        file.write("slow_query_ms: 700\n")
    with Load(clients=4) as load:
        load.wait(50)
        install_again()
        wait_for("the daemon is another", lambda: main_pid() not in (0, before))
        load.wait(load.answers + 50)
    load.expect_no_failure()
    assert "slow_query_ms: 700" in run("evidenced", "--check-config").stdout
    return f"{load.answers} answered"


@claim("an upgrade to another schema waits for no index: it is built while the old daemon answers, which is then restarted")
def upgrade_schema():
    assert found("hospital discharge")
    pid, number = main_pid(), generation()
    ours = set_schema(0)
    with Load(clients=4) as load:
        load.wait(50)
        with open(f"{STATE}/index/lock", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            install_again()
            wait_for("the indexer waits", lambda: show("evidence-index.service", "ActiveState") == "activating")
            assert main_pid() == pid
        wait_for("the daemon is another", lambda: main_pid() not in (0, pid), 60)
        load.wait(load.answers + 50)
    load.expect_no_failure()
    assert generation() == number + 1
    with open(f"{STATE}/index/current/manifest.json", encoding="utf-8") as file:
        assert json.load(file)["schema"] == ours
    assert found("hospital discharge") and found("quillwort")
    built = int(show("evidence-index.service", "ExecMainExitTimestampMonotonic"))
    assert built < int(show("evidenced.service", "ExecMainStartTimestampMonotonic")), "restarted before it was built"
    return f"{load.answers} answered, generations {number} to {number + 1}"


@claim("where the index can't be built anew the old daemon goes on, and the upgrade says what to do")
def upgrade_fails():
    assert found("hospital discharge")
    pid, ours = main_pid(), set_schema(1000)
    printed = install_again()
    assert "systemctl status evidence-upgrade evidence-index" in printed, printed
    wait_for("it is known to fail", lambda: show("evidence-upgrade.service", "ActiveState") == "failed")
    assert main_pid() == pid and found("hospital discharge")
    run("journalctl", "--sync")
    said = run("journalctl", "-u", "evidence-index", "-o", "cat").stdout
    assert "was made by a newer program (schema 1000" in said, said
    set_schema(ours)
    systemctl("restart", "evidence-index.service")
    systemctl("restart", "evidenced.service")
    assert found("hospital discharge")


@claim("a page for an older program's index: the index is built anew first, then the page is found in it")
def inbox_of_older():
    set_schema(0)
    drop("older.txt", page("stonecrop creeping"))
    wait_for("it is found", lambda: found("stonecrop"))
    wait_for("the inbox is empty", inbox_is_empty)
    assert found("hospital discharge")


@claim("the guide's backup, made under load, restores the index and the pages; from the pages alone it is built anew")
def backup():
    commands = told("Back up and restore")
    with Load(clients=2) as load:
        load.wait(20)
        run("/bin/bash", "-ec", commands[0])
    number = generation()
    shutil.rmtree(f"{STATE}/index/generations")
    os.unlink(f"{STATE}/index/current")
    shutil.rmtree(f"{STATE}/done")
    run("/bin/bash", "-ec", commands[1])
    systemctl("restart", "evidenced.service")
    assert generation() == number and found("hospital discharge") and os.path.isdir(f"{STATE}/done/harrowmere")
    run("/bin/bash", "-ec", commands[2])
    os.unlink(f"{STATE}/index/current/manifest.json")
    assert run("/bin/bash", "-ec", commands[2], check=False).returncode == 3
    run("/bin/bash", "-ec", commands[3])
    wait_for("the next generation", lambda: generation() == number + 1)
    assert found("hospital discharge")
    strange = run("find", f"{STATE}/index", "!", "-user", "evidence-index").stdout
    assert not strange, strange


@claim("remove keeps the index and the pages; purge leaves no file")
def purge():
    run("dpkg", "--remove", "evidence")
    assert os.path.exists(f"{STATE}/index/current") and os.path.exists("/etc/evidence/evidenced.yaml")
    assert not os.path.exists("/run/evidenced")
    run("dpkg", "--purge", "evidence")
    folders = ("/etc", "/lib/systemd", "/usr/bin", "/usr/lib", "/usr/share", "/var/lib", "/run")
    left = run("find", *folders, "-path", "/var/lib/dpkg", "-prune", "-o", "-path", "/etc/nginx", "-prune", "-o", "(", "-name",
               "evidenced*", "-o", "-name", "evidence-index*", "-o", "-name", "evidence", "-o", "-name", "evidence.*", ")",
               "-print", check=False)
    assert not left.stdout, left.stdout
