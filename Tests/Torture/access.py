#!/usr/bin/env python3
"""Access: who may connect to the socket, and what they see. Trying other users needs root, because it needs setpriv."""

import json
import os
import re
import stat
import sys

import torture
from torture import ask, program, wait_for

NOBODY = 65534
# A group and users that need not exist, because the kernel checks only numbers.
MEMBERS = 54321
USER = 54322


def need_root():
    if os.getuid() != 0:
        raise torture.LeftOut("it needs root, to be other users")


def connects(path, user, group, groups=()):
    """Returns true if a user of these groups gets a connection, and an answer over it."""
    child = os.fork()
    if child == 0:
        status = 2
        try:
            os.setgroups(groups)
            os.setresgid(group, group, group)
            os.setresuid(user, user, user)
            status = 0 if ask(path, "/v1/status").status == 200 else 2
        except PermissionError:
            status = 1
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, 1), status
    return status == 0


def door(daemon):
    """With 0660 the kernel lets in the socket's user and group, and nobody else."""
    need_root()
    os.chmod(daemon.index.parent, 0o755)
    mode = os.stat(daemon.socket)
    assert stat.S_IMODE(mode.st_mode) == 0o660, oct(mode.st_mode)
    os.chown(daemon.socket, USER, MEMBERS)
    rows = [
        ("its user", USER, NOBODY, (), True), ("a user of its group", NOBODY, MEMBERS, (), True),
        ("a user with its group among others", NOBODY, NOBODY, (MEMBERS,), True),
        ("nobody", NOBODY, NOBODY, (), False), ("a user of another group", USER + 1, USER + 1, (USER + 2,), False),
        ("root", 0, 0, (), True),
    ]
    for name, user, group, groups, comes_in in rows:
        assert connects(daemon.socket, user, group, groups) == comes_in, name
    return len(rows)


def never_open(folder):
    """From the first moment nobody else can connect, under the loosest mask too."""
    mask = os.umask(0)
    try:
        for _ in range(20):
            with torture.Daemon(folder / "index", socket=folder / "loose") as daemon:
                assert stat.S_IMODE(os.stat(daemon.socket).st_mode) == 0o660
            assert not os.path.exists(folder / "loose")
    finally:
        os.umask(mask)
    return 20


def read_only(folder):
    """A daemon that may only read the index serves it, and changes nothing in it."""
    need_root()
    def listing():
        return sorted((str(path), path.lstat().st_mtime_ns, path.lstat().st_size)
                      for path in (folder / "index").rglob("*"))
    os.chmod(folder, 0o755)
    os.makedirs(folder / "run", exist_ok=True)
    os.chown(folder / "run", USER, USER)
    before = listing()
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setresgid(USER, USER, USER)
        os.setresuid(USER, USER, USER)
        with open(folder / "run/log", "wb") as log:
            os.dup2(log.fileno(), 2)
        os.execv("/proc/self/fd/" + str(PROGRAM), ["evidenced", "--index", str(folder / "index"), "--socket",
                                                 str(folder / "run/socket")])
    path = str(folder / "run/socket")
    try:
        wait_for("it listens", lambda: os.path.exists(path))
        assert ask(path, "/v1/search?q=hospital").status == 200
        assert ask(path, "/v1/status").status == 200
    finally:
        os.kill(child, 15)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status == 0, status
    assert listing() == before, "the index has changed"


def credentials(daemon):
    """At debug the log names the process and the user that asked, as the kernel reports them."""
    need_root()
    connects(daemon.socket, USER, MEMBERS)
    wait_for("it is in the log", lambda: f"uid {USER} gid {MEMBERS} pid " in daemon.logged())


def no_paths(daemon):
    """No answer names a path of the machine: not the index's, and not that of a page."""
    needles = [str(daemon.index.parent), str(torture.ROOT), "/tmp", "/home", "/root"]
    targets = ["/v1/search?limit=1000&score=1,2,3,4", "/v1/pages", "/v1/status", "/metrics", "/nothing",
               "/v1/paragraphs/harrowmere/safeguarding/3?context=100", "/v1/similar/harrowmere/safeguarding/3",
               "/v1/search?q=care&generation=999", "/v1/paragraphs/%2ftmp%2f1"]
    for target in targets:
        body = ask(daemon.socket, target).body.decode()
        # An error may repeat the request.
        found = [needle for needle in needles if needle in body and needle not in target.replace("%2f", "/")]
        assert not found, (target, found)
    paths = [page["path"] for page in json.loads(ask(daemon.socket, "/v1/pages").body)["pages"]]
    assert paths and all(re.fullmatch(r"sample/[\w/.-]+", path) for path in paths), paths
    return len(targets)


def errors(folder):
    """Without an index, with a foreign one and with a damaged one, no answer names a path either."""
    with torture.Daemon(folder / "none") as daemon:
        for target in ["/v1/search?q=care", "/v1/pages", "/v1/paragraphs/a/b/1"]:
            answer = ask(daemon.socket, target)
            assert answer.status == 503 and str(folder) not in answer.body.decode(), answer
    return 3


def main():
    tried = torture.Class("access")
    with torture.folder() as folder:
        torture.index(folder / "index", torture.SAMPLE)
        with torture.Daemon(folder / "index", "--log-level", "debug") as daemon:
            tried.claim("the socket's user and group come in, nobody else", lambda: door(daemon))
            tried.claim("who asked is in the log at debug", lambda: credentials(daemon))
            tried.claim("no answer names a path of the machine", lambda: no_paths(daemon))
        tried.claim("a socket is never open to others", lambda: never_open(folder))
        tried.claim("a daemon that may only read", lambda: read_only(folder))
        tried.claim("errors name no path either", lambda: errors(folder))
    tried.end()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    # Other users may be unable to reach the programs' folder; they can still execute an open descriptor.
    PROGRAM = os.open(program("evidenced"), os.O_PATH)
    os.set_inheritable(PROGRAM, True)
    main()
