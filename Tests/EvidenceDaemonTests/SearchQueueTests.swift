import Foundation
import Support
import Testing

@testable import EvidenceDaemon

/// Whose turn it is.
@Suite struct SearchQueueTests {
    /// A user's process.
    private static func peer(_ user: UInt32, _ process: Int32, _ list: String = "") throws -> Peer {
        let folder = try TemporaryFolder()
        try folder.write(list, to: "subuid")
        return Peer(
            user: user, group: 0, process: process,
            among: SubordinateUsers(path: folder.path + "/subuid"))
    }

    private static func order(_ peers: [Peer]) -> [Int] {
        var queue = SearchQueue<Int>()
        for (number, peer) in peers.enumerated() { queue.append(number, from: peer) }
        var order: [Int] = []
        while let next = queue.next() { order.append(next) }
        return order
    }

    @Test("users take turns, and within a user's turns the processes")
    func turns() throws {
        let peers = try [(1, 10), (1, 10), (1, 11), (2, 20), (2, 20)].map { try Self.peer($0, $1) }

        #expect(Self.order(peers) == [0, 3, 2, 4, 1])
    }

    @Test("ids that are subordinate to a user have that user's turns")
    func subordinates() throws {
        let list = "1000:100000:65536\n"
        let peers = try [(100_001, 1), (100_002, 2), (165_535, 3), (1_000, 4), (165_536, 5)].map {
            try Self.peer($0, $1, list)
        }

        #expect(peers.map(\.owner) == [1_000, 1_000, 1_000, 1_000, 165_536])
        #expect(Self.order(peers) == [0, 4, 1, 2, 3])
    }

    @Test("if there are too many, the user with the most gives one up, the latest")
    func givingUp() throws {
        let list = "1000:100000:65536\n"
        var queue = SearchQueue<Int>()
        for (number, user) in [100_001, 2, 100_002, 2, 100_003].enumerated() {
            queue.append(number, from: try Self.peer(UInt32(user), Int32(number), list))
        }

        #expect(queue.giveUp().map { [0, 2, 4].contains($0) } == true)
        #expect(queue.count == 4)
    }

    @Test(
        "the list of subordinate ids is read as subuid(5) has it",
        arguments: [
            ("root:100000:10", 100_009, 0), ("root:100000:10", 100_010, 100_010),
            ("7:100000:10\n", 100_000, 7),
            ("nobody-has-this-name:100000:10", 100_000, 100_000), ("a:b", 100_000, 100_000),
            ("root:-5:10\nroot:100000:99999999999", 100_000, 100_000), ("root:0:70000", 1_000, 1_000),
            ("", 100_000, 100_000),
        ])
    func list(list: String, user: UInt32, owner: UInt32) throws {
        #expect(try Self.peer(user, 1, list).owner == owner)
    }

    @Test("without a list each id is its own")
    func noList() {
        #expect(SubordinateUsers(path: "/nowhere/subuid").owner(of: 100_000) == 100_000)
    }
}
