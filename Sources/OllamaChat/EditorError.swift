import Chat

/// The editor did not do its work.
struct EditorError: ChatFailure {
    /// The editor, as the environment names it.
    let editor: String
    /// The status with which it ended, or the negative number of a signal.
    let status: Int32

    var kind: ChatFailureKind { .general }
    var description: String {
        switch status {
        case 126, 127: "The editor \(editor) cannot be started."
        case 0...: "The editor \(editor) ended with status \(status)."
        default: "The editor \(editor) was ended by signal \(-status)."
        }
    }
    var hint: String? { "Set VISUAL or EDITOR to another one." }
}
