/// The number of letters to insert, delete, change or swap with a neighbour to turn one word into the other.
///
/// `nil` if it takes more than `limit`. The cost is the product of the lengths.
public func editDistance(_ first: String, _ second: String, atMost limit: Int) -> Int? {
    let first = Array(first.unicodeScalars), second = Array(second.unicodeScalars)
    guard abs(first.count - second.count) <= limit else { return nil }
    var before: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
        var line = [row + 1]
        line.reserveCapacity(second.count + 1)
        for column in second.indices {
            let change = last[column] + (first[row] == second[column] ? 0 : 1)
            var best = min(change, last[column + 1] + 1, line[column] + 1)
            if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                best = min(best, before[column - 1] + 1)
            }
            line.append(best)
        }
        // A row in which nothing is near enough cannot lead to an end that is.
        guard line.contains(where: { $0 <= limit }) else { return nil }
        (before, last) = (last, line)
    }
    return last[second.count] <= limit ? last[second.count] : nil
}

/// The values that a mistyped one may have meant.
struct Nearest {
    /// The likeliest first: all of them if there are at most ten, else the five nearest.
    let candidates: [String]
    /// The first candidate, if it is near enough to ask "did you mean".
    let likeliest: String?

    /// `values` in the order of their distance from `input`, the distance of equals being their own order.
    ///
    /// A value is as near as the nearest of its names, or of the words of a name.
    init(to input: String, among values: [(value: String, names: [String])]) {
        // Beyond this length every name is equally far, and the work must stay small whatever was typed.
        let input = String(slug(input).prefix(64))
        let far = 64
        let ranked = values.enumerated().map { index, entry in
            (entry.value, index, entry.names.map { Self.distance(input, $0) ?? far }.min() ?? far)
        }.sorted { ($0.2, $0.1) < ($1.2, $1.1) }
        candidates = ranked.prefix(values.count <= 10 ? 10 : 5).map(\.0)
        likeliest = ranked.first.flatMap { $0.2 <= max(1, input.utf8.count / 3) ? $0.0 : nil }
    }

    private static func distance(_ input: String, _ name: String) -> Int? {
        let words = name.split(separator: "-").map(String.init)
        return (words.count > 1 ? [name] + words : [name])
            .compactMap { editDistance(input, $0, atMost: 12) }.min()
    }
}
