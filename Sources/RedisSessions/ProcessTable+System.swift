import Platform

#if os(Linux)
    extension ProcessTable {
        /// Where process ids mean something: this start of the system, and the namespace of ids,
        /// which containers have for themselves.
        static var machine: String {
            let boot = content("/proc/sys/kernel/random/boot_id").prefix { $0 != "\n" }
            let namespace = link("/proc/self/ns/pid").filter(\.isNumber)
            return "\(boot)/\(namespace)"
        }

        /// When a process began, in clock ticks since the system began.
        static func start(of process: Int32) -> UInt64? {
            let status = content("/proc/\(process)/stat")
            // The second field is a name in brackets that may hold anything; the start is the 22nd.
            guard let bracket = status.lastIndex(of: ")") else { return nil }
            let fields = status[bracket...].split(separator: " ")
            return fields.count > 20 ? UInt64(fields[20]) : nil
        }

        private static func content(_ path: String) -> String {
            let file = open(path, O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return "" }
            defer { close(file) }
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = read(file, &bytes, bytes.count)
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }

        private static func link(_ path: String) -> String {
            var bytes = [CChar](repeating: 0, count: 256)
            let count = readlink(path, &bytes, bytes.count)
            return text(bytes.prefix(max(0, count)))
        }
    }
#else
    extension ProcessTable {
        /// Where process ids mean something: this start of the system, from the C function
        /// `sysctlbyname`.
        static var machine: String {
            var bytes = [CChar](repeating: 0, count: 128)
            var size = bytes.count
            guard sysctlbyname("kern.bootsessionuuid", &bytes, &size, nil, 0) == 0 else {
                return hostName
            }
            return text(bytes[...])
        }

        /// When a process began, in microseconds since 1970, from the C function `sysctl`.
        static func start(of process: Int32) -> UInt64? {
            var information = kinfo_proc()
            var size = MemoryLayout<kinfo_proc>.stride
            var name = [CTL_KERN, KERN_PROC, KERN_PROC_PID, process]
            guard sysctl(&name, UInt32(name.count), &information, &size, nil, 0) == 0, size > 0
            else { return nil }
            let time = information.kp_proc.p_starttime
            return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_usec)
        }
    }
#endif
