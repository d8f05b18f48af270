import Evidence
import Foundation
import Glibc
import Support
import Synchronization
import Testing

/// How `evidenced` takes up what `evidence-index` builds.
@Suite struct DaemonGenerationTests {
    @Test("without an index it runs and answers 503; the first generation is taken up within a second")
    func first() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())

        let refused = try daemon.search("q=lamp")
        let status = try HTTP.get("/v1/status", socket: daemon.socket)
        try daemon.files.indexLamps(3)
        let start = ContinuousClock.now
        // A second by the contract; a machine that runs all the tests may need another.
        while try daemon.search("q=lamp").status != 200, ContinuousClock.now - start < .seconds(2) {}

        #expect((refused.status, try refused.decoded(RequestError.self).code) == (503, .noIndex))
        #expect(try refused.decoded(RequestError.self).hint == "build one with evidence-index")
        #expect(try status.json()["index"] is NSNull)
        #expect(try daemon.search("q=lamp").decoded(SearchResponse.self).total.n == 3)
    }

    @Test("without an index a paragraph is 503 too, and what is wrong with a parameter is told first")
    func withoutIndex() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())

        #expect(try daemon.search("q=lamp&generation=1").status == 503)
        #expect(try HTTP.get("/v1/paragraphs/a/b/1", socket: daemon.socket).status == 503)
        #expect(try daemon.search("q=lamp&limit=1001").status == 400)
    }

    @Test("while generations change, hundreds of requests go on: none fails, each is of one generation")
    func swap() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(10)
        let daemon = try await TestDaemon(files)
        let clients = Clients(4, asking: "/v1/search?q=lamp&limit=100", socket: daemon.socket)

        try await eventually { clients.answers.count > 40 }
        for count in [20, 30, 40, 50] { try files.indexLamps(count) }
        try await eventually { clients.answers.count > 300 && clients.answers.last?.index.generation == 5 }
        let answers = clients.stop()

        #expect(clients.failures == 0)
        #expect(answers.allSatisfy { $0.total.n == 10 * $0.index.generation })
        #expect(answers.allSatisfy { $0.index.paragraphs == $0.total.n && $0.total.of == $0.total.n })
        #expect(Set(answers.map(\.index.generation)).isSuperset(of: [1, 5]))
        #expect(Set(answers.map(\.index.uuid)).count == 1)
    }

    @Test("the generation before stays answerable by its number; one that is gone is 410")
    func before() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(1)
        let daemon = try await TestDaemon(files)
        try files.indexLamps(2)
        try await eventually { try daemon.search("q=lamp&generation=2").status == 200 }

        let (old, new) = try (daemon.search("q=lamp&generation=1"), daemon.search("q=lamp"))
        let gone = try daemon.search("q=lamp&generation=3")
        let id = "/v1/paragraphs/harrowmere/safeguarding/2?generation="

        #expect(try old.decoded(SearchResponse.self).total.n == 1)
        #expect(try new.decoded(SearchResponse.self).total.n == 2)
        #expect((gone.status, try gone.decoded(RequestError.self).code) == (410, .generationGone))
        #expect(try HTTP.get(id + "1", socket: daemon.socket).status == 404)
        #expect(try HTTP.get(id + "2", socket: daemon.socket).status == 200)
    }

    @Test("a generation that was pruned from the disk is answered from like one that is there")
    func pruned() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(3)
        let daemon = try await TestDaemon(files)
        try files.write(Report.page("It rained."), to: "pages/a.txt")
        try #require(try files.index("--keep", "1", files.path + "/pages").status == 0)
        try await eventually { try daemon.search("q=rained").decoded(SearchResponse.self).total.n == 1 }

        let kept = try FileManager.default.contentsOfDirectory(atPath: daemon.index + "/generations")
        let phrase = try daemon.search("q=%22lamp+number%22&generation=1").decoded(SearchResponse.self)
        let id = "/v1/paragraphs/harrowmere/safeguarding/3?generation=1"

        #expect(kept == ["2"])
        #expect(phrase.hits.map(\.text) == (1...3).map { "Lamp number \($0) was lit." })
        #expect(try HTTP.get(id, socket: daemon.socket).status == 200)
    }

    @Test(
        "a newer generation that can't be read, or a newer program's, is refused while the old one goes on",
        arguments: [("{", "is damaged"), (#"{"schema":1000}"#, "was made by a newer program (schema 1000")])
    func broken(manifest: String, reason: String) async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(1)
        let daemon = try await TestDaemon(files)
        try files.write(manifest, to: "index/generations/2/manifest.json")
        try files.point("generations/2")
        try await eventually { daemon.log.contains("generation 2 refused: ") && daemon.log.contains(reason) }

        #expect(try daemon.search("q=lamp").decoded(SearchResponse.self).index.generation == 1)

        try files.point("generations/1")
        try files.indexLamps(3)
        try await eventually {
            try daemon.search("q=lamp").decoded(SearchResponse.self).index.generation == 3
        }
    }

    @Test("a file that is cut short under it ends it with a sentence and 75, and no wrong answer before")
    func cut() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(3)
        let daemon = try await TestDaemon(files)

        try #require(truncate(daemon.index + "/generations/1/search.map", 0) == 0)
        let answer = try? daemon.search("q=lamp")

        #expect(answer == nil)
        #expect(daemon.stop() == 75)
        #expect(
            daemon.log.hasSuffix(
                "a file of the index was cut short or can't be read; the next start says which\n"))
    }

    @Test("an index that was built anew in its place is taken up, though its number is the same")
    func rebuilt() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(1)
        let daemon = try await TestDaemon(files)

        try FileManager.default.removeItem(atPath: daemon.index)
        try files.indexLamps(2)

        try await eventually { try daemon.search("q=lamp").decoded(SearchResponse.self).total.n == 2 }
    }
}

extension TemporaryFolder {
    /// Makes a generation the current one, as evidence-index does.
    func point(_ target: String) throws {
        let link = path + "/index/building-current"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        try #require(rename(link, path + "/index/current") == 0)
    }
}

/// Threads that ask a daemon the same, one request after another, until they are stopped.
private final class Clients: Sendable {
    private struct State {
        var answers: [SearchResponse] = []
        var failures = 0
        var running = 0
        var isStopped = false
    }

    private let state = Mutex(State())

    var answers: [SearchResponse] { state.withLock { $0.answers } }
    var failures: Int { state.withLock { $0.failures } }

    init(_ count: Int, asking target: String, socket: String) {
        state.withLock { $0.running = count }
        for _ in 0..<count {
            Thread.detachNewThread { [self] in
                while !state.withLock({ $0.isStopped }) { ask(target, socket) }
                state.withLock { $0.running -= 1 }
            }
        }
    }

    private func ask(_ target: String, _ socket: String) {
        let answer = try? HTTP.get(target, socket: socket)
        let decoded = try? answer?.decoded(SearchResponse.self)
        state.withLock { state in
            if let decoded, answer?.status == 200 {
                state.answers.append(decoded)
            } else {
                state.failures += 1
            }
        }
    }

    /// Stops them when each has had its answer; returns all answers.
    func stop() -> [SearchResponse] {
        state.withLock { $0.isStopped = true }
        while state.withLock({ $0.running }) > 0 { sched_yield() }
        return answers
    }
}
