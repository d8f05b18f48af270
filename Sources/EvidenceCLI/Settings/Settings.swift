import Evidence

/// The defaults in force: a variable of the environment counts before the file.
enum Settings {
    /// A setting's value and its source.
    struct Origin {
        var value: String
        /// `EVIDENCE_FORMAT`, or the file and the line.
        var source: String
    }

    /// The file, read once, when a setting is first looked up in it.
    private static let file = Result { () throws(Failure) in try ConfigFile(path: path) }

    /// `$XDG_CONFIG_HOME/evidence/config`, else below `~/.config`.
    static var path: String {
        let home = environment("XDG_CONFIG_HOME") ?? (environment("HOME") ?? "") + "/.config"
        return home + "/evidence/config"
    }

    /// The value of the environment, else of the file; `nil` if neither sets it.
    static func origin(of setting: Setting) throws(Failure) -> Origin? {
        for variable in setting.variables {
            if let value = environment(variable) { return Origin(value: value, source: variable) }
        }
        let file = try file.get()
        return file.entries[setting].map {
            Origin(value: $0.value, source: "\(file.path):\($0.line)")
        }
    }

    static func socket() throws(Failure) -> Origin {
        if let origin = try origin(of: .socket) { return origin }
        return Origin(value: SocketPath.standard(environment: environment), source: "default")
    }

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

    /// The value that `read` makes of a setting; throws, naming the source, if `read` makes nothing of it.
    private static func value<Value>(
        of setting: Setting, expecting: String, _ read: (String) -> Value?
    ) throws(Failure) -> Value? {
        guard let origin = try origin(of: setting) else { return nil }
        guard let value = read(origin.value) else {
            let given = "“\(origin.value.prefix(60))”"
            throw Failure(config: "\(origin.source): \(setting.rawValue) is \(expecting), not \(given)")
        }
        return value
    }
}

extension Failure {
    /// Something is wrong with the user's own defaults.
    init(config message: String, hint: String? = nil) {
        self.init(ExitStatus.usage, message, hint: hint)
    }
}
