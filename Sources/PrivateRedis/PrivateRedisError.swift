package import Files

/// Why there is no private Redis server to talk to.
package struct PrivateRedisError: Error, Hashable, Sendable {
    /// What kind of failure it is.
    package enum Code: Hashable, Sendable {
        /// No program that could be the server is installed, or it cannot be run.
        case serverMissing
        /// The user's home directory is unknown.
        case homeUnknown
        /// A file or directory cannot be made, opened, locked or changed.
        case file
        /// The directory belongs to another user, or is no directory.
        case directoryRefused
        /// Another program holds the lock under which servers are started and stopped.
        case busy
        /// The server ended instead of answering.
        case serverFailed
        /// A server holds the data and does not answer.
        case serverSilent
        /// The disk is full.
        case diskFull
        /// The data are damaged.
        case dataDamaged
        /// The data come from a newer server.
        case dataTooNew
    }

    /// What kind of failure it is.
    package let code: Code
    /// A whole sentence that says what failed.
    package let description: String
    /// A sentence that says what to do next, where something can be done.
    package let hint: String?

    init(_ code: Code, _ description: String, hint: String?) {
        self.code = code
        self.description = description
        self.hint = hint
    }
}

extension PrivateRedisError: CustomStringConvertible {}

extension PrivateRedisError: FileFailure {
    /// A system call failed on a file.
    package init(_ error: FileError) {
        self =
            error.isDiskFull
            ? .diskFull(error.path)
            : Self(.file, error.description, hint: Self.directoryHint)
    }
}

extension PrivateRedisError {
    /// What helps instead of any private server.
    static let elsewhere = "name a running Redis with --redis URL"
    private static let directoryHint =
        "Set XDG_DATA_HOME to a directory of your own, or \(elsewhere)."
    private static let socketHint =
        "Set XDG_DATA_HOME to a directory with a shorter path, which has room for the socket, "
        + "or \(elsewhere)."

    /// No program that could be the server is installed.
    static let serverMissing = PrivateRedisError(
        .serverMissing, "The program redis-server is not installed.",
        hint: "Install it with `sudo apt-get install redis-server` (Debian, Ubuntu) or "
            + "`brew install redis` (macOS), or \(elsewhere).")

    /// The program is there, and the system does not start it.
    static func serverNotRunnable(_ path: String, _ reason: String) -> Self {
        PrivateRedisError(
            .serverMissing, "\(path) cannot be started: \(reason).",
            hint: "Install redis-server anew, or \(elsewhere).")
    }

    /// The user's home directory is unknown.
    static let homeUnknown = PrivateRedisError(
        .homeUnknown, "Neither XDG_DATA_HOME nor HOME names a directory.", hint: directoryHint)

    /// Something else has the directory's name.
    static func notADirectory(_ path: String, isForSocket: Bool) -> Self {
        PrivateRedisError(
            .directoryRefused, "\(path) is not a directory.",
            hint: isForSocket ? socketHint : directoryHint)
    }

    /// The directory belongs to another user.
    static func directoryOfAnother(_ path: String, isForSocket: Bool) -> Self {
        PrivateRedisError(
            .directoryRefused, "The directory \(path) belongs to another user.",
            hint: isForSocket ? socketHint : directoryHint)
    }

    /// Another program does not finish to start or to stop the server.
    static func busy(_ directory: PrivateRedisDirectory) -> Self {
        PrivateRedisError(
            .busy, "Another program is starting or stopping the private Redis server.",
            hint: "Try again; if that does not help, see who holds \(directory.startLockPath).")
    }

    /// A server holds the data and does not answer.
    static func serverSilent(in directory: PrivateRedisDirectory) -> Self {
        PrivateRedisError(
            .serverSilent, "The private Redis server does not answer.",
            hint: "End it and try again; its process id is in \(directory.processIDPath).")
    }
}
