"""The engines that are compared. All do the same work for a query: all its words, or any of them if fewer than ten
paragraphs hold all; ten hits, exact counts of five facets over all matches, and a snippet of each hit."""

import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import time

import programs

HERE = pathlib.Path(__file__).resolve().parent
QUERIES = HERE / "queries.txt"
FACETS = ("authority", "statement", "score", "said", "page")
# Who says it, as far as one word shows: the peers have no attribution, and need something to count.
SAID = {"People": "people", "Partners": "partners", "Providers": "providers", "Staff": "staff",
        "enior leaders": "leaders", "National data": "national-data", "Data provided": "local-data",
        "npaid carers": "carers"}


def rows(corpus):
    """The paragraphs of a corpus: each its text, and the values of `FACETS`."""
    for page in sorted(corpus.rglob("*.txt")):
        lines = page.read_text(encoding="utf-8").split("\n")
        score = next((line[7:] for line in lines[:4] if line.startswith("Score: ")), "")
        first = next(i for i, line in enumerate(lines) if line.startswith(("Key findings", "Summary of"))) + 1
        for text in filter(None, lines[first:]):
            said = ",".join(group for word, group in SAID.items() if word in text)
            yield text, lines[0].split(":")[0], lines[1], score, said, page.stem


def words(query):
    return re.findall(r"\w+", query)


class Evidenced:
    """The daemon, with all that a client waits for: socket, HTTP and JSON."""

    name = "evidenced (socket)"

    def __init__(self, socket):
        self.connection = programs.connected(socket)
        self.round = 0

    def ask(self, query):
        """Asks with a NOT and a word of no paragraph, another one each round, so that no answer is an old one."""
        programs.get(self.connection, f"{query} -zq{self.round}x")


class Tantivy:
    """tantivy through its Python binding: `pip install tantivy`."""

    name = "tantivy (in process)"

    def __init__(self, work, paragraphs):
        import tantivy
        self.library = tantivy
        self.schema = self.columns()
        folder = work / "tantivy"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self.index = tantivy.Index(self.schema, path=str(folder))
        start = time.perf_counter()
        writer = self.index.writer(256_000_000, 2)
        for text, *values in paragraphs:
            writer.add_document(tantivy.Document(text=text, **dict(zip(FACETS, values))))
        writer.commit()
        writer.wait_merging_threads()
        self.indexed = len(paragraphs) / (time.perf_counter() - start)
        self.index.reload()
        self.searcher = self.index.searcher()
        self.facets = {name: {"terms": {"field": name, "size": 200}} for name in FACETS}

    def columns(self):
        builder = self.library.SchemaBuilder()
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
        for name in FACETS:
            builder.add_text_field(name, fast=True, tokenizer_name="raw")
        return builder.build()

    def ask(self, query):
        for sign in ("+", ""):
            parsed = self.index.parse_query(" ".join(sign + word for word in words(query)), ["text"])
            hits = self.searcher.search(parsed, 10).hits
            if len(hits) == 10:
                break
        self.show(parsed, hits)

    def show(self, parsed, hits):
        """Counts the facets, and makes a snippet of each hit."""
        self.searcher.aggregate(parsed, self.facets)
        generator = self.library.SnippetGenerator.create(self.searcher, parsed, self.schema, "text")
        for _, address in hits:
            generator.snippet_from_doc(self.searcher.doc(address)).to_html()


HITS = "select rowid, snippet(p,0,'[',']','…',40) from p where p match ? order by rank limit 10"
COUNTS = "select {}, count(*) from m where id in (select rowid from p where p match ?) group by 1"


class SQLite:
    """SQLite's FTS5."""

    name = "SQLite FTS5 (in process)"

    def __init__(self, work, paragraphs):
        path = work / "fts5.db"
        path.unlink(missing_ok=True)
        self.database = sqlite3.connect(path)
        start = time.perf_counter()
        self.database.execute("create virtual table p using fts5(text, tokenize='porter unicode61')")
        self.database.execute(f"create table m(id integer primary key, {', '.join(FACETS)})")
        texts = ((number, row[0]) for number, row in enumerate(paragraphs))
        values = ((number, *row[1:]) for number, row in enumerate(paragraphs))
        self.database.executemany("insert into p(rowid, text) values(?,?)", texts)
        self.database.executemany("insert into m values(?,?,?,?,?,?)", values)
        self.database.commit()
        self.indexed = len(paragraphs) / (time.perf_counter() - start)

    def ask(self, query):
        for joint in (" ", " OR "):
            match = joint.join(f'"{word}"' for word in words(query))
            hits = self.all(HITS, match)
            if len(hits) == 10:
                break
        for name in FACETS:
            self.all(COUNTS.format(name), match)

    def all(self, statement, match):
        return self.database.execute(statement, (match,)).fetchall()


class Stock:
    """libxapian from C++, as stock.cc uses it, compiled here."""

    name = "stock libxapian (in process)"

    def __init__(self, work, corpus):
        self.program, self.database = work / "stock", work / "stock.db"
        source = HERE / "stock.cc"
        subprocess.run(["g++", "-O2", "-std=c++17", source, "-o", self.program, "-lxapian"], check=True)
        self.indexed = self.run("index", corpus, self.database)["per_second"]

    def search(self):
        """Asks all queries, a round without timing first: queries a second, and the median in milliseconds."""
        found = self.run("search", self.database, QUERIES, "1")
        return found["per_second"], found["p50_ms"]

    def run(self, *arguments):
        return json.loads(subprocess.run([self.program, *arguments], check=True, capture_output=True, text=True).stdout)
