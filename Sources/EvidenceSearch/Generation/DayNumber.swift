/// A day as the number that an index holds: 20261101 is 1 November 2026.
package enum DayNumber {
    /// The day as `2026-11-01`; `nil` for 0, which is no day.
    package static func text(_ day: UInt32) -> String? {
        guard day > 0 else { return nil }
        func padded(_ number: UInt32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day / 10_000)-\(padded(day / 100 % 100))-\(padded(day % 100))"
    }

    /// The number of the day that a text begins with, `2026-11-01` or `2026-11-01T18:00:00Z`; 0 if there is none.
    package static func number(_ text: some StringProtocol) -> UInt32 {
        UInt32(String(text.prefix(10).filter { $0 != "-" })) ?? 0
    }
}
