import Support

/// What reads bytes that others wrote, each to be handed any bytes at all.
///
/// None may crash, hang or take much memory: it reads them, or says what is wrong with them.
enum FuzzTarget: String, CaseIterable {
    /// A page in text: read, attributed, made words of.
    case pages
    /// The same for a saved web page.
    case html
    /// A query: parsed, described, searched for.
    case query
    /// A request's path and parameters, answered.
    case requests
    /// The bytes of an answer, as the command reads them.
    case answers
    /// The daemon's file of settings, and the command's.
    case settings
    /// A file of queries.
    case batch
    /// The data files of an index.
    case statements, authorities, speakers, stopwords, synonyms

    /// Reads the bytes, and throws where what was read contradicts itself.
    func run(_ bytes: [UInt8]) throws {
        switch self {
        case .pages: try PageFuzzing.run(bytes, named: "page.txt")
        case .html: try PageFuzzing.html(bytes)
        case .query: try SearchFuzzing.query(bytes)
        case .requests: try SearchFuzzing.request(bytes)
        case .answers: try AnswerFuzzing.run(bytes)
        case .settings: try SettingsFuzzing.settings(bytes)
        case .batch: try SettingsFuzzing.batch(bytes)
        case .statements, .authorities, .speakers: try DataFuzzing.run(bytes, as: rawValue + ".yaml")
        case .stopwords, .synonyms: try DataFuzzing.run(bytes, as: rawValue + ".txt")
        }
    }

    /// The folders of texts to begin with.
    var seeds: [String] {
        let own = Repository.path + "/Tests/FuzzTests/Seeds/" + rawValue
        return self == .pages ? [own, Repository.index + "/sample/harrowmere"] : [own]
    }
}

/// What was read contradicts itself.
struct Contradiction: Error {
    let what: String
}

/// Throws where something doesn't hold.
func require(_ holds: @autoclosure () throws -> Bool, _ what: @autoclosure () -> String) throws {
    guard try holds() else { throw Contradiction(what: what()) }
}
