#!/usr/bin/python3
"""Counts the facets of searches with nothing but Xapian: no program of ours runs.

    count-facets.py DATABASE QUERY…

A query is words and filters, such as: hospital delays said_by:partners score:2. DATABASE is INDEX/current/xapian. For each
query a line of JSON comes: how many paragraphs hold all the words, and how many of these have each value of each facet.
"""
import json
import sys
import unicodedata

import xapian

database = xapian.Database(sys.argv[1])


def named(kind):
    """The prefixes or slots by the names that the database's metadata give them."""
    keys = [key.decode() for key in database.metadata_keys(kind + ":")]
    return {key.partition(":")[2]: database.get_metadata(key).decode() for key in keys}


def folded(text):
    """A query as words are indexed: small letters without accents, ligatures and invisible characters."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf"))


parser = xapian.QueryParser()
parser.set_database(database)
parser.set_stemmer(xapian.Stem(database.get_metadata("language").decode()))
parser.set_default_op(xapian.Query.OP_AND)
for field, prefix in named("prefix").items():
    parser.add_boolean_prefix(field, prefix)

for query in sys.argv[2:]:
    enquire = xapian.Enquire(database)
    enquire.set_query(parser.parse_query(folded(query)))
    spies = {name: xapian.ValueCountMatchSpy(int(slot)) for name, slot in named("slot").items()}
    for spy in spies.values():
        enquire.add_matchspy(spy)
    total = enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated()
    facets = {name: {item.term.decode(): item.termfreq for item in spy.values()} for name, spy in spies.items()}
    print(json.dumps({"n": total, "facets": facets}))
