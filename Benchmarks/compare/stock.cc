// libxapian as it comes, asked from C++ what engines.py asks of all engines. It prints JSON.
//   stock index CORPUS DATABASE            how many paragraphs a second it indexes
//   stock search DATABASE QUERIES ROUNDS   queries a second and their median, after a round that warms up
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;
using Lines = std::vector<std::string>;
enum Slot { AUTHORITY, STATEMENT, SCORE, SAID, PAGE, SLOTS };

static const std::vector<std::pair<const char *, const char *>> sources = {
    {"People", "people"}, {"Partners", "partners"}, {"Providers", "providers"}, {"Staff", "staff"},
    {"enior leaders", "leaders"}, {"National data", "national-data"}, {"Data provided", "local-data"},
    {"npaid carers", "carers"}};

static double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

static bool starts(const std::string &line, const char *with) {
    return line.rfind(with, 0) == 0;
}

static Lines lines_of(const std::string &path) {
    std::ifstream in(path);
    Lines lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

static Xapian::Document document_of(const std::string &text, const std::string values[SLOTS],
                                    Xapian::TermGenerator &generator) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(text);
    std::string said;
    for (auto &[word, group] : sources) {
        if (text.find(word) == std::string::npos) continue;
        said += std::string(group) + ',';
        document.add_boolean_term(std::string("XW") + group);
    }
    for (int slot = 0; slot < SLOTS; ++slot) document.add_value(slot, slot == SAID ? said : values[slot]);
    document.add_boolean_term("XA" + values[AUTHORITY]);
    document.add_boolean_term("XS" + values[STATEMENT]);
    document.add_boolean_term("XR" + values[SCORE]);
    document.set_data(text);
    return document;
}

static void add_page(const std::filesystem::path &path, Xapian::TermGenerator &generator,
                     Xapian::WritableDatabase &db) {
    auto lines = lines_of(path);
    std::string values[SLOTS];
    values[AUTHORITY] = lines[0].substr(0, lines[0].find(':'));
    values[STATEMENT] = lines[1];
    values[PAGE] = path.stem();
    bool in_findings = false;
    for (auto &line : lines) {
        if (in_findings && !line.empty()) {
            auto document = document_of(line, values, generator);
            document.add_boolean_term("Q" + std::to_string(db.get_doccount()));
            db.add_document(document);
        }
        if (starts(line, "Score: ")) values[SCORE] = line.substr(7);
        if (starts(line, "Key findings") || starts(line, "Summary of")) in_findings = true;
    }
}

static void index(const char *corpus, const char *path) {
    auto start = Clock::now();
    Xapian::WritableDatabase db(path, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    std::vector<std::filesystem::path> pages;
    for (auto &entry : std::filesystem::recursive_directory_iterator(corpus))
        if (entry.is_regular_file()) pages.push_back(entry.path());
    std::sort(pages.begin(), pages.end());
    for (auto &page : pages) add_page(page, generator, db);
    db.commit();
    std::cout << "{\"per_second\": " << db.get_doccount() / since(start) << "}\n";
}

// The ten best hits with all facets counted, of all the query's words or of any.
static Xapian::MSet found(const Xapian::Database &db, const Xapian::Stem &stem, const std::string &text,
                          Xapian::Query::op op) {
    Xapian::QueryParser parser;
    parser.set_database(db);
    parser.set_stemmer(stem);
    parser.set_default_op(op);
    Xapian::Enquire enquire(db);
    enquire.set_query(parser.parse_query(text));
    std::deque<Xapian::ValueCountMatchSpy> spies;
    for (int slot = 0; slot < SLOTS; ++slot) spies.emplace_back(slot);
    for (auto &spy : spies) enquire.add_matchspy(&spy);
    return enquire.get_mset(0, 10, db.get_doccount());
}

// Answers a query; the bytes of its snippets, so that nothing can be left out.
static size_t answer(const Xapian::Database &db, const Xapian::Stem &stem, const std::string &text) {
    auto hits = found(db, stem, text, Xapian::Query::OP_AND);
    if (hits.size() < 10) hits = found(db, stem, text, Xapian::Query::OP_OR);
    size_t bytes = 0;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
        bytes += hits.snippet(hit.get_document().get_data(), 250, stem).size();
    return bytes;
}

static int search(const char *path, const char *file, int rounds) {
    Xapian::Database db(path);
    Xapian::Stem stem("en");
    auto queries = lines_of(file);
    std::vector<double> seconds;
    size_t bytes = 0;
    double total = 0;
    for (int round = 0; round <= rounds; ++round)
        for (auto &text : queries) {
            auto start = Clock::now();
            bytes += answer(db, stem, text);
            if (round == 0) continue;
            seconds.push_back(since(start));
            total += seconds.back();
        }
    std::sort(seconds.begin(), seconds.end());
    std::cout << "{\"per_second\": " << seconds.size() / total
              << ", \"p50_ms\": " << seconds[seconds.size() / 2] * 1e3 << "}\n";
    return bytes == 0;
}

int main(int count, char **arguments) {
    if (count == 4 && !std::strcmp(arguments[1], "index")) return index(arguments[2], arguments[3]), 0;
    if (count == 5 && !std::strcmp(arguments[1], "search"))
        return search(arguments[2], arguments[3], std::atoi(arguments[4]));
    std::cerr << "usage: stock index CORPUS DATABASE | stock search DATABASE QUERIES ROUNDS\n";
    return 2;
}
