internal import Glibc

/// The searches that wait for a thread, in fair order.
///
/// Users take turns, and the processes of a user take turns within the user's: a hundred connections of one program, or
/// a hundred programs of one user, delay everybody else by one search at a time. The ids that are subordinate to a user
/// are that user.
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
            if let index = processes.firstIndex(where: { $0.id == process }) {
                processes[index].items.append(item)
            } else {
                processes.append(Process(id: process, items: [item]))
            }
        }

        mutating func giveUp() -> Item? {
            let indices = processes.indices
            guard let index = indices.max(by: { processes[$0].items.count < processes[$1].items.count })
            else {
                return nil
            }
            let item = processes[index].items.popLast()
            if processes[index].items.isEmpty { processes.remove(at: index) }
            return item
        }
    }

    /// The users in the order of their turns, each with at least one item.
    private var users: [User] = []

    /// The number of items that wait.
    private(set) var count = 0

    /// Adds an item behind those of the same process.
    mutating func append(_ item: Item, from peer: Peer) {
        count += 1
        guard let index = users.firstIndex(where: { $0.id == peer.owner }) else {
            return users.append(User(id: peer.owner, processes: [Process(id: peer.process, items: [item])]))
        }
        users[index].append(item, of: peer.process)
    }

    /// Removes and returns the item whose turn it is.
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

    /// Removes and returns the latest item of the user with the most items, so that nobody else pays for the room.
    mutating func giveUp() -> Item? {
        guard let index = users.indices.max(by: { users[$0].count < users[$1].count }) else { return nil }
        count -= 1
        let item = users[index].giveUp()
        if users[index].processes.isEmpty { users.remove(at: index) }
        return item
    }
}
