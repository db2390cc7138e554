/// A program could not be started.
package struct SpawnError: Error, Hashable, CustomStringConvertible {
    /// The path of the program.
    package let executable: String
    /// Why, in the words of the system.
    package let reason: String

    /// A sentence that says what failed.
    package var description: String { "\(executable) cannot be started: \(reason)." }
}
