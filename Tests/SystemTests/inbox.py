"""What the indexer's units promise: pages come in, and each goes where it belongs."""

import glob
import io
import os
import random
import shutil
import tarfile
import time

from box import STATE, claim, drop, found, inbox_is_empty, page, run, show, wait_for


@claim("pages dropped into the inbox are found within seconds, and lie in done")
def pages():
    start = time.monotonic()
    shutil.copytree("/opt/sample/harrowmere", f"{STATE}/inbox/harrowmere")
    wait_for("hospital discharge is found", lambda: found("hospital discharge"))
    seconds = time.monotonic() - start
    wait_for("the inbox is empty", inbox_is_empty)
    assert glob.glob(f"{STATE}/done/harrowmere/*"), "nothing in done"
    wait_for("STATUS names the generation", lambda: "generation 1, " in show("evidenced.service", "StatusText"))
    return f"{seconds:.1f} s"


@claim("a newer page takes the place of the one before, which is kept beside done")
def replaced():
    drop("newer.txt", page("marshwort floating").replace("Marshwort", "Harrowmere"))
    wait_for("the newer is found", lambda: found("marshwort"))
    wait_for("the inbox is empty", inbox_is_empty)
    assert os.listdir(f"{STATE}/done/.replaced/harrowmere") == ["safeguarding.txt"]
    assert not os.path.exists(f"{STATE}/done/harrowmere/safeguarding.txt")


@claim("a bad page goes to failed with its reason, the good one beside it to done")
def bad_page():
    drop("bad.txt", "This is no assessment of anybody.\n")
    drop("good.txt", page("quillwort grazing"))
    wait_for("the good one is found", lambda: found("quillwort"))
    wait_for("the inbox is empty", inbox_is_empty)
    assert os.path.exists(f"{STATE}/failed/bad.txt")
    with open(f"{STATE}/failed/bad.txt.reason", encoding="utf-8") as file:
        reason = file.read()
    assert "not an assessment" in reason, reason
    assert show("evidence-index.service", "Result") == "success"
    return reason.strip()


@claim("a saved web page, and those in an archive, are read by the locked process, under the unit's filter")
def web_pages():
    lines = "".join(f"<p>{line}</p>" for line in page("spearwort wading", statement="Assessing needs").splitlines())
    drop("page.html", f"<!doctype html><meta charset=utf-8><body><main>{lines}</main>")
    member = f"{STATE}/inbox/.pages.tar.gz"
    with tarfile.open(member, "w:gz") as archive:
        for name, words in (("a.html", "frogbit drifting"), ("b.txt", "crowfoot trailing")):
            text = page(words)
            text = "<html><body>" + "".join(f"<p>{line}</p>" for line in text.splitlines()) if name == "a.html" else text
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    os.rename(member, f"{STATE}/inbox/pages.tar.gz")
    for words in ("spearwort", "frogbit", "crowfoot"):
        wait_for(f"{words} is found", lambda: found(words))
    wait_for("the inbox is empty", inbox_is_empty)
    assert {"page.html", "pages.tar.gz"} <= set(os.listdir(f"{STATE}/done"))


@claim("two drops of one name both survive, and so does what a link points to")
def same_name():
    drop("page.txt", page("bogbean rafting", statement="Governance, management and sustainability"))
    wait_for("the first is found", lambda: found("bogbean"))
    wait_for("the inbox is empty", inbox_is_empty)
    os.symlink("/etc/hostname", f"{STATE}/inbox/link.txt")
    drop("page.txt", page("sundew trapping", statement="Equity in experience and outcomes"))
    wait_for("the second is found", lambda: found("sundew"))
    wait_for("the inbox is empty", inbox_is_empty)
    assert found("bogbean"), "the first is gone"
    assert {"page.txt", "page.2.txt"} <= set(os.listdir(f"{STATE}/done"))
    assert os.path.islink(f"{STATE}/failed/link.txt") and os.path.exists("/etc/hostname")


@claim("a page that is still being written is waited for")
def slow_writer():
    text = page("butterwort flypaper " * 40, statement="Supporting people to live healthier lives")
    with open(f"{STATE}/inbox/slow.txt", "w", encoding="utf-8") as file:
        for start in range(0, len(text), len(text) // 6):
            file.write(text[start:start + len(text) // 6])
            file.flush()
            time.sleep(0.5)
            assert os.path.exists(f"{STATE}/inbox/slow.txt"), "taken while it was written"
    wait_for("it is found", lambda: found("butterwort"))
    wait_for("the inbox is empty", inbox_is_empty)
    with open(f"{STATE}/done/slow.txt", encoding="utf-8") as file:
        assert file.read() == text


@claim("a folder that only root may enter is taken like any other")
def closed_folder():
    # It is made beside the inbox, because a run would begin as soon as a part of it lay there.
    os.makedirs(f"{STATE}/.new/deep", mode=0o700)
    drop("../.new/deep/page.txt", page("pillwort sporing", statement="Assessing needs"))
    os.chmod(f"{STATE}/.new/deep/page.txt", 0o600)
    os.rename(f"{STATE}/.new", f"{STATE}/inbox/new")
    wait_for("it is found", lambda: found("pillwort"))
    wait_for("the inbox is empty", inbox_is_empty)


@claim("a file with a second name keeps its owner, and so does what a link points to")
def second_name():
    secret, linked = f"{STATE}/secret", f"{STATE}/inbox/.linked.txt"
    with open(secret, "w", encoding="utf-8") as file:
        file.write("a secret")
    os.chmod(secret, 0o600)
    os.link(secret, linked)
    os.symlink(secret, f"{STATE}/inbox/.symlink.txt")
    drop("beside.txt", page("bladderwort trapping"))
    wait_for("the page beside it is found", lambda: found("bladderwort"))
    assert os.stat(secret).st_uid == 0
    modes = run("stat", "-c", "%a %U %G", f"{STATE}/inbox").stdout
    assert modes == "750 evidence-index evidence-index\n", modes
    for path in (linked, f"{STATE}/inbox/.symlink.txt", secret):
        os.unlink(path)


@claim("20 pages that come one by one while it runs are all indexed, and the path unit lives")
def many():
    statements = ["Safeguarding", "Assessing needs", "Partnerships and communities", "Safe systems, pathways and transitions"]
    for number in range(20):
        drop(f"many-{number}.txt", page(f"rush{chr(97 + number)}{chr(97 + number)}", statements[number % 4]))
        time.sleep(random.uniform(0, 0.4))
    wait_for("the inbox is empty", inbox_is_empty, 60)
    wait_for("all are found", lambda: all(found(f"rush{chr(97 + n)}{chr(97 + n)}") for n in range(20)))
    assert show("evidence-index.path", "ActiveState") == "active"
