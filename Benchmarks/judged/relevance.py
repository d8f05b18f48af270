"""Measures what a search finds: nDCG@10 and recall@10 over the judged topics, asked of a daemon."""

import collections
import json
import math
import pathlib
import re

import programs


def place(source):
    """A paragraph as the judged data name it: its file below the folder of pages, and its line."""
    return "/".join(pathlib.PurePath(source["path"]).parts[1:]) + f":{source['line']}"


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def search(connection, topic):
    """The places of the first ten hits of a topic."""
    asked = dict(topic["filter"])
    if "statement" in asked:
        asked["statement"] = slug(asked["statement"])
    answer = json.loads(programs.get(connection, topic["query"], limit=10, **asked))
    return [place(hit["source"]) for hit in answer["hits"]]


def ndcg(ranking, relevant):
    """The gain of ten hits, as a share of the greatest gain that any ten could have."""
    gain = sum((2 ** relevant.get(hit, 0) - 1) / math.log2(rank + 2) for rank, hit in enumerate(ranking))
    best = sorted((2 ** grade - 1 for grade in relevant.values()), reverse=True)[:10]
    return gain / sum(value / math.log2(rank + 2) for rank, value in enumerate(best))


def recall(ranking, relevant):
    """The share of the clearly relevant paragraphs that are among ten hits; of ten, if there are more."""
    good = {hit for hit, grade in relevant.items() if grade >= 2}
    return len(good & set(ranking)) / min(10, len(good))


def mean(values):
    return sum(values) / len(values)


def measure(topics, socket, verbose):
    """Prints the figures of each kind of topic, and of all."""
    connection = programs.connected(socket)
    kinds, recalls = collections.defaultdict(list), []
    for topic in json.loads(topics.read_text(encoding="utf-8")):
        ranking = search(connection, topic)
        gain = ndcg(ranking, topic["relevant"])
        kinds[topic["kind"]].append(gain)
        recalls.append(recall(ranking, topic["relevant"]))
        if verbose:
            print(f"  {topic['id']} {gain:.2f} {topic['kind']:10s} {topic['query']!r} {topic['filter'] or ''}")
    for kind, gains in kinds.items():
        print(f"  {kind:10s} nDCG@10 {mean(gains):.3f}  ({len(gains)} topics)")
    gains = sum(kinds.values(), [])
    print(f"relevance nDCG@10 {mean(gains):.3f}  recall@10 {mean(recalls):.3f}  ({len(gains)} topics)")
