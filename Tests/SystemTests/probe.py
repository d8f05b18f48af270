"""Tries what a hardened unit forbids, and prints for each attempt that it was done, or the error."""

import ctypes
import errno
import json
import mmap
import os
import socket
import subprocess

LIBC = ctypes.CDLL(None, use_errno=True)


def call(name, *arguments):
    if getattr(LIBC, name)(*arguments) == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def child(action):
    """Tries in another process what would change this one."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        try:
            action()
            os.write(writing, b"done")
        except OSError as error:
            os.write(writing, str(error).encode())
        os._exit(0)
    os.wait()
    outcome = os.read(reading, 1000).decode()
    if outcome != "done":
        raise OSError(outcome)


def write(path):
    with open(path, "w", encoding="utf-8"):
        pass
    os.unlink(path)


def setuid_file():
    path = "/tmp/probe-setuid"
    with open(path, "w", encoding="utf-8"):
        pass
    try:
        os.chmod(path, 0o4755)
    finally:
        os.unlink(path)


def run_from_tmp():
    path = "/tmp/probe-program"
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n")
    os.chmod(path, 0o755)
    try:
        subprocess.run([path], check=True)
    finally:
        os.unlink(path)


def other_processes():
    if not os.path.exists("/proc/1/status"):
        raise OSError("process 1 isn't to be seen")


def keep_capability():
    with open("/proc/self/status", encoding="utf-8") as file:
        bounding = [line for line in file if line.startswith("CapBnd")][0].split()[1]
    if int(bounding, 16) == 0:
        raise OSError("no capability can be had")


def hostname():
    name = socket.gethostname().encode()
    call("sethostname", name, len(name))


def clock():
    # Not the time itself: no address, which the kernel finds out behind the filter alone.
    number = {"x86_64": 227, "aarch64": 112}[os.uname().machine]
    if LIBC.syscall(number, 0, None) == -1 and ctypes.get_errno() != errno.EFAULT:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


ATTEMPTS = {
    "network": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close(),
    "unix-socket": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close(),
    "write-index": lambda: write("/var/lib/evidence/index/probe"),
    "write-etc": lambda: write("/etc/probe"),
    "home": lambda: os.listdir("/home/someone"),
    "inbox": lambda: os.listdir("/var/lib/evidence/inbox"),
    "memory": lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close(),
    "namespace": lambda: child(lambda: call("unshare", 0x10000000)),
    "personality": lambda: child(lambda: call("personality", 0x0008)),
    "chroot": lambda: child(lambda: os.chroot("/usr")),
    "setuid-file": setuid_file,
    "run-from-tmp": run_from_tmp,
    "other-processes": other_processes,
    "hostname": hostname,
    "clock": clock,
    "realtime": lambda: child(lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))),
    "kernel-log": lambda: call("klogctl", 3, ctypes.create_string_buffer(16), 16),
    "keep-capability": keep_capability,
}

outcomes = {}
for name, attempt in ATTEMPTS.items():
    try:
        attempt()
        outcomes[name] = "done"
    except (OSError, PermissionError) as error:
        outcomes[name] = str(error) or type(error).__name__
print(json.dumps(outcomes))
