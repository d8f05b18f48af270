/// The answer to a request for the daemon's state.
public struct StatusResponse: Equatable, Sendable, JSONWritable, JSONReadable {
    /// Percentiles over the latest 1,000 searches, in milliseconds; `nil` before the first.
    public struct Latency: Equatable, Sendable {
        /// Half of the searches took no longer.
        public var p50: Double?
        /// 95 of 100 took no longer.
        public var p95: Double?
        /// 99 of 100 took no longer.
        public var p99: Double?

        /// Percentiles in milliseconds.
        public init(p50: Double?, p95: Double?, p99: Double?) {
            self.p50 = p50
            self.p95 = p95
            self.p99 = p99
        }
    }

    /// The program's version.
    public var version: String
    /// The index in use; `nil` if there is none yet.
    public var index: IndexDescription?
    /// Seconds since the start.
    public var uptime: Double
    /// Requests answered since the start.
    public var requests: Int
    /// How many of them with an error.
    public var errors: Int
    /// How long searches take.
    public var latency: Latency
    /// Connections open now.
    public var connections: Int
    /// Paragraphs that searches found since the start.
    public var hits: Int?
    /// Searches above the time that the settings call slow.
    public var slow: Int?
    /// Seconds since the index was built.
    public var indexAge: Double?
    /// The daemon's memory in use, in bytes.
    public var residentMemory: Int?
    /// The daemon's open descriptors.
    public var openFiles: Int?

    /// An answer with the members that every daemon of `evidence/1` gives.
    public init(
        version: String, index: IndexDescription?, uptime: Double, requests: Int, errors: Int,
        latency: Latency,
        connections: Int
    ) {
        self.version = version
        self.index = index
        self.uptime = uptime
        self.requests = requests
        self.errors = errors
        self.latency = latency
        self.connections = connections
    }

    /// Writes the answer as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("version"); json.value(version)
            json.name("index")
            if let index { index.write(to: &json) } else { json.null() }
            json.name("uptime_s"); json.value(uptime)
            json.name("requests"); json.value(requests)
            json.name("errors"); json.value(errors)
            json.name("latency_ms")
            json.object { json in
                json.name("p50"); json.value(latency.p50)
                json.name("p95"); json.value(latency.p95)
                json.name("p99"); json.value(latency.p99)
            }
            json.name("connections"); json.value(connections)
            json.name("hits"); json.value(hits)
            json.name("slow_searches"); json.value(slow)
            json.name("index_age_s"); json.value(indexAge)
            json.name("resident_bytes"); json.value(residentMemory)
            json.name("open_files"); json.value(openFiles)
        }
    }

    /// Reads an answer from the wire; what an older daemon doesn't give yet is `nil`.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            version: try json.member("version"), index: try json.memberIfPresent("index"),
            uptime: try json.member("uptime_s"), requests: try json.member("requests"),
            errors: try json.member("errors"), latency: try json.member("latency_ms"),
            connections: try json.member("connections"))
        hits = try json.memberIfPresent("hits")
        slow = try json.memberIfPresent("slow_searches")
        indexAge = try json.memberIfPresent("index_age_s")
        residentMemory = try json.memberIfPresent("resident_bytes")
        openFiles = try json.memberIfPresent("open_files")
    }
}

extension StatusResponse.Latency: JSONReadable {
    /// Reads percentiles from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            p50: try json.memberIfPresent("p50"), p95: try json.memberIfPresent("p95"),
            p99: try json.memberIfPresent("p99"))
    }
}
