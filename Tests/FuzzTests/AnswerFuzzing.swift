import Evidence

@testable import EvidenceCLI

/// Reads what a daemon sends, which may be another program.
enum AnswerFuzzing {
    /// Reads the bytes as an answer in HTTP, in two pieces, and as JSON.
    static func run(_ bytes: [UInt8]) throws {
        var reader = AnswerReader()
        let half = bytes.count / 2
        do {
            var answer = try reader.answer(with: Array(bytes[..<half]))
            if answer == nil { answer = try reader.answer(with: Array(bytes[half...])) }
            if let answer { try readJSON(answer.body) }
        } catch is ExchangeError {}
        try readJSON(bytes)
    }

    private static func readJSON(_ bytes: [UInt8]) throws {
        try read(SearchResponse.self, bytes)
        try read(ParagraphResponse.self, bytes)
        try read(SimilarResponse.self, bytes)
        try read(PagesResponse.self, bytes)
        try read(StatusResponse.self, bytes)
        try read(RequestError.self, bytes)
    }

    /// What is read is written, and read again as the same.
    private static func read<Response: JSONReadable & JSONWritable & Equatable>(
        _: Response.Type, _ bytes: [UInt8]
    ) throws {
        guard let response = try? Response(json: bytes) else { return }
        let json = response.json
        let again = try Response(json: json)
        try require(again.json == json, "read as \(again), not \(response)")
    }
}
