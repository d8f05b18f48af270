/// What announces the list that a walk may be in: "Carers told us the main problems were:".
struct ListContext {
    private var lead: String?
    /// True if the paragraph before announces a list, or is an item of one that has lost its bullets.
    private(set) var isOpen = false

    /// The paragraph that announces the list of which a line of evidence is an item; `nil` if it is no item.
    ///
    /// Compact pages have lost the bullets: there an item is a line without a full stop, or one that goes on in lower
    /// case, and a whole sentence ends the list.
    mutating func leadIn(to line: PageLine) -> String? {
        let text = line.text
        let isPlainItem = isOpen && !text.hasSuffix(":") && Self.isPlainItem(text)
        if line.isBulleted || Self.isNumbered(text) || isPlainItem {
            // Below bullets a line without one is no item.
            isOpen = isPlainItem && !line.isBulleted
            return lead
        }
        isOpen = text.hasSuffix(":")
        lead = Self.announces(text) ? text : nil
        return nil
    }

    private static func isPlainItem(_ text: String) -> Bool {
        text.first?.isLowercase == true || !(text.last.map { ".?!”\"".contains($0) } ?? true)
    }

    /// Returns true for `1. Long waits`, `2) Long waits`, `(a) long waits`.
    private static func isNumbered(_ text: String) -> Bool {
        let mark = text.prefix { $0 != " " }
        guard mark.count < text.count, let last = mark.last, ".)".contains(last) else { return false }
        let number = mark.dropLast().drop { $0 == "(" }
        return (1...2).contains(number.count) && number.allSatisfy(\.isNumber)
            || number.count == 1 && number.first?.isLowercase == true
    }

    /// Returns true if bullets below a paragraph are what it says: it ends with a colon, without a stop, or so.
    private static func announces(_ text: String) -> Bool {
        guard let last = text.last, ".?!”\"".contains(last) else { return true }
        return text.hasSuffix("following.") || text.hasSuffix("below.")
    }
}
