"""What the .deb promises, one claim each. Run in a box of its own by `run`."""

import os
import sys

from box import STATE, Load, claim, drop, found, inbox_is_empty, main_pid, page, run, run_all, show, wait_for

SAID = "hospital discharge"


@claim("the package installs, and the first request and the first page find the units started")
def install():
    run("dpkg", "-i", "/opt/evidence.deb")
    for unit in ("evidenced.socket", "evidence-index.path"):
        assert show(unit, "ActiveState") == "active", f"{unit} is {show(unit, 'ActiveState')}"
    drop("page.txt", page(f"Otterby {SAID}"))
    wait_for("the page is found", lambda: found(SAID))
    wait_for("the inbox is empty", inbox_is_empty)


@claim("an upgrade under load restarts the daemon, and not one request fails")
def upgrade():
    before = main_pid()
    with open("/etc/evidence/evidenced.yaml", "a", encoding="utf-8") as file:
        file.write("slow_query_ms: 700\n")
    with Load(clients=4) as load:
        load.wait(50)
        run("dpkg", "--force-confold", "-i", "/opt/evidence.deb")
        load.wait(load.answers + 50)
    load.expect_no_failure()
    assert main_pid() not in (0, before)
    assert "slow_query_ms: 700" in run("evidenced", "--check-config").stdout
    return f"{load.answers} answered"


@claim("remove keeps the index and the pages; purge leaves no file")
def purge():
    run("dpkg", "--remove", "evidence")
    assert os.path.exists(f"{STATE}/index/current") and os.path.exists("/etc/evidence/evidenced.yaml")
    run("dpkg", "--purge", "evidence")
    places = ("/etc", "/lib/systemd", "/usr/bin", "/usr/lib", "/usr/share", "/var/lib", "/run")
    left = run("find", *places, "-path", "/var/lib/dpkg", "-prune", "-o", "(", "-name", "evidenced*", "-o", "-name",
               "evidence-index*", "-o", "-name", "evidence", "-o", "-name", "evidence.*", ")", "-print", check=False)
    assert not left.stdout, left.stdout


if __name__ == "__main__":
    sys.exit(1 if run_all(sys.argv[1:]) else 0)
