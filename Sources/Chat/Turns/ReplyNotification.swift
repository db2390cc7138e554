/// How a person who looks elsewhere is told that a reply is there.
package struct ReplyNotification: Hashable, Sendable {
    /// What the terminal does.
    package enum Kind: String, CaseIterable, Sendable {
        /// Nothing.
        case off
        /// It rings.
        case bell
        /// It shows a notification of the desktop, by OSC 9.
        case osc9
    }

    /// What the terminal does.
    package var kind: Kind
    /// How long a reply takes at least that is told.
    package var least: Duration

    /// Describes a notification.
    package init(_ kind: Kind = .off, after least: Duration = .seconds(30)) {
        self.kind = kind
        self.least = least
    }
}
