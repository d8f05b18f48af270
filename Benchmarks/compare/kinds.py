"""Compares each kind of query: evidenced over its socket, tantivy in process; ten hits, all facets, snippets."""

import statistics
import time

import programs

KINDS = {
    "all words": ["hospital discharge delays", "unpaid carers assessment", "waiting times occupational therapy",
                  "mental health supported accommodation", "care home nursing beds"],
    "any words": ["hospital discharge delays", "unpaid carers assessment", "waiting times occupational therapy",
                  "housing homeless drugs", "technology falls prevention"],
    "phrase": ["hospital discharge", "local authority", "unpaid carers", "mental health", "home first"],
    "filter and a word": ["discharge", "carers", "waiting", "housing", "training"],
    "filter alone": [""],
    "facets alone": [""],
    "deep page": ["care", "people", "local", "support", "services"],
}
MORE = {"filter and a word": {"score": 2}, "filter alone": {"score": 2}, "deep page": {"offset": 5000}}


class Evidenced:
    """Asks the daemon."""

    def __init__(self, socket):
        self.connection = programs.connected(socket)

    def ask(self, kind, query):
        match = "any" if kind == "any words" else "all"
        if kind == "facets alone":
            programs.get(self.connection, limit=0)
        else:
            text = f'"{query}"' if kind == "phrase" else query
            programs.get(self.connection, text, match=match, exact="true", **MORE.get(kind, {}))


class Tantivy:
    """Asks tantivy the same."""

    def __init__(self, engine):
        self.engine = engine

    def ask(self, kind, query):
        parsed = self.parsed(kind, query)
        hits = self.engine.searcher.search(parsed, 10, offset=5000 if kind == "deep page" else 0).hits
        self.engine.show(parsed, hits if query else [])

    def parsed(self, kind, query):
        library, index = self.engine.library, self.engine.index
        text = {"any words": query, "phrase": f'"{query}"'}.get(kind, " ".join(f"+{word}" for word in query.split()))
        parsed = index.parse_query(text, ["text"]) if query else library.Query.all_query()
        if not kind.startswith("filter"):
            return parsed
        score = library.Query.term_query(self.engine.schema, "score", "2")
        return library.Query.boolean_query([(library.Occur.Must, parsed), (library.Occur.Must, score)])


def compare(socket, tantivy, rounds):
    """Prints the median of each kind, after a round that warms up."""
    askers = {"evidenced": Evidenced(socket), "tantivy": Tantivy(tantivy)}
    seconds = {(kind, name): [] for kind in KINDS for name in askers}
    for number in range(rounds + 1):
        for kind, queries in KINDS.items():
            for name, asker in askers.items():
                for query in queries:
                    start = time.perf_counter()
                    asker.ask(kind, query)
                    if number > 0:
                        seconds[kind, name].append(time.perf_counter() - start)
    for kind in KINDS:
        own, other = (statistics.median(seconds[kind, name]) * 1e3 for name in askers)
        print(f"{kind:20s}evidenced {own:8.2f} ms  tantivy {other:8.2f} ms {other / own:6.2f} x")
