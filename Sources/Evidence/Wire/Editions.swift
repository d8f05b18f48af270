/// The editions of reports that a request looks at.
public enum Editions: String, CaseIterable, Sendable {
    /// Each authority's latest assessment.
    case latest
    /// Every assessment that the index holds.
    case all
}
