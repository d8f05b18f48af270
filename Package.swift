// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// How the command is linked: statically, at a fixed address.
///
/// At a start nothing need be found, loaded, bound or moved, which takes a sixth of a search's time. lld, because gold warns
/// of functions of the C library that Foundation calls and the command never reaches.
let linking: [LinkerSetting] = [
    .unsafeFlags(["-static-executable", "-use-ld=lld"], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
    name: "evidence",
    products: [
        .executable(name: "evidence", targets: ["EvidenceCLI"]),
        .executable(name: "evidence-index", targets: ["EvidenceIndexer"]),
        .executable(name: "evidenced", targets: ["EvidenceDaemon"]),
        .executable(name: "read-page", targets: ["ReadPage"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "LibXapian", pkgConfig: "xapian-core", providers: [.apt(["libxapian-dev"])]),
        .target(
            name: "CXapian", dependencies: ["LibXapian"],
            cxxSettings: [.unsafeFlags(["-Wall", "-Wextra"])]),
        .target(name: "Xapian", dependencies: ["CXapian"], swiftSettings: settings),
        .target(
            name: "CXapianWriting", dependencies: ["CXapian", "LibXapian"],
            cxxSettings: [.headerSearchPath("../CXapian"), .unsafeFlags(["-Wall", "-Wextra"])]),
        .target(
            name: "XapianWriting", dependencies: ["CXapian", "CXapianWriting", "Xapian"],
            swiftSettings: settings),
        .systemLibrary(name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "LibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(
            name: "CPages", dependencies: ["LibArchive", "LibXML2"],
            cSettings: [.unsafeFlags(["-Wall", "-Wextra"])]),
        .systemLibrary(name: "LibSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .systemLibrary(name: "CReadPage"),
        .executableTarget(
            name: "ReadPage", dependencies: ["CPages", "CReadPage", "LibSeccomp"],
            cSettings: [.headerSearchPath("../CReadPage"), .unsafeFlags(["-Wall", "-Wextra"])],
            linkerSettings: [
                .unsafeFlags(["-nostartfiles"], .when(platforms: [.linux]))
            ]),
        .target(name: "Evidence", exclude: ["Text/folding.py"], swiftSettings: settings),
        .target(name: "EvidenceReading", dependencies: ["Evidence"], swiftSettings: settings),
        .target(
            name: "EvidenceSearch",
            dependencies: [
                "Evidence", "Xapian", .product(name: "Algorithms", package: "swift-algorithms"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(
            name: "EvidenceBuilding",
            dependencies: [
                "CReadPage", "Evidence", "EvidenceReading", "EvidenceSearch", "Xapian", "XapianWriting",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "EvidenceCLI",
            dependencies: [
                "Evidence",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings, linkerSettings: linking),
        .executableTarget(
            name: "EvidenceIndexer",
            dependencies: [
                "Evidence", "EvidenceBuilding", "EvidenceReading", "EvidenceSearch",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "EvidenceDaemon",
            dependencies: [
                "Evidence", "EvidenceSearch",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "EvidenceManual", dependencies: ["Evidence"], exclude: ["Pages"], swiftSettings: settings),
        .target(
            name: "Support", dependencies: ["EvidenceSearch"], path: "Tests/Support", exclude: ["acts.c"],
            swiftSettings: settings),
        .testTarget(
            name: "XapianTests", dependencies: ["CXapian", "Support", "Xapian", "XapianWriting"],
            swiftSettings: settings),
        .testTarget(
            name: "EvidenceTests", dependencies: ["Evidence", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .testTarget(
            name: "EvidenceReadingTests",
            dependencies: ["Evidence", "EvidenceReading", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .testTarget(
            name: "EvidenceDaemonTests", dependencies: ["EvidenceDaemon", "Support"], swiftSettings: settings),
        .testTarget(
            name: "IndexTests",
            dependencies: [
                "Evidence", "EvidenceBuilding", "EvidenceReading", "EvidenceSearch", "Support", "Xapian",
                "XapianWriting",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "CPages", "Evidence", "EvidenceBuilding", "EvidenceCLI", "EvidenceDaemon", "EvidenceReading",
                "EvidenceSearch", "Support",
            ],
            exclude: ["Seeds", "run"], swiftSettings: settings),
        .testTarget(
            name: "ProgramTests", dependencies: ["Evidence", "Support"], exclude: ["Scripts"],
            swiftSettings: settings),
    ],
    cxxLanguageStandard: .cxx17
)
