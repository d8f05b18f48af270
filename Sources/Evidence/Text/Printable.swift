extension StringProtocol {
    /// The text without control characters, and without marks that reorder the text around them or cannot be seen.
    ///
    /// Text from a page, a file's name or a request comes through here on its way to a terminal, because a control
    /// character of C0 or C1 (U+0080 to U+009F) can move the cursor, retitle the window or type for the user. Ends of
    /// lines and tabs become spaces, the marks go, and the others become U+FFFD.
    public var printable: String {
        guard unicodeScalars.contains(where: \.isUnprintable) else { return String(self) }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
            case _ where scalar.isHiddenMark: break
            case _ where scalar.isUnprintable: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    // By number, not by `properties`: these tables take longer than the rest of a search.
    fileprivate var isUnprintable: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        default: isHiddenMark
        }
    }

    /// Marks of direction, embeddings, overrides and isolates, of which an unclosed one would turn the rest of the line around;
    /// and tags, which spell letters that nobody sees.
    fileprivate var isHiddenMark: Bool {
        switch value {
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
        default: false
        }
    }
}
