internal import CXapian

/// A term that tells a document from others.
public struct ExpansionTerm: Equatable, Sendable {
    /// The term, with its prefix.
    public let term: String
    /// How much it tells.
    public let weight: Double
}

extension Database {
    /// The terms with a prefix that tell a document from the others, the most telling first: `Enquire::get_eset`
    /// with that one document as relevant.
    public func expansion(
        of document: UInt32, prefix: String, limit: Int
    ) throws(XapianError) -> [ExpansionTerm] {
        var found = noBytes()
        try check { message in
            prefix.lent { cx_database_expand(handle, document, $0, UInt32(limit), &found, message) }
        }
        return lines(taking: found).compactMap { line in
            guard let tab = line.lastIndex(of: "\t"), let weight = Double(line[line.index(after: tab)...])
            else {
                return nil
            }
            return ExpansionTerm(term: String(line[..<tab]), weight: weight)
        }
    }
}
