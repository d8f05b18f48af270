"""The units for one person, without root."""

import os
import pwd

from box import claim, run, told, wait_for


@claim("a person's own units index and answer, as the guide says; the pages and the socket are that person's alone")
def own_units():
    run("useradd", "--create-home", "--shell", "/bin/bash", "alice")
    person = pwd.getpwnam("alice")
    run("loginctl", "enable-linger", "alice")
    folder = f"/run/user/{person.pw_uid}"
    wait_for("her service manager runs", lambda: os.path.exists(f"{folder}/systemd/private"))
    run("cp", "-r", "/opt/sample/harrowmere", f"{person.pw_dir}/reports")
    start, copy, search = told("For one person, without root")[0].splitlines()

    def shell(command, check=True):
        environment = {"HOME": person.pw_dir, "XDG_RUNTIME_DIR": folder, "PATH": "/usr/bin:/usr/sbin"}
        return run("/bin/bash", "-ec", command, user="alice", check=check, cwd=person.pw_dir, env=environment)

    refused = shell(f"EVIDENCE_SOCKET={folder}/evidenced.sock {search}", check=False)
    assert refused.returncode == 3 and "systemctl --user" in refused.stderr, refused.stderr
    shell(start)
    shell(copy)
    wait_for("the pages are found", lambda: shell(search, check=False).returncode == 0)
    wait_for("the inbox is empty", lambda: not os.listdir(f"{person.pw_dir}/.local/share/evidence/inbox"))

    assert "Harrowmere" in shell(search).stdout
    paths = f"{folder}/evidenced.sock", f"{person.pw_dir}/.local/share/evidence/inbox"
    modes = run("stat", "-c", "%a %U", *paths).stdout
    assert modes.split() == ["600", "alice", "700", "alice"], modes
    status = shell("systemctl --user show --value -p StatusText -p ActiveState evidenced.service").stdout
    assert "active" in status and "paragraphs" in status, status
    refused = run("evidence", "--socket", f"{folder}/evidenced.sock", "search", "care", user="member", check=False)
    assert refused.returncode != 0, refused
    run("loginctl", "disable-linger", "alice")
    run("loginctl", "terminate-user", "alice", check=False)
