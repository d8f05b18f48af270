import Evidence

/// Looks up paragraphs by their ids, all in one generation of the index.
final class Lookup {
    private let client: Client
    private var generation: Int?

    init(client: Client, generation: Int? = nil) {
        self.client = client
        self.generation = generation
    }

    /// Returns the paragraph; if the index has none of this id, says so on standard error and returns `nil`.
    func paragraph(_ id: ParagraphID, context: Int?) throws -> ParagraphResponse? {
        do {
            let response = try client.decode(
                client.body(of: target(id.path, context)), as: ParagraphResponse.self)
            generation = response.index.generation
            id.noticeEdition(of: response)
            id.noticeChange(of: response.paragraph)
            return response
        } catch let failure as Failure where failure.status == ExitStatus.nothing {
            failure.print()
            return nil
        }
    }

    /// Returns the paragraphs before and after a hit, `count` of each.
    func context(of hit: Hit, count: Int) throws -> (before: [Hit], after: [Hit]) {
        let response = try client.decode(
            client.body(of: target(hit.id, count)), as: ParagraphResponse.self)
        return (response.before, response.after)
    }

    private func target(_ id: String, _ context: Int?) -> Target {
        var parameters: [Target.Parameter] = []
        if let context { parameters.append(("context", "\(context)")) }
        if let generation { parameters.append(("generation", "\(generation)")) }
        return Target(path: "/v1/paragraphs/\(id)", parameters: parameters)
    }
}
