public import Evidence

/// The address of a page on the web, and what it says of the page.
public enum PageAddress {
    /// The month of publication that an address names by MMYY: `…/sthelens-0525/theme1/needs` is of 2025-05.
    ///
    /// The four digits end a part of the path, or precede a hyphen as in `camden-0225-theme1-needs`.
    public static func edition(of address: String) -> PublicationDate? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").lazy.compactMap(month).first
    }

    /// The address in a mirror of a website that a path leads to: what follows the last folder named as a host is.
    ///
    /// `mirror/www.cqc.org.uk/care-services/x-0525/summary.html` gives `https://www.cqc.org.uk/care-services/x-0525/summary`.
    public static func address(ofMirrored path: String) -> String? {
        let parts = path.split(separator: "/")
        guard let host = parts.dropLast().lastIndex(where: isHost) else { return nil }
        var below = parts[(host + 1)...].map(String.init)
        let name = below.removeLast()
        let bare = ends.first { name.lowercased().hasSuffix($0) }.map { name.dropLast($0.count) } ?? name[...]
        if bare != "index" { below.append(String(bare)) }
        let address =
            "https://"
            + ([parts[host].trimmingSuffix { $0 == "." }] + below.map { $0[...] }).joined(separator: "/")
        return address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.isASCII } ? address : nil
    }

    /// Returns true for an address of the CQC's own site; a folder on the way to a mirror may be named as another host.
    public static func isOfCQC(_ address: String) -> Bool {
        address.split(separator: "/").dropFirst().first?.hasSuffix("cqc.org.uk") == true
    }

    private static let ends = [".html", ".htm", ".xhtml", ".txt"]

    /// Returns true for `www.cqc.org.uk`, `cqc.org.uk` and `cqc.org.uk.`; a folder such as `reports.old` is none.
    private static func isHost(_ folder: Substring) -> Bool {
        let name = folder.lowercased().trimmingSuffix { $0 == "." }
        return name.hasPrefix("www.") && name.utf8.count > 4 || name.hasSuffix(".org.uk")
            || name.hasSuffix(".gov.uk")
    }

    private static func month(in part: Substring) -> PublicationDate? {
        part.split(separator: "-").dropFirst().lazy.compactMap { word in
            let digits = word.prefix { $0 != "." }
            // Assessments began in 2023, so "-0199" is something else.
            guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                ("23"..."59").contains(digits.suffix(2))
            else { return nil }
            return PublicationDate("20\(digits.suffix(2))-\(digits.prefix(2))")
        }.first
    }
}
