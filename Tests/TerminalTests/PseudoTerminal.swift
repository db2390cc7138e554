import Platform

/// A pseudo-terminal whose width can be set.
final class PseudoTerminal {
    /// The side that a program writes to.
    let descriptor: Int32
    private let controller: Int32

    /// Opens a pair; `nil` where the system has none to give.
    init?() {
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        descriptor = controller < 0 ? -1 : Self.openPeer(of: controller)
        guard descriptor >= 0 else { return nil }
    }

    deinit {
        close(descriptor)
        close(controller)
    }

    /// Acts as if a person had resized the window.
    func resize(columns: UInt16) {
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    }

    #if canImport(Glibc)
        /// Unlocks and opens the other side, by `ioctl`: the header hides `grantpt` from Swift.
        private static func openPeer(of controller: Int32) -> Int32 {
            let setLock: UInt = 0x4004_5431
            let getNumber: UInt = 0x8004_5430
            var (lock, number): (Int32, Int32) = (0, 0)
            guard ioctl(controller, setLock, &lock) == 0,
                ioctl(controller, getNumber, &number) == 0
            else { return -1 }
            return open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        }
    #else
        /// Unlocks and opens the other side, by `grantpt`, `unlockpt` and `ptsname`.
        private static func openPeer(of controller: Int32) -> Int32 {
            guard grantpt(controller) == 0, unlockpt(controller) == 0,
                let name = ptsname(controller)
            else { return -1 }
            return open(name, O_RDWR | O_NOCTTY)
        }
    #endif
}
