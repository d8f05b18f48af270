import Evidence
import Testing

struct QueryDateTests {
    @Test(
        "a range takes in both its ends, whole months and years",
        arguments: [
            ("2025-06", "2025-06-01", true), ("2025-06", "2025-06-30", true),
            ("2025-06", "2025-07-01", false),
            ("2025-06", "2025-06", true), ("2025", "2025-12-31", true), ("2025", "2024-12-31", false),
            ("2025-01..2025-06", "2025-06-30", true), ("2025-01..2025-06", "2024-12-31", false),
            ("2025-06-20", "2025-06-20", true), ("2025-06-20", "2025-06-21", false),
            ("2025-06..", "2031-01-01", true), ("..2025-06", "2025-07-01", false),
            ("..2025-06", "1999-01-01", true),
            ("2025-06..2025", "2025-12-31", true),
        ])
    func contains(range: String, date: String, expected: Bool) throws {
        let range = try #require(DateRange(range))

        #expect(range.contains(date) == expected)
    }

    @Test(
        "what is no date, or ends before it begins, is no range",
        arguments: [
            "", "..", "june", "25", "2025-13", "2025-02-29", "2025-6", "2025-06..2025-05", "2025...2026",
            "20250",
            "0000", "+025", "2025-06-20T10", "2024..2025..2026",
        ])
    func refused(text: String) {
        #expect(DateRange(text) == nil)
    }
}
