"""What the claims share: running commands, asking the daemon, waiting, and counting what holds."""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import time

SOCKET = "/run/evidenced/evidenced.sock"
STATE = "/var/lib/evidence"
CLAIMS = []


def claim(sentence):
    """Marks a function as the proof of a sentence."""

    def mark(function):
        CLAIMS.append((sentence, function))
        return function

    return mark


class LeftOut(Exception):
    """Something that a claim needs is missing on this machine."""


def run_all(names):
    """Runs the claims in order, all or those whose functions are named; returns the number that do not hold."""
    failures = 0
    for sentence, function in CLAIMS:
        if names and function.__name__ not in names:
            continue
        start = time.monotonic()
        try:
            note = function()
            mark = "ok  "
        except LeftOut as error:
            mark, note = "left out", str(error)
        except Exception as error:  # any failure is that claim's alone
            failures += 1
            mark, note = "FAIL", f"{type(error).__name__}: {error}"
        note = f" ({note})" if note else ""
        print(f"{mark} {sentence}{note} [{time.monotonic() - start:.1f} s]", flush=True)
    return failures


def run(*command, check=True, user=None, **options):
    """Runs a command to its end and gives back what it wrote."""
    if user:
        command = ("runuser", "-u", user, "--") + command
    result = subprocess.run(command, capture_output=True, text=True, timeout=600, **options)
    if check and result.returncode != 0:
        raise AssertionError(f"{' '.join(command)}: {result.returncode} {result.stdout}{result.stderr}")
    return result


def systemctl(*arguments, check=True):
    return run("systemctl", *arguments, check=check)


def show(unit, name):
    """A property of a unit."""
    return systemctl("show", "--value", "-p", name, unit).stdout.strip()


def main_pid():
    return int(show("evidenced.service", "MainPID"))


def wait_for(what, condition, seconds=20.0):
    """Waits until the condition holds, and returns its value."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.05)


class Connection(http.client.HTTPConnection):
    """HTTP over the daemon's socket."""

    def __init__(self, timeout=30):
        super().__init__("localhost", timeout=timeout)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        end = time.monotonic() + self.timeout
        while True:
            try:
                return self.sock.connect(SOCKET)
            except BlockingIOError:
                # The queue is full for the moment, and the kernel does not let a socket with a time limit wait for room.
                if time.monotonic() > end:
                    raise
                time.sleep(0.01)


def ask(path, timeout=30):
    """The status and the body of an answer, over a connection of its own."""
    connection = Connection(timeout)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def search(words, timeout=30):
    """The answer to a search."""
    status, body = ask("/v1/search?q=" + words.replace(" ", "+"), timeout)
    return status, json.loads(body)


def found(words):
    status, answer = search(words)
    return status == 200 and answer["query"]["corrected"] is None and answer["total"]["all_words"] > 0


def generation():
    status, body = ask("/v1/status")
    index = json.loads(body)["index"]
    return index["generation"] if index else 0


def page(words, statement="Safeguarding", score=3):
    """A short invented page that holds these words, of a council that no other page has."""
    council = words.split()[0].capitalize() + " Borough Council"
    return f"""{council}: local authority assessment
{statement}
Score: {score}
{score} - Evidence shows a good standard
The local authority commitment
We keep people safe.
Key findings for this quality statement
Partners told us that {words} was well known to them and to those who they work with.
"""


def drop(name, text):
    """Puts a file into the inbox, as root does with cp."""
    path = f"{STATE}/inbox/{name}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def inbox_is_empty():
    return not os.listdir(f"{STATE}/inbox") and show("evidence-index.service", "ActiveState") == "inactive"


def drop_in(text, unit="evidenced.service"):
    """Adds to a unit, or takes the addition back if the text is empty. A daemon that runs is restarted."""
    folder = f"/run/systemd/system/{unit}.d"
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/test.conf", "w", encoding="utf-8") as file:
        file.write(text)
    if not text:
        shutil.rmtree(folder)
    systemctl("daemon-reload")
    systemctl("try-restart", unit)


def told(heading):
    """The commands or the configuration that the administrators' guide gives under a heading, a block each."""
    with open("/opt/tests/administrators.md", encoding="utf-8") as file:
        text = file.read()
    section = re.split(r"^## ", text[text.index("## " + heading):], maxsplit=2, flags=re.M)[1]
    return re.findall(r"^```\w+\n(.*?)\n```", section, re.M | re.S)


def settings(text):
    """Replaces the daemon's settings."""
    with open("/etc/evidence/evidenced.yaml", "w", encoding="utf-8") as file:
        file.write(text)
