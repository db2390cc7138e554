import LineEditing

let probe = try Probe(arguments: CommandLine.arguments.dropFirst())
await probe.run()
