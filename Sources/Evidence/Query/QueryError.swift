/// Why a query or a filter's value was refused: what is wrong, where, and what to write instead.
///
/// `QueryFaults.swift` holds the wording of each.
public struct QueryError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The kind of error, for programs.
    public let code: ErrorCode
    /// What is wrong and where, for people: a sentence without its full stop.
    public let message: String
    /// The byte of the query that it is about, from 0; `nil` for a parameter or the whole query.
    public let at: Int?
    /// What to do about it.
    public let hint: String?
    /// Names that could stand there instead, the likeliest first.
    public let candidates: [String]

    /// An error with its place and its remedy, as far as they are known.
    public init(
        _ code: ErrorCode, _ message: String, at: Int? = nil, hint: String? = nil, candidates: [String] = []
    ) {
        self.code = code
        self.message = message
        self.at = at
        self.hint = hint
        self.candidates = candidates
    }

    /// The message and the hint in one line.
    public var description: String { hint.map { "\(message); \($0)" } ?? message }
}
