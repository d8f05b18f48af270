extension SearchResponse: JSONWritable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case query, total, hits, facets, cross, suggestions, index
    }

    /// Writes the answer as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("query"); query.write(to: &json)
            json.name("total"); total.write(to: &json)
            json.name("hits"); json.array(hits) { $1.write(to: &$0) }
            json.name("facets"); facets.write(to: &json)
            if let cross { json.name("cross"); cross.write(to: &json) }
            json.name("suggestions"); json.array(suggestions) { $1.write(to: &$0) }
            json.name("index"); index.write(to: &json)
        }
    }

    /// Reads an answer from the wire.
    public init(from decoder: any Decoder) throws {
        let json = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            query: try json.decode(Asked.self, forKey: .query),
            total: try json.decode(Total.self, forKey: .total),
            hits: try json.decode([Hit].self, forKey: .hits),
            facets: try .decode(from: json.nestedContainer(keyedBy: FacetField.self, forKey: .facets)),
            cross: try json.decodeIfPresent(CrossTable.self, forKey: .cross),
            suggestions: try json.decode([Suggestion].self, forKey: .suggestions),
            index: try json.decode(IndexDescription.self, forKey: .index))
    }
}

extension SearchResponse.Asked: JSONWritable {
    /// Writes what was asked.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("text"); json.value(text)
            json.name("understood"); json.value(understood)
            json.name("corrected")
            if let corrected {
                json.object { json in
                    json.name("from"); json.value(corrected.from)
                    json.name("to"); json.value(corrected.to)
                }
            } else {
                json.null()
            }
            json.name("match")
            json.value(match.rawValue)
            json.name("synonyms")
            json.array(synonyms) { $0.value($1) }
        }
    }
}

extension SearchResponse.Total: JSONWritable {
    /// Writes the counts.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("n"); json.value(n)
            json.name("all_words"); json.value(allWords)
            json.name("of"); json.value(of)
            json.name("exact"); json.value(isExact)
        }
    }
}

extension Suggestion: JSONWritable {
    /// Writes the suggestion.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("message"); json.value(message)
            json.name("parameter"); json.value(parameter)
            json.name("value"); json.value(value)
            json.name("instead"); json.value(instead)
            json.name("n"); json.value(n)
        }
    }
}

extension IndexDescription: JSONWritable {
    /// Writes the description.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("uuid"); json.value(uuid)
            json.name("generation"); json.value(generation)
            json.name("built"); json.value(built)
            json.name("paragraphs"); json.value(paragraphs)
            json.name("pages"); json.value(pages)
        }
    }
}
