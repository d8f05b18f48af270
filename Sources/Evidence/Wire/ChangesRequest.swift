/// A request for what changed in the index.
public struct ChangesRequest: Equatable, Sendable {
    /// The moment that changes are wanted since.
    public enum Since: Equatable, Sendable {
        /// The day or month, itself included.
        case date(PublicationDate)
        /// The generation, itself left out.
        case generation(Int)

        /// The moment that a text names, `2026-11-01`, `2026-11` or `12`; `nil` if it names none.
        init?(_ text: String) {
            if let date = PublicationDate(text) {
                self = .date(date)
            } else if !text.isEmpty, text.utf8.count < 10,
                text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let number = Int(text)
            {
                self = .generation(number)
            } else {
                return nil
            }
        }
    }

    /// The filters, as typed.
    public let fields: [FieldValue]
    /// The editions that are looked at.
    public let editions: Editions
    /// The moment that changes are wanted since; `nil` for all.
    public let since: Since?
    /// The generation to ask; `nil` for the current one.
    public let generation: Int?

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
        let given = try GivenParameters(parameters, of: .changes)
        fields = given.fields
        editions = given.editions
        if let text = given.text(.since) {
            guard let since = Since(text) else { throw .badSince(text) }
            self.since = since
        } else {
            since = nil
        }
        generation = given.number(.generation)
    }
}
