#!/usr/bin/env python3
"""How often do partners and leaders each speak of discharge, in their own words, by score?

    who-says-discharge.py [WORDS]

Counts the paragraphs themselves, which jsonl streams one a line, so it can go on to do more with each of them.
"""
import collections
import json
import subprocess
import sys


def paragraphs(words, source):
    """The paragraphs in a source's own words; an answer that breaks off is an error."""
    command = ["evidence", "search", "--all", "--format", "jsonl", "--schema", "evidence/1", "--facets", "none"]
    command += ["--said-by", source, "--in-their-words", "--match", "all", "--fields", "id,score,text", "--", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as search:
        last = None
        for line in search.stdout:
            last = json.loads(line)
            if last["type"] == "hit":
                yield last
    if search.returncode not in (0, 1):  # 1 is nothing found: an answer like any other.
        sys.exit(search.returncode)
    if last["type"] != "end":
        sys.exit("the answer is not whole")


def main(words):
    print("source", *range(1, 5), sep="\t")
    for source in ("partners", "leaders"):
        scores = collections.Counter(hit["score"] for hit in paragraphs(words, source))
        print(source, *(scores[score] for score in range(1, 5)), sep="\t")


main(sys.argv[1:] or ["discharge"])
