import Platform
import TestSupport

// Listens until it is stopped, and says where.
guard let arguments = Arguments(CommandLine.arguments.dropFirst()) else {
    print(Arguments.usage)
    exit(2)
}
let stub = try await StubOllama(arguments.behaviour, port: arguments.port)
print("OLLAMA_HOST=\(stub.address)")
fflush(nil)
while true { try await Task.sleep(for: .seconds(3600)) }
