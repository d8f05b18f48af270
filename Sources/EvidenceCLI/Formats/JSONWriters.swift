import Evidence

/// A hit as JSON: all of it, or the fields chosen, and what the command adds.
struct HitJSON {
    /// The fields that were chosen; `nil` for all that the wire has.
    let fields: [HitField]?
    let hasCitation: Bool

    /// Writes the members of the hit's object.
    func writeMembers(of found: FoundHit, to json: inout JSONWriter) {
        if let fields {
            for field in fields {
                json.member(field.rawValue)
                field.cell(of: found).write(to: &json)
            }
        } else {
            found.hit.writeMembers(to: &json)
        }
        if hasCitation { json.name("citation"); json.value(found.citation.text) }
        if let (before, after) = found.context {
            json.name("before"); json.array(before) { $1.write(to: &$0) }
            json.name("after"); json.array(after) { $1.write(to: &$0) }
        }
    }
}

/// One JSON value, with the members of the daemon's answer.
struct WholeJSONWriter: HitWriter {
    let hits: HitJSON

    func write(_ answer: SearchResponse, pages: HitPages, to sink: TextSink) throws {
        var json = JSONWriter()
        try answer.write(to: &json) { json in
            try json.array { json in
                try pages { page in
                    for found in page { json.object { hits.writeMembers(of: found, to: &$0) } }
                    try sink.write(json.take())
                }
            }
        }
        json.endLine()
        try sink.write(json.take())
    }
}

/// An object a line, each with its type; without an `end` the answer is not whole.
struct JSONLinesWriter: HitWriter {
    let hits: HitJSON

    func write(_ answer: SearchResponse, pages: HitPages, to sink: TextSink) throws {
        var json = JSONWriter()
        json.line("begin") { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("query"); answer.query.write(to: &json)
            json.name("total"); answer.total.write(to: &json)
            json.name("index"); answer.index.write(to: &json)
        }
        var count = 0
        try pages { page in
            for found in page { json.line("hit") { hits.writeMembers(of: found, to: &$0) } }
            count += page.count
            try sink.write(json.take())
        }
        for facet in answer.facets {
            for value in facet.counts {
                json.line("facet") { json in
                    json.name("field"); json.value(facet.field.rawValue)
                    value.writeMembers(to: &json)
                }
            }
        }
        json.line("end") { json in
            json.name("hits"); json.value(count)
            json.name("total"); answer.total.write(to: &json)
            json.name("suggestions"); json.array(answer.suggestions) { $1.write(to: &$0) }
        }
        try sink.write(json.take())
    }
}

extension JSONWriter {
    /// Writes an object on a line of its own; its type stands first.
    mutating func line(_ type: String, _ members: (inout JSONWriter) -> Void) {
        object { json in
            json.name("type"); json.value(type)
            members(&json)
        }
        endLine()
    }
}
