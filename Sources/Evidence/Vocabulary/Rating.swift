/// The CQC's rating of an assessment.
public enum Rating: String, CaseIterable, Codable, Sendable {
    /// 88% and over.
    case outstanding
    /// 63 to 87%.
    case good
    /// 39 to 62%.
    case requiresImprovement = "requires-improvement"
    /// 25 to 38%.
    case inadequate

    /// The rating as the CQC prints it: `Requires improvement`.
    public var label: String {
        switch self {
        case .outstanding: "Outstanding"
        case .good: "Good"
        case .requiresImprovement: "Requires improvement"
        case .inadequate: "Inadequate"
        }
    }

    /// The rating that the CQC's rule gives to a percentage of 25 to 100; `nil` for every other number.
    public init?(percentage: Int) {
        switch percentage {
        case 25...38: self = .inadequate
        case 39...62: self = .requiresImprovement
        case 63...87: self = .good
        case 88...100: self = .outstanding
        default: return nil
        }
    }

    /// The percentage that the CQC's rule gives to nine scores of 1 to 4: their sum out of 36, rounded.
    ///
    /// `nil` if there are not nine, or one is no score.
    public static func percentage(ofScores scores: [Int]) -> Int? {
        guard scores.count == 9, scores.allSatisfy((1...4).contains) else { return nil }
        return (scores.reduce(0, +) * 100 + 18) / 36
    }
}
