internal import Glibc

/// Who waits for a search thread, and whose turn is next.
///
/// Users take turns, and the processes of a user take turns in that user's: a hundred connections of one program, or
/// a hundred programs of one user, hold nobody else up for longer than a search each.
struct SearchQueue<Item> {
    private struct Process {
        let id: pid_t
        var items: [Item]
    }

    private struct User {
        let id: uid_t
        var processes: [Process]
        var count: Int { processes.reduce(0) { $0 + $1.items.count } }

        mutating func append(_ item: Item, of process: pid_t) {
            if let place = processes.firstIndex(where: { $0.id == process }) {
                processes[place].items.append(item)
            } else {
                processes.append(Process(id: process, items: [item]))
            }
        }

        mutating func giveUp() -> Item? {
            guard
                let place = processes.indices.max(by: {
                    processes[$0].items.count < processes[$1].items.count
                })
            else { return nil }
            let item = processes[place].items.popLast()
            if processes[place].items.isEmpty { processes.remove(at: place) }
            return item
        }
    }

    /// In the order of their turns; none without an item.
    private var users: [User] = []

    /// How many wait.
    private(set) var count = 0

    /// Puts an item behind those of the same process.
    mutating func append(_ item: Item, from peer: Peer) {
        count += 1
        guard let place = users.firstIndex(where: { $0.id == peer.user }) else {
            return users.append(User(id: peer.user, processes: [Process(id: peer.process, items: [item])]))
        }
        users[place].append(item, of: peer.process)
    }

    /// Takes the item whose turn it is.
    mutating func next() -> Item? {
        guard !users.isEmpty else { return nil }
        var user = users.removeFirst()
        var process = user.processes.removeFirst()
        let item = process.items.removeFirst()
        if !process.items.isEmpty { user.processes.append(process) }
        if !user.processes.isEmpty { users.append(user) }
        count -= 1
        return item
    }

    /// Takes the latest item of whoever has the most waiting: room is made at nobody else's cost.
    mutating func giveUp() -> Item? {
        guard let user = users.indices.max(by: { users[$0].count < users[$1].count }) else { return nil }
        count -= 1
        let item = users[user].giveUp()
        if users[user].processes.isEmpty { users.remove(at: user) }
        return item
    }
}
