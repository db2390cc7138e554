// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// For the targets whose state one task owns without being an actor's: their asynchronous
/// functions stay with the caller, so that what is not Sendable can be handed down.
let nonsending: [SwiftSetting] = [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
]

let tls: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")

/// What is another module on each system.
let platform: [Target.Dependency] = ["Platform", "PlatformFoundation"]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [])
    -> Target
{
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func program(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies + platform, path: path, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
    -> Target
{
    .testTarget(
        name: name, dependencies: dependencies + platform + ["TestSupport"], resources: resources,
        swiftSettings: settings)
}

let package = Package(
    name: "ollama-chat",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ollama-chat", targets: ["OllamaChat"]),
        .library(name: "Chat", targets: ["Chat"]),
        .library(name: "RedisSessions", targets: ["RedisSessions"]),
        .library(name: "Ollama", targets: ["Ollama"]),
        .library(name: "Search", targets: ["Search"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibedit", pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"])]),
        .systemLibrary(
            name: "CHiredis", pkgConfig: "hiredis",
            providers: [.apt(["libhiredis-dev"]), .brew(["hiredis"])]),
        .systemLibrary(name: "CSpawn"),
        .target(name: "CTerminalGuard"),
        library("Platform"),
        library("PlatformFoundation"),
        library("Files", ["Platform"]),
        library("BlockingIO"),
        library("Spawning", ["CSpawn", "Files", "Platform"]),
        library("Chat", ["Platform"]),
        library("Markdown"),
        library("Terminal", ["Markdown", "Platform", "PlatformFoundation"]),
        library("Redis", ["BlockingIO", "CHiredis", "Platform"]),
        library(
            "RedisSessions",
            ["BlockingIO", "Chat", "Platform", "PlatformFoundation", "Redis", "Search"],
            resources: [.embedInCode("Scripts")]),
        library("PrivateRedis", ["Files", "Redis", "Spawning"]),
        library("Spool", ["BlockingIO", "Chat", "Files", "PlatformFoundation"]),
        library(
            "Ollama",
            [
                "Chat", "PlatformFoundation",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ] + nio),
        library(
            "ChatConfiguration",
            [
                "Chat", "Files", "PlatformFoundation",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),
        library("Search", ["BlockingIO", "Chat", "Markdown", "Platform"]),
        library("Transcripts", ["Chat", "Markdown", "PlatformFoundation"]),
        library(
            "LineEditing",
            ["BlockingIO", "CLibedit", "CTerminalGuard", "Files", "Platform", "Terminal"]),
        .target(
            name: "REPL",
            dependencies: [
                "Chat", "Markdown", "PlatformFoundation", "Search", "Terminal", "Transcripts",
                argumentParser,
            ],
            swiftSettings: settings + nonsending),
        .executableTarget(
            name: "OllamaChat",
            dependencies: [
                "ChatConfiguration", "LineEditing", "REPL", "RedisSessions", "PrivateRedis",
                "Ollama", "Redis", "Chat", "Files", "Search", "Spawning", "Spool", "Terminal",
                "Transcripts", argumentParser, "Platform", "PlatformFoundation",
            ], swiftSettings: settings + nonsending),
        .target(
            name: "TestSupport",
            dependencies: ["CSpawn", "Chat", "Redis"] + platform + nio + [tls],
            path: "Tests/Support",
            swiftSettings: settings),
        tests("BlockingIOTests", ["BlockingIO"]),
        tests("FilesTests", ["Files"]),
        tests("ChatTests", ["Chat"]),
        tests("MarkdownTests", ["Markdown"]),
        tests("TerminalTests", ["Terminal"]),
        tests("RedisTests", ["Redis"]),
        tests("RedisSessionsTests", ["RedisSessions", "Redis", "Search", "Chat"]),
        tests(
            "PrivateRedisTests",
            ["PrivateRedis", "CSpawn", "Files", "Redis", "private-redis-probe"]),
        tests("SpawningTests", ["Spawning"]),
        tests("SearchTests", ["BlockingIO", "Search", "Chat"]),
        tests("SpoolTests", ["Spool", "Chat", "Files"]),
        tests("OllamaTests", ["Ollama", "Chat"], resources: [.copy("Wire")]),
        tests("ChatConfigurationTests", ["ChatConfiguration", "Chat"]),
        tests(
            "TranscriptsTests", ["Transcripts", "Chat"],
            resources: [.copy("Foreign")]),
        tests("LineEditingTests", ["LineEditing", "Files", "Terminal", "editor-probe"]),
        .testTarget(
            name: "REPLTests",
            dependencies: [
                "REPL", "Chat", "Search", "Terminal", "TestSupport", argumentParser,
            ] + platform,
            swiftSettings: settings + nonsending),
        tests(
            "OllamaChatTests",
            [
                "OllamaChat", "ChatConfiguration", "REPL", "RedisSessions", "Ollama", "Redis",
                "Search", "Chat", argumentParser,
            ]),
        program("editor-probe", path: "Tests/EditorProbe", ["LineEditing"]),
        program("private-redis-probe", path: "Tests/PrivateRedisProbe", ["PrivateRedis", "Redis"]),
        program("stub-ollama", path: "Tests/StubOllama", ["TestSupport"]),
        program(
            "benchmarks", path: "Tests/Benchmarks",
            [
                "TestSupport", "RedisSessions", "PrivateRedis", "Redis", "Search", "Chat",
                "Terminal", argumentParser,
            ]),
    ]
)
