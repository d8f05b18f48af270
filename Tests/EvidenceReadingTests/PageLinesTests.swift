import Evidence
import EvidenceReading
import Testing

/// Paragraphs that were broken at about one width, as text copied from a PDF or a mail is.
struct PageLinesTests {
    private static let paragraphs = [
        "Partners told us that enquiries in Mareham were quick and kind, and that the people who made them were known by name.",
        "Senior leaders told us that the long-term plan for the assessment of carers had been agreed with all of the partners in 2024. It had money for three years, and it was read by the board every month.",
        "Staff said that training was thorough.",
        "Unpaid carers told us they waited. They said the Carers’ Hub rang them back within a week of their first call to it.",
    ]
    private static let head = """
        Mareham Borough Council: local authority assessment
        Safeguarding
        Score: 3
        3 - Evidence shows a good standard
        Key findings for this quality statement

        """

    private static func wrapped(_ text: String, at width: Int) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test("paragraphs with blank lines between are joined again", arguments: 50...100)
    func spaced(width: Int) throws {
        let text = Self.paragraphs.map { Self.wrapped($0, at: width) }.joined(separator: "\n\n")
        let page = try Pages.page(Self.head + "\n" + text)

        #expect(page.paragraphs.map(\.text) == Self.paragraphs)
        #expect(page.remarks == [])
    }

    @Test("paragraphs without are too, or the page says so", arguments: 50...100)
    func compact(width: Int) throws {
        let text = Self.paragraphs.map { Self.wrapped($0, at: width) }.joined(separator: "\n")
        let page = try Pages.page(Self.head + text)

        #expect(page.paragraphs.map(\.text) == Self.paragraphs || page.remarks.contains(where: \.isFault))
        #expect(page.paragraphs.map(\.text).joined(separator: " ") == Self.paragraphs.joined(separator: " "))
    }

    @Test(
        "a word that was parted has its hyphen where it is its own",
        arguments: [
            ("the long-\nterm", "the long-term"), ("the assess-\nment of", "the assessment of"),
            ("the assess\u{AD}\nment of", "the assessment of"),
            ("a self-\ndirected", "a self-directed"), ("in 2023-\n24", "in 2023-24"),
            ("the Care-\nHub", "the Care-Hub"),
        ])
    func hyphens(broken: String, joined: String) throws {
        let line = "Senior leaders told us that they had found "
        let page = try Pages.page(
            Self.head + "Partners told us that they had heard of the plan\nthat was agreed.\n\n" + line
                + broken + " plan of the council.")

        #expect(page.paragraphs.map(\.text).last == line + joined + " plan of the council.")
        #expect(page.remarks == [])
    }

    @Test("a hyphen of which nothing tells is remarked")
    func doubtful() throws {
        let page = try Pages.page(
            Self.head
                + "Partners told us that they had heard of the plan\nthat was agreed with all the quick-\nstep of it."
        )

        #expect(page.remarks == [PageRemark(line: 7, .hyphen("quick-step"))])
    }

    @Test("one broken line among long ones is remarked, and lists without bullets are none")
    func others() throws {
        let long = String(repeating: "Staff said that all of it was in good order. ", count: 6)
        let broken = try Pages.page(
            Self.head + "Senior leaders in adult social care\ntold us it was late.\n" + long)
        let list = try Pages.page(
            Self.head
                + "The aims were:\nhelping people to stay at home for longer\nsupporting carers to have a break at last\n"
                + long)

        #expect(broken.remarks == [PageRemark(line: 6, .broken)])
        #expect(list.remarks == [] && list.paragraphs.count == 4)
    }
}
