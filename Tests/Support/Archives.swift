public import Foundation

/// Makes zips byte by byte, so that a test can spell names as it likes and needs no program.
public struct Zip {
    private var members = Data()
    private var directory = Data()
    private var count: UInt16 = 0

    /// An empty archive.
    public init() {}

    /// Adds a file as it is; `isEncrypted` only says so, and `hidesSize` gives its size behind it alone.
    public mutating func add(
        _ name: String, _ content: Data, isEncrypted: Bool = false, hidesSize: Bool = false
    ) {
        let offset = UInt32(members.count)
        let flags: UInt16 = 0x800 | (isEncrypted ? 1 : 0) | (hidesSize ? 8 : 0)
        let sizes = bytes(crc32(content)) + bytes(UInt32(content.count)) + bytes(UInt32(content.count))
        // Version 2.0; bit 0 encrypted, bit 3 sizes behind, bit 11 a name in UTF-8; stored; 1 January 1980; sizes; no
        // extra field.
        let common =
            bytes(UInt16(20)) + bytes(flags) + bytes(UInt16(0))
            + bytes(UInt16(0)) + bytes(UInt16(0x21)) + (hidesSize ? Data(count: 12) : sizes)
            + bytes(UInt16(name.utf8.count)) + bytes(UInt16(0))
        members += bytes(UInt32(0x0403_4b50)) + common + Data(name.utf8) + content
        if hidesSize { members += bytes(UInt32(0x0807_4b50)) + sizes }
        directory += bytes(UInt32(0x0201_4b50)) + bytes(UInt16(20)) + common + Data(count: 10)
        directory += bytes(offset) + Data(name.utf8)
        count += 1
    }

    /// Adds a text.
    public mutating func add(_ name: String, _ text: String) { add(name, Data(text.utf8)) }

    /// The archive.
    public var data: Data {
        members + directory + bytes(UInt32(0x0605_4b50)) + Data(count: 4) + bytes(count) + bytes(count)
            + bytes(UInt32(directory.count)) + bytes(UInt32(members.count)) + Data(count: 2)
    }

    private func bytes(_ number: some FixedWidthInteger) -> Data {
        withUnsafeBytes(of: number.littleEndian) { Data($0) }
    }

    private func crc32(_ data: Data) -> UInt32 {
        ~data.reduce(~UInt32(0)) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}

extension TemporaryFolder {
    /// Packs files below the folder into an archive beside them by tar(1), as `options` say.
    public func tar(_ options: String, _ archive: String, _ names: String...) throws {
        let tar = Process()
        tar.executableURL = URL(fileURLWithPath: "/usr/bin/tar")
        tar.arguments = [options, archive, "-C", path] + names
        tar.currentDirectoryURL = URL(fileURLWithPath: path)
        try tar.run()
        tar.waitUntilExit()
        guard tar.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
