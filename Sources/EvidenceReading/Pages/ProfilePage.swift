internal import Evidence

/// The front page of an assessment: what kind of place the council is of.
enum ProfilePage {
    /// Returns true if the lines have two of the profile's three headings, and none of an assessment's.
    static func isProfile(_ lines: [PageLine]) -> Bool {
        guard !lines.contains(where: isOfAssessment) else { return false }
        let short = lines.lazy.filter { $0.text.utf8.count <= 80 && !$0.text.hasSuffix(".") }.map {
            slug($0.text)
        }
        let headings = Set(
            short.compactMap { $0.hasPrefix("about-") ? "about" : Self.headings.contains($0) ? $0 : nil })
        return headings.count >= 2
    }

    private static let headings: Set<String> = ["demographics", "financial-facts"]

    private static func isOfAssessment(_ line: PageLine) -> Bool {
        line.heading?.isOfStatement == true || line.heading == .summary
    }
}
