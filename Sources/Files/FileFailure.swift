/// The error of a module for which files are a means.
package protocol FileFailure: Error {
    /// Makes it from what the system does not do.
    init(_ error: FileError)
}

extension FileFailure {
    /// Does something with files; what fails there fails with this error.
    package static func catching<Result>(
        _ body: () throws(FileError) -> Result
    ) throws(Self) -> Result {
        do {
            return try body()
        } catch {
            throw Self(error)
        }
    }
}
