"""What the administrator's guide says of nginx, done as it says."""

import base64
import http.client
import json
import shutil
import ssl

from box import LeftOut, claim, run, show, systemctl, told


@claim("nginx with the guide's configuration answers who has the password, over TLS, and nobody else")
def nginx():
    if not shutil.which("nginx"):
        raise LeftOut("there is no nginx")
    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "1",
        "-keyout", "/etc/nginx/evidence.key", "-out", "/etc/nginx/evidence.pem")
    with open("/etc/nginx/evidence.htpasswd", "w", encoding="utf-8") as file:
        file.write("alice:" + run("openssl", "passwd", "-apr1", "lantern").stdout)
    with open("/etc/nginx/conf.d/evidence.conf", "w", encoding="utf-8") as file:
        file.write(told("Put nginx in front")[0] + "\n")
    systemctl("start", "nginx.service")
    assert get("/v1/search?q=hospital", "alice:lantern")[0] == 502, "www-data is in no group that may connect"
    run("adduser", "--quiet", "www-data", "evidence")
    systemctl("restart", "nginx.service")

    status, body = get("/v1/search?q=hospital", "alice:lantern")
    assert status == 200 and json.loads(body)["total"]["n"] > 0, (status, body)
    assert get("/v1/search?q=hospital")[0] == 401
    assert get("/v1/search?q=hospital", "alice:candle")[0] == 401
    assert get("/metrics", "alice:lantern")[0] == 404, "the figures are nobody's outside"
    status, body = get("/v1/search?q=(", "alice:lantern")
    assert status == 400 and json.loads(body)["error"]["code"] == "bad_query", (status, body)
    for _ in range(5):
        systemctl("restart", "evidenced.service")
        for _ in range(20):
            assert get("/v1/search?q=hospital", "alice:lantern")[0] == 200
    assert show("nginx.service", "ActiveState") == "active"
    systemctl("stop", "nginx.service")
    return "105 answered, through 5 restarts"


def get(path, user=None):
    connection = http.client.HTTPSConnection("localhost", context=ssl._create_unverified_context(), timeout=30)
    headers = {"Authorization": "Basic " + base64.b64encode(user.encode()).decode()} if user else {}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.read()
