import Files

/// Why lines cannot be edited.
package struct LineEditingError: Error, Hashable {
    /// The kinds of failure.
    package enum Code: Hashable, Sendable {
        /// The input or the output is not a terminal.
        case notATerminal
        /// Something that the editor needs could not be made.
        case cannotStart
        /// The editor was closed.
        case closed
        /// The file of the history cannot be used.
        case historyFile
    }

    /// The kind of failure.
    package let code: Code
    /// What was tried, for `cannotStart` and `historyFile`.
    package let context: String
    /// The system's error number, or 0.
    package let systemError: Int32
}

extension LineEditingError {
    /// There is no terminal.
    static let notATerminal = Self(code: .notATerminal, context: "", systemError: 0)
    /// The editor was closed before.
    static let closed = Self(code: .closed, context: "", systemError: 0)

    /// A system call or libedit failed.
    static func cannotStart(_ context: String, systemError: Int32 = Unix.errorNumber) -> Self {
        Self(code: .cannotStart, context: context, systemError: systemError)
    }

}

extension LineEditingError {
    /// The file of the history cannot be read or written.
    init(_ error: FileError) {
        let reason = error.number == 0 ? ", because \(error.words)" : ""
        self.init(
            code: .historyFile, context: "\(error.path) cannot be \(error.verb)\(reason)",
            systemError: error.number)
    }
}

extension LineEditingError: CustomStringConvertible {
    /// A sentence that says what failed.
    package var description: String {
        switch code {
        case .notATerminal: "Lines cannot be edited, because the input is not a terminal."
        case .closed: "The line editor is closed."
        case .cannotStart: "The line editor cannot start: \(context) failed\(reason)."
        case .historyFile: "The history file \(context)\(reason)."
        }
    }

    private var reason: String {
        systemError == 0 ? "" : " (\(Unix.errorText(systemError)))"
    }

    /// What the user can do about it.
    package var hint: String? {
        switch code {
        case .notATerminal: "Read the input as it is instead."
        case .historyFile: "Make it a file of yours that can be written, on a disk with room."
        case .cannotStart, .closed: nil
        }
    }
}
