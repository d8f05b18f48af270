/// The kind of source that a sentence of evidence names: who said it.
///
/// The CQC itself sorts evidence into four categories (people's experience, staff and leaders, partners,
/// processes); these groups are ours and finer.
public enum SourceGroup: String, CaseIterable, Codable, Sendable {
    /// People who use services, their families, and the public.
    case people
    /// Unpaid carers.
    case carers
    /// The NHS, the voluntary sector, the police and other organisations beside the authority.
    case partners
    /// Providers of care.
    case providers
    /// Staff of the authority.
    case staff
    /// Leaders of the authority, councillors among them.
    case leaders
    /// Surveys and statistics published for the whole country.
    case nationalData = "national-data"
    /// Data or statements that the authority supplied.
    case localData = "local-data"
    /// A named strategy, plan, policy or report.
    case documents
    /// None of these: the CQC's own finding. It stands on paragraphs alone, never on a sentence.
    case assessor

    /// The group as a heading or a table cell says it.
    public var label: String {
        switch self {
        case .people: "People"
        case .carers: "Unpaid carers"
        case .partners: "Partners"
        case .providers: "Providers"
        case .staff: "Staff"
        case .leaders: "Leaders"
        case .nationalData: "National data"
        case .localData: "Local data"
        case .documents: "Documents"
        case .assessor: "Assessor"
        }
    }
}
