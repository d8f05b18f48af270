internal import CXapian
internal import CXapianWriting
internal import Glibc
public import Xapian

extension Database {
    /// Merges the databases in some folders into one at `path`, with full blocks and no spare room:
    /// `Database::compact`.
    ///
    /// Documents are numbered anew, those of each database successively; spellings and synonyms add up.
    public static func compact(_ parts: [String], to path: String) throws(XapianError) {
        let copies = parts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers = copies.map { UnsafePointer($0) }
        try check { cx_compact(pointers, pointers.count, path, $0) }
    }

    /// How many faults `Database::check` finds in the files at `path`.
    public static func faults(at path: String) throws(XapianError) -> Int {
        var faults = 0
        try check { cx_database_check(path, &faults, $0) }
        return faults
    }
}
