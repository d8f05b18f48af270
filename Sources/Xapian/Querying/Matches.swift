internal import CXapian

/// How matches are weighed.
public enum Weighting: Sendable {
    /// `Xapian::BM25Weight` with these parameters, `k3` 1 and the default least normalised length.
    case bm25(k1: Double, b: Double)
    /// `Xapian::BoolWeight`: every match weighs nothing.
    case none
}

/// Every document that matches a query, ascending, with its weight.
public final class Matches {
    private let matches: cx_matches

    init(taking matches: cx_matches) { self.matches = matches }

    deinit { cx_matches_free(matches) }

    /// How many documents match, exactly.
    public var count: Int { matches.count }

    /// The documents, ascending.
    ///
    /// The buffer lives as long as this object.
    public var documents: UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: matches.documents, count: matches.count)
    }

    /// Their weights, in the order of `documents`.
    ///
    /// The buffer lives as long as this object.
    public var weights: UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(start: matches.weights, count: matches.count)
    }
}

extension Database {
    /// Runs a query over the whole database: `Enquire::get_mset` with a match spy that sees every match.
    ///
    /// Costs a visit to each match, and nothing for order: the same query gives the same weights whatever part
    /// of the matches is wanted, which Xapian's own pruning would not promise.
    public func matches(_ query: Query, weighting: Weighting) throws(XapianError) -> Matches {
        var result = cx_matches()
        try check { cx_database_match(handle, query.handle, weighting.parameters, &result, $0) }
        return Matches(taking: result)
    }
}

extension Weighting {
    fileprivate var parameters: cx_weighting {
        switch self {
        case .bm25(let k1, let b): cx_weighting(k1: k1, b: b)
        case .none: cx_weighting(k1: -1, b: 0)
        }
    }
}
