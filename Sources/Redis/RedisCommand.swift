/// One command as a value: its name and its arguments.
package struct RedisCommand: Hashable, Sendable {
    /// The name, such as `HGETALL`.
    package let name: String
    /// What follows the name.
    package let arguments: [RedisArgument]

    /// Makes a command.
    package init(_ name: String, _ arguments: [RedisArgument] = []) {
        self.name = name
        self.arguments = arguments
    }
}

extension RedisCommand: CustomStringConvertible {
    /// The name and the number of arguments; never the arguments, which hold what people said.
    package var description: String {
        "\(name) (\(arguments.count) arguments)"
    }
}
