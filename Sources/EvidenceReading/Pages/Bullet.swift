/// The mark before an item of a list.
enum Bullet {
    /// The item behind a bullet; `nil` if the line has none.
    ///
    /// A hyphen, a dash or an asterisk is a bullet only before a space: "*Care Act" and "-5%" keep theirs.
    static func item(of text: String) -> String? {
        guard let mark = text.first, marks.contains(mark) else { return nil }
        let rest = text.dropFirst()
        guard rest.isEmpty || rest.first?.isWhitespace == true || round.contains(mark) else { return nil }
        return String(rest.drop(while: \.isWhitespace))
    }

    private static let round: Set<Character> = ["•", "◦", "▪", "●", "○", "‣"]
    private static let marks = round.union(["-", "–", "*", "·"])
}
