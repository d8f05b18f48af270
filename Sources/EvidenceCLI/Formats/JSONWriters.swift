import Evidence

/// A hit as JSON: all of it, or the fields chosen, and what the command adds.
struct HitJSON {
    /// `nil` for all that the wire has.
    let fields: [HitField]?
    let hasCitation: Bool

    /// The hit's object; `type` stands first in a line of jsonl.
    func object(_ found: FoundHit, type: String? = nil) -> String {
        var added = JSONWriter()
        added.object { json in
            if hasCitation { json.name("citation"); json.value(found.citation.text) }
            if let (before, after) = found.context {
                json.name("before"); json.array(before) { $1.write(to: &$0) }
                json.name("after"); json.array(after) { $1.write(to: &$0) }
            }
        }
        return Self.joined([type.map(Self.type) ?? [], members(of: found), added.bytes])
    }

    private func members(of found: FoundHit) -> [UInt8] {
        guard let fields else { return found.hit.json }
        var writer = JSONWriter()
        writer.object { json in
            for field in fields {
                json.member(field.rawValue)
                field.cell(of: found).write(to: &json)
            }
        }
        return writer.bytes
    }

    /// The object that tells a line's type: `{"type":"hit"}`.
    static func type(_ name: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.name("type"); json.value(name)
        }
        return writer.bytes
    }

    /// The members of several objects in one: so that a hit keeps all that it has, whatever that may become.
    static func joined(_ objects: [[UInt8]]) -> String {
        let members = objects.map { $0.dropFirst().dropLast() }.filter { !$0.isEmpty }
        return "{" + members.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",") + "}"
    }
}

/// One JSON value, with the members of the daemon's answer.
struct WholeJSONWriter: HitWriter {
    let hits: HitJSON

    func begin(_ answer: SearchResponse) -> String {
        var head = JSONWriter()
        head.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("query"); answer.query.write(to: &json)
            json.name("total"); answer.total.write(to: &json)
            json.name("hits"); json.array([] as [Int]) { $0.value($1) }
        }
        return String(decoding: head.bytes.dropLast(2), as: UTF8.self)
    }

    func hit(_ found: FoundHit, isFirst: Bool) -> String { (isFirst ? "" : ",") + hits.object(found) }

    /// The rest of the answer, as the answer without hits has it.
    func end(_ answer: SearchResponse, count: Int) -> String {
        var rest = answer
        rest.hits = []
        let text = String(decoding: rest.json, as: UTF8.self)
        return text.firstRange(of: "\"hits\":[]").map { "]" + text[$0.upperBound...] + "\n" } ?? "]}\n"
    }
}

/// An object a line, each with its type; without an `end` the answer is not whole.
struct JSONLinesWriter: HitWriter {
    let hits: HitJSON

    func begin(_ answer: SearchResponse) -> String {
        var json = JSONWriter()
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("query"); answer.query.write(to: &json)
            json.name("total"); answer.total.write(to: &json)
            json.name("index"); answer.index.write(to: &json)
        }
        return line("begin", json)
    }

    func hit(_ found: FoundHit, isFirst: Bool) -> String { hits.object(found, type: "hit") + "\n" }

    func end(_ answer: SearchResponse, count: Int) -> String {
        let facets = answer.facets.flatMap { facet in facet.counts.map { line(facet.field, $0) } }
        var json = JSONWriter()
        json.object { json in
            json.name("hits"); json.value(count)
            json.name("total"); answer.total.write(to: &json)
            json.name("suggestions"); json.array(answer.suggestions) { $1.write(to: &$0) }
        }
        return facets.joined() + line("end", json)
    }

    private func line(_ field: FacetField, _ count: FacetCount) -> String {
        var name = JSONWriter()
        name.object { json in
            json.name("field"); json.value(field.rawValue)
        }
        return HitJSON.joined([HitJSON.type("facet"), name.bytes, count.json]) + "\n"
    }

    private func line(_ type: String, _ json: borrowing JSONWriter) -> String {
        HitJSON.joined([HitJSON.type(type), json.bytes]) + "\n"
    }
}
