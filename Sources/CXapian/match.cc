/* Matching: Xapian finds and weighs, and every match is handed over; what to count and in which order to show
 * them is decided outside, on plain arrays. */
#include <algorithm>
#include <vector>

#include "guard.hh"
#include "handles.hh"

namespace {

/* Sees each matching document once, because check_at_least is the whole collection. */
class CollectingSpy : public Xapian::MatchSpy {
  public:
    std::vector<std::pair<uint32_t, double>> matches;

    void operator()(const Xapian::Document &document, double weight) override {
        matches.emplace_back(document.get_docid(), weight);
    }
};

void set_weighting(Xapian::Enquire &enquire, cx_weighting weighting) {
    if (weighting.k1 < 0)
        enquire.set_weighting_scheme(Xapian::BoolWeight());
    else
        enquire.set_weighting_scheme(Xapian::BM25Weight(weighting.k1, 0, 1, weighting.b, 0.5));
}

} // namespace

cx_status cx_database_match(cx_database *self, cx_query *query, cx_weighting weighting, cx_matches *out,
                            char **message) {
    return guarded(message, [&] {
        CollectingSpy spy;
        Xapian::Enquire enquire(self->db);
        enquire.set_query(query->query);
        set_weighting(enquire, weighting);
        enquire.add_matchspy(&spy);
        enquire.get_mset(0, 0, self->db.get_doccount());
        std::sort(spy.matches.begin(), spy.matches.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        size_t count = spy.matches.size();
        uint32_t *documents = allocate<uint32_t>(count);
        double *weights = allocate<double>(count);
        for (size_t i = 0; i < count; ++i) {
            documents[i] = spy.matches[i].first;
            weights[i] = spy.matches[i].second;
        }
        *out = {documents, weights, count};
    });
}

void cx_matches_free(cx_matches matches) {
    std::free(matches.documents);
    std::free(matches.weights);
}

cx_status cx_database_expand(cx_database *self, uint32_t document, cx_bytes prefix, uint32_t limit,
                             cx_owned_bytes *out, char **message) {
    return guarded(message, [&] {
        Xapian::RSet relevant;
        relevant.add_document(document);
        Xapian::ExpandDeciderFilterPrefix decider(text(prefix));
        Xapian::Enquire enquire(self->db);
        std::string lines;
        Xapian::ESet set = enquire.get_eset(limit, relevant, 0, &decider);
        for (auto i = set.begin(); i != set.end(); ++i)
            lines += *i + '\t' + std::to_string(i.get_weight()) + '\n';
        *out = owned(lines);
    });
}
