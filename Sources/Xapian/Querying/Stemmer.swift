internal import CXapian

/// Reduces the forms of a word to one stem: `Xapian::Stem`.
public final class Stemmer {
    private let handle: OpaquePointer

    /// A stemmer of Snowball's for a language, such as `en`.
    public init(language: String) throws(XapianError) {
        handle = try Xapian.handle { cx_stemmer_new(language, $0, $1) }
    }

    deinit { cx_stemmer_free(handle) }

    /// The stem of a word in lower case: `discharges` and `discharged` both give `discharg`.
    public func stem(_ word: String) throws(XapianError) -> String {
        var stem = noBytes()
        try check { message in word.lent { cx_stemmer_stem(handle, $0, &stem, message) } }
        return String(taking: stem)
    }
}
