import Platform

/// What the system tells about its processes.
package enum ProcessTable {
    /// The id of this process, from the C function `getpid`.
    static var currentProcess: Int32 { getpid() }

    /// The name of the machine, from the C function `gethostname`.
    static var hostName: String {
        var bytes = [CChar](repeating: 0, count: 256)
        let result = gethostname(&bytes, bytes.count - 1)
        let name = text(bytes[...])
        return result == 0 && !name.isEmpty ? name : "localhost"
    }

    /// Whether there is a process of that id, from the C function `kill`; it may belong to
    /// somebody else.
    static func exists(_ process: Int32) -> Bool {
        process > 0 && (kill(process, 0) == 0 || errno == EPERM)
    }

    /// A text that ends with a zero byte, as C gives it.
    static func text(_ bytes: ArraySlice<CChar>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
