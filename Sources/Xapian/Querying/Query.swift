internal import CXapian

/// A query: `Xapian::Query`.
///
/// Immutable; a query built from others holds copies of them.
public final class Query {
    let handle: OpaquePointer

    init(handle: OpaquePointer) { self.handle = handle }

    deinit { cx_query_free(handle) }

    /// The operators that this project uses of `Xapian::Query::op`.
    public enum Operator: Sendable {
        /// All of the parts.
        case and
        /// Any of the parts.
        case or
        /// The first part and none of the others.
        case andNot
        /// The first part; the others only add weight.
        case andMaybe
        /// All of the parts; only the first weighs.
        case filter
        /// The parts, which are terms or alternatives of terms, within this many positions in any order.
        case near(window: Int)
        /// The parts, which are terms or alternatives of terms, within this many positions in their order.
        case phrase(window: Int)
        /// Any of the parts, weighed as if they were one term.
        case synonym
        /// Any of the parts, weighed as the heaviest of those that match.
        case max
    }

    /// Every document: `Query::MatchAll`.
    ///
    /// It weighs nothing.
    public static func all() throws(XapianError) -> Query {
        Query(handle: try Xapian.handle { cx_query_all($0, $1) })
    }

    /// No document: `Query::MatchNothing`.
    public static func nothing() throws(XapianError) -> Query {
        Query(handle: try Xapian.handle { cx_query_nothing($0, $1) })
    }

    /// The documents that a term indexes.
    public static func term(_ term: String) throws(XapianError) -> Query {
        Query(handle: try Xapian.handle { out, message in term.lent { cx_query_term($0, out, message) } })
    }

    /// The parts under an operator; a single part stays what it is.
    public static func combine(_ op: Operator, _ parts: [Query]) throws(XapianError) -> Query {
        if parts.count == 1 { return parts[0] }
        var handles = parts.map { Optional($0.handle) }
        let (code, window) = op.code
        return Query(
            handle: try Xapian.handle { cx_query_combine(code, &handles, handles.count, window, $0, $1) })
    }

    /// The same documents with their weight multiplied: `OP_SCALE_WEIGHT`.
    public func scaled(by factor: Double) throws(XapianError) -> Query {
        Query(handle: try Xapian.handle { cx_query_scale(handle, factor, $0, $1) })
    }
}

extension Query.Operator {
    fileprivate var code: (cx_operator, window: UInt32) {
        switch self {
        case .and: (CX_AND, 0)
        case .or: (CX_OR, 0)
        case .andNot: (CX_AND_NOT, 0)
        case .andMaybe: (CX_AND_MAYBE, 0)
        case .filter: (CX_FILTER, 0)
        case .near(let window): (CX_NEAR, UInt32(window))
        case .phrase(let window): (CX_PHRASE, UInt32(window))
        case .synonym: (CX_SYNONYM, 0)
        case .max: (CX_MAX, 0)
        }
    }
}
