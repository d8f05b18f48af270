import Evidence
import Foundation
import Testing

struct PublicationDateTests {
    @Test(
        "days and months that exist are dates",
        arguments: ["2025-06-20", "2025-06", "2024-02-29", "2000-02-29"])
    func dates(text: String) {
        #expect(PublicationDate(text)?.description == text)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "2025", "2025-13", "2025-00", "2025-02-29", "1900-02-29", "2025-06-31", "2025-6-1",
            "2025-06-00",
            "25-06-01", "2025-06-20-01", "+025-06", "2025-+6", "0000-01", " 2025-06", "２０２５-06",
        ])
    func noDates(text: String) {
        #expect(PublicationDate(text) == nil)
    }

    @Test(
        "the CQC's wording is read with full and short months",
        arguments: [
            ("17 May 2024", "2024-05-17"), ("3 June 2024", "2024-06-03"), ("03 Sep 2023", "2023-09-03"),
            ("1 Sept 2023", "2023-09-01"), ("31 DECEMBER 2025", "2025-12-31"), ("May 2024", "2024-05"),
            ("31 June 2024", nil), ("17 May 202", nil), ("17 Mayor 2024", nil), ("2024", nil), ("", nil),
        ] as [(String, String?)])
    func wordings(text: String, date: String?) {
        #expect(PublicationDate(wording: text)?.description == date)
    }

    @Test(
        "a date is written as people write it",
        arguments: [
            ("2025-06-20", "20 June 2025"), ("2024-01", "January 2024"), ("2023-12-03", "3 December 2023"),
        ])
    func inWords(text: String, words: String) {
        #expect(PublicationDate(text)?.inWords == words)
    }

    @Test("dates compare as text, and give their month")
    func order() throws {
        let month = try #require(PublicationDate("2024-05"))
        let day = try #require(PublicationDate("2024-05-17"))

        #expect(month < day)
        #expect(day.month == "2024-05" && month.month == "2024-05")
    }

    @Test("a date is a string in JSON, and a wrong one is refused")
    func json() throws {
        let dates = try JSONDecoder().decode([PublicationDate].self, from: Data(#"["2024-05-17"]"#.utf8))

        #expect(try JSONEncoder().encode(dates) == Data(#"["2024-05-17"]"#.utf8))
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([PublicationDate].self, from: Data(#"["17 May"]"#.utf8))
        }
    }
}
