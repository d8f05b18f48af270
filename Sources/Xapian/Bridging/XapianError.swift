internal import CXapian

/// An error that Xapian reported, with one code for each different thing that a caller can do about it.
public struct XapianError: Error, Equatable, CustomStringConvertible {
    /// The kinds of failure; several of Xapian's classes share one if the remedy is the same.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no database at the path, or what is there isn't one.
        case databaseNotFound
        /// Another writer holds the database.
        case databaseLocked
        /// A writer committed twice since the reader opened, so its revision may be gone: reopen.
        case databaseModified
        /// The files are damaged or can't be read.
        case databaseCorrupt
        /// The database was written in a format that this libxapian doesn't read.
        case databaseVersion
        /// No document has that number.
        case documentNotFound
        /// A value that Xapian doesn't take, such as a term of more than 245 bytes.
        case invalidArgument
        /// A wildcard stands for more terms than allowed.
        case expansionTooLarge
        /// Anything else, exceptions that aren't Xapian's among them.
        case `internal`
    }

    /// The kind of failure.
    public let code: Code
    /// Xapian's own words.
    public let message: String

    /// Xapian's own words, behind the code.
    public var description: String { "\(code): \(message)" }

    init(status: cx_status, message: String) {
        self.message = message
        code =
            switch status {
            case CX_DATABASE_NOT_FOUND: .databaseNotFound
            case CX_DATABASE_LOCKED: .databaseLocked
            case CX_DATABASE_MODIFIED: .databaseModified
            case CX_DATABASE_CORRUPT: .databaseCorrupt
            case CX_DATABASE_VERSION: .databaseVersion
            case CX_DOCUMENT_NOT_FOUND: .documentNotFound
            case CX_INVALID_ARGUMENT: .invalidArgument
            case CX_EXPANSION_TOO_LARGE: .expansionTooLarge
            default: .internal
            }
    }
}
