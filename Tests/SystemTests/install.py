"""What the package puts in place: the users, the units, the socket."""

from box import STATE, claim, run, search, show


def install():
    """Installs the package, and makes a member of its group and a stranger."""
    run("dpkg", "-i", "/opt/evidence.deb")
    run("useradd", "--system", "--groups", "evidence", "member")
    run("useradd", "--system", "stranger")


@claim("the package installs its users, and starts the socket and the inbox")
def installed():
    for unit in ("evidenced.socket", "evidence-index.path"):
        assert show(unit, "ActiveState") == "active", f"{unit} is {show(unit, 'ActiveState')}"
        assert show(unit, "UnitFileState") == "enabled", f"{unit} is {show(unit, 'UnitFileState')}"
    paths = "/run/evidenced/evidenced.sock", f"{STATE}/index", f"{STATE}/inbox"
    modes = run("stat", "-c", "%a %U %G %n", *paths).stdout
    assert modes.splitlines() == [
        "660 root evidence /run/evidenced/evidenced.sock", f"2750 evidence-index evidenced {STATE}/index",
        f"750 evidence-index evidence-index {STATE}/inbox"], modes


@claim("the first request starts the daemon, which answers 503 before the first page")
def activation():
    assert show("evidenced.service", "ActiveState") == "inactive"
    status, answer = search("care")
    assert (status, answer["error"]["code"]) == (503, "no_index"), (status, answer)
    assert show("evidenced.service", "ActiveState") == "active"
    assert "no index" in show("evidenced.service", "StatusText")
