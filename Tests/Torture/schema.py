#!/usr/bin/env python3
"""The description of the wire, docs/openapi.yaml, against the daemon: schemathesis asks what it allows and what it
doesn't, and every answer has to be one that is described; real answers hold no member that isn't.

schemathesis comes from PyPI into .build/torture; where it can't be had this says so and is left out."""

import asyncio
import json
import subprocess
import sys
import threading

import torture

PYTHON = torture.ROOT / ".build/torture/bin/python"
DESCRIPTION = torture.ROOT / "docs/openapi.yaml"
VERSION = "4.32.5"
# Without the check that every request that fits its schema succeeds, because no schema describes a query.
LEFT_OUT = "positive_data_acceptance"


def install():
    """Makes the environment that schemathesis runs in, once."""
    if subprocess.run([PYTHON, "-c", "import schemathesis, jsonschema"], capture_output=True).returncode == 0 \
            if PYTHON.exists() else False:
        return
    folder = PYTHON.parents[1]
    made = subprocess.run([sys.executable, "-m", "venv", folder], capture_output=True, text=True)
    if made.returncode == 0:
        made = subprocess.run(
            [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"schemathesis=={VERSION}", "jsonschema"],
            capture_output=True, text=True)
    if made.returncode != 0:
        raise torture.LeftOut("schemathesis can't be installed: " + made.stderr.strip().split("\n")[-1])


class Bridge:
    """A local port that leads to the socket, because schemathesis only speaks TCP."""

    def __init__(self, path):
        self.path = path
        self.loop = asyncio.new_event_loop()

    def __enter__(self):
        self.server = self.loop.run_until_complete(asyncio.start_server(self.carry, "127.0.0.1", 0))
        self.port = self.server.sockets[0].getsockname()[1]
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.server.close)
        self.loop.call_soon_threadsafe(self.loop.stop)

    async def carry(self, reader, writer):
        there, back = await asyncio.open_unix_connection(self.path)
        await asyncio.gather(self.pump(reader, back), self.pump(there, writer))

    async def pump(self, reader, writer):
        try:
            while data := await reader.read(1 << 16):
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()


def schemathesis(daemon):
    """Every answer is described, and none is a 5xx."""
    examples = 15 if torture.SHORT else 1000
    with Bridge(daemon.socket) as bridge:
        done = subprocess.run(
            [PYTHON.parent / "schemathesis", "run", DESCRIPTION, "--url", f"http://127.0.0.1:{bridge.port}",
             "--checks", "all", "--exclude-checks", LEFT_OUT, "--max-examples", str(examples), "--workers", "2",
             "--continue-on-failure", "--generation-deterministic", "--no-color",
             "--suppress-health-check", "all", "--request-timeout", "30", "--warnings", "off",
             "--phases", "examples,coverage,fuzzing"],
            capture_output=True, text=True, cwd=daemon.index.parent)
    if done.returncode != 0:
        raise AssertionError(done.stdout[-6000:] + done.stderr[-2000:])
    status = daemon.status()
    metrics = torture.ask(daemon.socket, "/metrics").body.decode()
    assert not [line for line in metrics.splitlines() if 'status="5' in line], metrics
    return status["requests"]


ANSWERS = [
    "/v1/search?limit=0", "/v1/search?q=hospital+discharge", "/v1/search?q=hospitl+transport&said_by=partners",
    "/v1/search?q=delays&said_by=people&cross=said_by,score&match=any&limit=1000", "/v1/search?q=care&facets=none",
    "/v1/search?q=wibblex&match=all&score=4", "/v1/search?q=care&sort=-published&indicative=true",
    "/v1/search?q=care&cross=theme,authority&facets=authority,section&facet_limit=0",
    "/v1/search?statement=overall-summary&limit=1000", "/v1/paragraphs/harrowmere/safeguarding/3?context=100",
    "/v1/paragraphs/wexcombe%2F2024-05%2Fsafeguarding%2F1", "/v1/similar/harrowmere/safeguarding/3?limit=100",
    "/v1/similar/harrowmere/safeguarding/3?said_by=staff", "/v1/pages", "/v1/pages?not_score=1", "/v1/status",
    "/v1/search?q=", "/v1/search?q=care&score=5", "/v1/search?q=said-by:x", "/v1/search?q=(", "/v1/search?x=1",
    "/v1/search?q=care&generation=9", "/v1/search?q=" + "a" * 5000, "/v1/paragraphs/nobody/1", "/v1/status?x=1",
    "/v1/pages?section=x", "/v1/nothing",
]


def members(daemon):
    """Real answers fit their schemas, and hold nothing else."""
    asked = [[target, (answer := torture.ask(daemon.socket, target)).status, answer.body.decode()]
             for target in ANSWERS]
    # Those of an older or newer program's index, and of none, are asked for too.
    with torture.Daemon(daemon.index.parent / "none", socket=daemon.index.parent / "empty") as empty:
        for target in ["/v1/status", "/v1/search?q=care"]:
            answer = torture.ask(empty.socket, target)
            asked.append([target, answer.status, answer.body.decode()])
    done = subprocess.run([PYTHON, __file__, "--validate"], input=json.dumps(asked), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return len(asked)


def validate():
    """In schemathesis' environment: compares answers with the schemas, with no further members allowed."""
    import jsonschema
    import yaml

    with open(DESCRIPTION, encoding="utf-8") as file:
        description = yaml.safe_load(file)
    close(description["components"]["schemas"])
    wrong = 0
    for target, status, body in json.load(sys.stdin):
        path = target.split("?")[0]
        route = next((route for route in description["paths"] if path.startswith(route.split("{")[0])), None)
        responses = description["paths"][route]["get"]["responses"] if route else {}
        response = responses.get(str(status), {"$ref": "#/components/responses/NotFound"})
        if "$ref" in response:
            response = description["components"]["responses"][response["$ref"].split("/")[-1]]
        schema = dict(response["content"]["application/json; charset=utf-8"]["schema"])
        schema["components"] = description["components"]
        for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(body)):
            print(f"{target} {status}: {error.json_path}: {error.message[:300]}")
            wrong += 1
    sys.exit(1 if wrong else 0)


def close(schema):
    """Forbids further members in every schema below."""
    if isinstance(schema, dict):
        if "properties" in schema and "object" in schema.get("type", []):
            schema.setdefault("additionalProperties", False)
        for value in schema.values():
            close(value)
    elif isinstance(schema, list):
        for value in schema:
            close(value)


def main():
    tried = torture.Class("schema")
    try:
        install()
    except torture.LeftOut as reason:
        print(f"  left out: {reason}")
        return
    with torture.folder() as folder:
        torture.index(folder / "index", torture.SAMPLE)
        with torture.Daemon(folder / "index") as daemon:
            tried.claim("real answers fit the description, to the member", lambda: members(daemon))
            tried.claim("schemathesis finds no 5xx and no answer that isn't described", lambda: schemathesis(daemon))
    tried.end()


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    validate() if "--validate" in sys.argv else main()
