import Evidence

extension Citation {
    /// Writes an item of CSL-JSON, which Zotero and Pandoc read.
    func writeCSL(to json: inout JSONWriter) {
        json.object { json in
            json.name("id"); json.value(key)
            json.name("type"); json.value("report")
            json.name("title"); json.value(title)
            json.name("author")
            json.array([Self.publisher]) { json, name in
                json.object { json in
                    json.name("literal"); json.value(name)
                }
            }
            json.name("publisher"); json.value(Self.publisher)
            json.name("genre"); json.value("Local authority assessment")
            if let published = hit.published {
                json.name("issued")
                json.object { json in
                    json.name("date-parts")
                    let parts = published.split(separator: "-").compactMap { Int($0) }
                    json.array([parts]) { json, parts in json.array(parts) { $0.value($1) } }
                }
            }
            json.name("section"); json.value(hit.sectionName)
            if let url = hit.url { json.name("URL"); json.value(url) }
            json.name("archive"); json.value("evidence index \(index.uuid), generation \(index.generation)")
            json.name("archive_location"); json.value("\(hit.id)@\(hit.fingerprint)")
            json.name("note"); json.value(note)
        }
    }

    /// The items of several citations, as a CSL-JSON file holds them.
    static func csl(_ citations: [Citation]) -> [UInt8] {
        var json = JSONWriter()
        json.array(citations) { $1.writeCSL(to: &$0) }
        json.endLine()
        return json.bytes
    }
}
