import PlatformFoundation

/// A small file system in memory, for as long as its owner keeps it.
final class RamDisk {
    private let path: String
    private var ballast: String { "\(path)/ballast" }

    /// Mounts a disk on a new folder.
    init(at path: String, size: String) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        guard System.run("mount -t tmpfs -o mode=700,size=\(size) tmpfs '\(path)'") else {
            throw TestFailure.noDisk
        }
    }

    deinit { _ = System.run("umount -l '\(path)'") }

    /// Leaves no room on the disk.
    func fill() { _ = System.run("cat /dev/zero >'\(ballast)' 2>/dev/null") }

    /// Makes room again.
    func clear() { _ = System.run("rm '\(ballast)'") }
}
