import Evidence

/// What can be set for good: in the file below a variable of the environment, and that below a flag.
enum Setting: String, CaseIterable {
    /// The daemon's socket.
    case socket
    /// The form of answers.
    case format
    /// When to use colour.
    case colour
    /// How many hits a search shows.
    case limit
    /// Whether csv begins with a byte order mark, which Excel wants.
    case csvBOM = "csv_bom"

    /// The names that the file may use.
    var spellings: [String] { self == .colour ? ["colour", "color"] : [rawValue] }

    /// The variables of the environment, of which the first that is set counts.
    var variables: [String] { spellings.map { "EVIDENCE_" + $0.uppercased() } }
}

/// A setting's value and where it came from.
struct Origin {
    var value: String
    /// `EVIDENCE_FORMAT`, or the file with the line.
    var place: String
}

/// The defaults in force.
enum Settings {
    /// The file, read once and only where something is looked up in it.
    private static let file = Result { () throws(Failure) in try ConfigFile(path: path) }

    /// `$XDG_CONFIG_HOME/evidence/config.yaml`, else below `~/.config`.
    static var path: String {
        let home = environment("XDG_CONFIG_HOME") ?? (environment("HOME") ?? "") + "/.config"
        return home + "/evidence/config.yaml"
    }

    /// The value of the environment, else of the file; `nil` where neither sets it.
    static func origin(of setting: Setting) throws(Failure) -> Origin? {
        for variable in setting.variables {
            if let value = environment(variable) { return Origin(value: value, place: variable) }
        }
        let file = try file.get()
        return file.entries[setting.rawValue].map {
            Origin(value: $0.value, place: "\(file.path):\($0.line)")
        }
    }

    /// The value that `read` makes of a setting; one that it can't read is an error which names the place.
    static func value<Value>(
        of setting: Setting, expecting: String, _ read: (String) -> Value?
    ) throws(Failure) -> Value? {
        guard let origin = try origin(of: setting) else { return nil }
        guard let value = read(origin.value) else {
            throw Failure(
                config:
                    "\(origin.place): \(setting.rawValue) is \(expecting), not “\(origin.value.prefix(60))”")
        }
        return value
    }
}

extension Settings {
    static func format() throws(Failure) -> Format? {
        try value(of: .format, expecting: "one of \(Format.list)", Format.init)
    }

    static func colour() throws(Failure) -> Terminal.Colour? {
        try value(of: .colour, expecting: "auto, always or never", Terminal.Colour.init)
    }

    static func limit() throws(Failure) -> Int? {
        try value(of: .limit, expecting: "a whole number from 0 to 1000") { text in
            Int(text).flatMap { (0...SearchRequest.largestLimit).contains($0) ? $0 : nil }
        }
    }

    static func csvBOM() throws(Failure) -> Bool? {
        try value(of: .csvBOM, expecting: "true or false") { text in
            switch text.lowercased() {
            case "true", "yes", "1": true
            case "false", "no", "0": false
            default: nil
            }
        }
    }

    static func socket() throws(Failure) -> Origin {
        if let origin = try origin(of: .socket) { return origin }
        return Origin(value: SocketPath.standard(environment: environment), place: "default")
    }
}

extension Failure {
    /// Something is wrong with the user's own defaults.
    init(config message: String, hint: String? = nil) {
        self.init(ExitStatus.usage, message, hint: hint)
    }
}
