/// The version of the wire: fields may be added to it, none changes meaning.
public enum WireSchema {
    /// The value of `schema` in every answer.
    public static let current = "evidence/1"
}

/// A type that can stand in an answer.
public protocol JSONWritable {
    /// Writes the value as the wire has it.
    func write(to json: inout JSONWriter)
}

extension JSONWritable {
    /// The value as JSON, without a line feed at the end.
    public var json: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }
}
