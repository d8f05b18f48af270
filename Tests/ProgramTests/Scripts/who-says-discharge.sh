#!/bin/sh
# How often do partners and leaders each speak of discharge, in their own words, by score?
#
#     who-says-discharge.sh [WORDS]
#
# Prints a row for each of the two with the paragraphs at scores 1 to 4, and below it one of them, cited.
set -eu
words=${1:-discharge}

# One table of exact counts; --schema makes a version that means something else by it fail here.
table=$(evidence facets "$words" --by said-by,score --in-their-words --match all \
    --format tsv --schema evidence/1) || status=$?
case ${status:-0} in
0) ;;
1) echo "nobody speaks of $words" >&2; exit 1 ;;
75) echo "evidenced is busy: try again" >&2; exit 75 ;;
*) exit "$status" ;; # The command has said why.
esac

echo "$table" | awk -F '\t' '
    BEGIN { print "source\t1\t2\t3\t4" }
    $1 == "partners" || $1 == "leaders" { print $1 "\t" $3 "\t" $4 "\t" $5 "\t" $6 }'

for source in partners leaders; do
    echo
    evidence search "$words" --said-by "$source" --in-their-words --match all --limit 1 \
        --format md --no-fail-on-empty | sed -n '/^>/p'
done
