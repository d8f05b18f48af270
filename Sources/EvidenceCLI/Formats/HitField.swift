import ArgumentParser
import Evidence

/// A hit with what the command itself adds to it.
struct FoundHit {
    var hit: Hit
    var index: IndexDescription
    /// Its neighbours on the page, if they were asked for.
    var context: (before: [Hit], after: [Hit])?

    var citation: Citation { Citation(hit: hit, index: index) }
}

/// A value of a hit that `--fields` can choose; the names are the wire's.
enum HitField: String, CaseIterable {
    case rank, id, fingerprint, weight, authority
    case authorityName = "authority_name"
    case authorityCode = "authority_code"
    case region
    case authorityType = "authority_type"
    case statement
    case statementName = "statement_name"
    case theme
    case themeName = "theme_name"
    case score
    case scoreName = "score_name"
    case indicative, section
    case sectionName = "section_name"
    case published, edition, rating, indexed, url
    case saidBy = "said_by"
    case inTheirWords = "in_their_words"
    case path, line, snippet, text, citation

    /// The columns of csv and tsv unless others are chosen: all but the weight, because its scale is no contract, the
    /// snippet, which the text holds, and the citation.
    static let usual = allCases.filter { ![.weight, .snippet, .citation].contains($0) }

    /// The fields that `--fields` lists: names with commas, hyphens as good as underscores.
    static func list(_ argument: String) throws -> [HitField] {
        try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
            let wanted = name.trimmed.lowercased().replacing("-", with: "_")
            let alias = ["council": "authority", "council_name": "authority_name"][wanted] ?? wanted
            guard let field = HitField(rawValue: alias) else {
                throw ValidationError("there is no field “\(name)”; the fields are \(known)")
            }
            return field
        }
    }

    private static var known: String { allCases.map(\.rawValue).joined(separator: ", ") }

    func cell(of found: FoundHit) -> Cell {
        let hit = found.hit
        return switch self {
        case .rank: Cell(hit.rank)
        case .id: .text(hit.id)
        case .fingerprint: .text(hit.fingerprint)
        case .weight: hit.weight.map(Cell.decimal) ?? .none
        case .authority: .text(hit.authority)
        case .authorityName: .text(hit.authorityName)
        case .authorityCode: Cell(hit.authorityCode)
        case .region: Cell(hit.region)
        case .authorityType: Cell(hit.authorityType)
        case .statement: .text(hit.statement)
        case .statementName: .text(hit.statementName)
        case .theme: Cell(hit.theme)
        case .themeName: Cell(hit.themeName)
        case .score: Cell(hit.score)
        case .scoreName: Cell(hit.scoreName)
        case .indicative: .truth(hit.isIndicative)
        case .section: .text(hit.section)
        case .sectionName: .text(hit.sectionName)
        case .published: Cell(hit.published)
        case .edition: Cell(hit.edition)
        case .rating: Cell(hit.rating)
        case .indexed: Cell(hit.indexed)
        case .url: Cell(hit.url)
        case .saidBy: .list(hit.saidBy.map(\.rawValue))
        case .inTheirWords: Cell(hit.inTheirWords)
        case .path: .text(hit.source.path)
        case .line: .number(hit.source.line)
        case .snippet: Cell(hit.snippet?.text)
        case .text: .text(hit.text)
        case .citation: .text(found.citation.text)
        }
    }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        var text = self[...].drop(while: \.isWhitespace)
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }
}
