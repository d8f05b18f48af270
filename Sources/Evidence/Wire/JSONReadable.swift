/// A type that can be read from an answer.
public protocol JSONReadable {
    /// Reads the value; members that it doesn't know are skipped.
    init(reading json: JSONValue) throws(JSONError)
}

extension JSONReadable {
    /// Reads the value that is the whole of a text.
    public init(json: [UInt8]) throws(JSONError) { try self.init(reading: JSONValue(json)) }
}

extension JSONReadable where Self: RawRepresentable, RawValue == String {
    /// Reads a value by its name.
    public init(reading json: JSONValue) throws(JSONError) {
        guard let value = Self(rawValue: try String(reading: json)) else { throw json.failure }
        self = value
    }
}

extension String: JSONReadable {
    /// Reads a text.
    public init(reading json: JSONValue) throws(JSONError) {
        guard let text = json.characters else { throw json.failure }
        self = text
    }
}

extension Substring: JSONReadable {
    /// Reads a text.
    public init(reading json: JSONValue) throws(JSONError) { self = try String(reading: json)[...] }
}

extension Int: JSONReadable {
    /// Reads a whole number.
    public init(reading json: JSONValue) throws(JSONError) {
        guard let number = json.digits.flatMap({ Int($0) }) else { throw json.failure }
        self = number
    }
}

extension Double: JSONReadable {
    /// Reads a number.
    public init(reading json: JSONValue) throws(JSONError) {
        guard let number = json.digits.flatMap({ Double($0) }) else { throw json.failure }
        self = number
    }
}

extension Bool: JSONReadable {
    /// Reads `true` or `false`.
    public init(reading json: JSONValue) throws(JSONError) {
        guard let flag = json.flag else { throw json.failure }
        self = flag
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    /// Reads an array.
    public init(reading json: JSONValue) throws(JSONError) { self = try json.elements() }
}

extension Range: JSONReadable where Bound == Int {
    /// Reads a `[start, end)` pair.
    public init(reading json: JSONValue) throws(JSONError) {
        let pair: [Int] = try json.elements()
        guard pair.count == 2, pair[0] <= pair[1] else { throw json.failure }
        self = pair[0]..<pair[1]
    }
}

extension JSONValue: JSONReadable {
    /// The value as it is.
    public init(reading json: JSONValue) { self = json }
}

extension SourceGroup: JSONReadable {}
extension FacetField: JSONReadable {}
