/// What a request for one paragraph asks for beside its id.
public struct ParagraphRequest: Equatable, Sendable {
    /// How many of its neighbours on the page are wanted to each side.
    public var context = 0
    /// The generation to ask; `nil` for the current one.
    public var generation: Int?

    /// The most neighbours to each side that one answer holds.
    static let largestContext = 100

    /// The request that a URL's parameters make; a name or a value that isn't known is an error.
    public init(parameters: [(name: String, value: String)]) throws(RequestError) {
        try RequestError.checkOnce("context", "generation", in: parameters)
        for (name, value) in parameters {
            switch name {
            case "context": context = try .parameter(name, value: value, in: 0...Self.largestContext)
            case "generation": generation = try .parameter(name, value: value, in: 1...Int(Int32.max))
            default: throw .unknownParameter(name, known: ["context", "generation"])
            }
        }
    }
}

extension Int {
    /// The number that a parameter gives; another than a whole number of the range is an error.
    static func parameter(_ name: String, value: String, in range: ClosedRange<Int>) throws(RequestError) -> Int
    {
        guard let number = Int(value), range.contains(number) else {
            throw .badNumber(name, value: value, range: range)
        }
        return number
    }
}
