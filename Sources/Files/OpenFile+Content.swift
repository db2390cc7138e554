import Platform

extension OpenFile {
    private static let partSize = 1 << 16

    /// Reads a part of the file; less where it ends.
    ///
    /// Wraps `pread`.
    package func read(
        from offset: Int = 0, atMost limit: Int = .max
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            let part = try part(
                at: offset + bytes.count, atMost: min(limit - bytes.count, Self.partSize))
            guard !part.isEmpty else { break }
            bytes += part
        }
        return bytes
    }

    /// Writes bytes, with as many calls as it takes.
    ///
    /// Wraps `write`. Where it fails, a part may have been written.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            rest = rest.dropFirst(try writeSome(rest))
        }
    }

    /// Writes bytes with one call, so that nothing of others comes between.
    ///
    /// Wraps `write`. Where there is not room for all, a part may have been written.
    package func writeAtOnce(_ bytes: [UInt8]) throws(FileError) {
        guard try writeSome(bytes[...]) == bytes.count else {
            throw FileError(path, cannotBe: "written", number: ENOSPC)
        }
    }

    /// Cuts off what is behind a size.
    ///
    /// Wraps `ftruncate`.
    package func truncate(to size: Int) throws(FileError) {
        try FileError.check(
            ftruncate(descriptor, off_t(size)), path, cannotBe: size == 0 ? "emptied" : "shortened")
    }

    /// Returns when everything that was written is on the disk.
    ///
    /// Wraps `fsync`.
    package func synchronize() throws(FileError) {
        try FileError.check(fsync(descriptor), path, cannotBe: "brought to the disk")
    }

    private func part(at offset: Int, atMost limit: Int) throws(FileError) -> [UInt8] {
        var result = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            repeat {
                result = pread(descriptor, buffer.baseAddress, limit, off_t(offset))
            } while result < 0 && errno == EINTR
            count = max(0, result)
        }
        try FileError.check(Int32(clamping: result), path, cannotBe: "read")
        return bytes
    }

    private func writeSome(_ bytes: ArraySlice<UInt8>) throws(FileError) -> Int {
        var count = 0
        repeat {
            count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        try FileError.check(Int32(clamping: count), path, cannotBe: "written")
        guard count > 0 || bytes.isEmpty else {
            throw FileError(path, cannotBe: "written", number: ENOSPC)
        }
        return count
    }
}

/// `write` of the C library, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
