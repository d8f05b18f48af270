/// A command as `--experimental-dump-help` describes it: ArgumentParser's own definition, which help and
/// completions are made from too.
struct Definition: Decodable {
    var command: Command

    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var arguments: [Argument]?
        var subcommands: [Command]?
    }

    struct Argument: Decodable {
        var kind: String
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var sectionTitle: String?
        var isOptional: Bool
        var isRepeating: Bool
        var shouldDisplay: Bool
        var allValues: [String]?
        var defaultValue: String?
    }

    struct Name: Decodable {
        var kind: String
        var name: String
    }
}
