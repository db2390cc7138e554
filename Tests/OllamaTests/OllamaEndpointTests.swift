import Testing

@testable import Ollama

struct OllamaEndpointTests {
    @Test(arguments: [
        ("", "http://127.0.0.1:11434"),
        ("  ", "http://127.0.0.1:11434"),
        ("1.2.3.4", "http://1.2.3.4:11434"),
        ("1.2.3.4:1234", "http://1.2.3.4:1234"),
        (":1234", "http://127.0.0.1:1234"),
        ("desk", "http://desk:11434"),
        ("desk:1", "http://desk:1"),
        ("desk:", "http://desk:11434"),
        ("desk:66000", "http://desk:11434"),
        ("desk:-1", "http://desk:11434"),
        ("desk:x", "http://desk:11434"),
        ("desk:0", "http://desk:0"),
        ("http://desk", "http://desk:80"),
        ("http://desk:66000", "http://desk:80"),
        ("https://desk", "https://desk:443"),
        ("HTTPS://desk", "https://desk:443"),
        ("https://desk:1234/ollama/", "https://desk:1234/ollama"),
        ("desk/a/b", "http://desk:11434/a/b"),
        ("ollama.com", "https://ollama.com:443"),
        ("http://ollama.com", "http://ollama.com:80"),
        ("[::1]", "http://[::1]:11434"),
        ("[::1]:1337", "http://[::1]:1337"),
        ("::1", "http://[::1]:11434"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("0.0.0.0:8080", "http://127.0.0.1:8080"),
        ("::", "http://[::1]:11434"),
        ("[::]:1", "http://[::1]:1"),
        (" 1.2.3.4:1 ", "http://1.2.3.4:1"),
        ("\"1.2.3.4:1\"", "http://1.2.3.4:1"),
        ("'desk'", "http://desk:11434"),
        ("unix:///run/ollama.sock", "unix:///run/ollama.sock"),
        ("http+unix://%2Frun%2Follama.sock/api", "unix:///run/ollama.sock/api"),
    ])
    func `An address is read as Ollama reads it`(_ text: String, _ address: String) throws {
        #expect(try OllamaEndpoint(parsing: text).address == address)
    }

    @Test func `A port that is none is passed over, and told`() throws {
        #expect(try OllamaEndpoint(parsing: "desk:66000").ignoredPort == "66000")
        #expect(try OllamaEndpoint(parsing: "desk:").ignoredPort == nil)
        #expect(try OllamaEndpoint(parsing: "desk:1").ignoredPort == nil)
        let client = OllamaClient(host: "desk:12x", environment: [:])
        #expect(
            client.addressWarning?.contains("“12x” in OLLAMA_HOST is no port, so 11434") == true)
    }

    @Test(arguments: ["ftp://desk", "a:b:c", "[::1", "[::1]x", "unix://relative", "de sk", "a\nb"])
    func `What is no address is refused`(_ text: String) {
        let error = #expect(throws: OllamaError.self) { try OllamaEndpoint(parsing: text) }
        #expect(error?.code == .badAddress)
        #expect(error?.hint?.contains("OLLAMA_HOST") == true)
    }

    @Test func `Credentials in an address are kept apart and never shown`() throws {
        let endpoint = try OllamaEndpoint(parsing: "https://me:s%40cret@desk:1")
        #expect(endpoint.credentials == "me:s@cret")
        #expect(endpoint.address == "https://desk:1")
        #expect(endpoint.url("/api/chat") == "https://desk:1/api/chat")
    }

    @Test func `A bad address does not show the password in it`() {
        let error = #expect(throws: OllamaError.self) {
            try OllamaEndpoint(parsing: "ftp://me:secret@desk")
        }
        #expect(error?.description.contains("secret") == false)
    }

    @Test func `A socket becomes the host of its URL`() throws {
        let endpoint = try OllamaEndpoint(parsing: "unix:///tmp/a b.sock".replacing(" ", with: "~"))
        #expect(endpoint.url("/api/tags") == "http+unix://%2Ftmp%2Fa~b.sock/api/tags")
        #expect(endpoint.isLocal)
    }

    @Test(arguments: [
        ("desk", "http_proxy", "http://proxy:3128", "proxy:3128"),
        ("desk", "HTTP_PROXY", "proxy", "proxy:80"),
        ("https://desk", "https_proxy", "http://proxy:1", "proxy:1"),
        ("desk", "all_proxy", "socks5://proxy", "proxy:1080"),
        ("desk", "https_proxy", "http://proxy:1", nil),
        ("localhost", "http_proxy", "http://proxy:1", nil),
        ("127.0.0.2", "http_proxy", "http://proxy:1", nil),
        ("[::1]", "http_proxy", "http://proxy:1", nil),
        ("unix:///run/x", "http_proxy", "http://proxy:1", nil),
        ("desk", "http_proxy", "", nil),
    ])
    func `The proxy of the environment is used, but not for this machine`(
        _ host: String, _ name: String, _ value: String, _ proxy: String?
    ) throws {
        let settings = try ProxySettings(
            for: OllamaEndpoint(parsing: host), environment: [name: value])
        #expect(settings.map { "\($0.host):\($0.port)" } == proxy)
    }

    @Test(arguments: [
        ("*", true), ("desk", false), ("desk.example.org", true), ("example.org", true),
        (".example.org", true), ("other, example.org", true), ("desk.example.org:11434", true),
        ("desk.example.org:80", false), ("ample.org", false), ("", false),
    ])
    func `Hosts that are exempt are reached directly`(_ list: String, _ isExempt: Bool) throws {
        let settings = try ProxySettings(
            for: OllamaEndpoint(parsing: "desk.example.org"),
            environment: ["http_proxy": "http://proxy:1", "no_proxy": list])
        #expect((settings == nil) == isExempt)
    }

    @Test func `A proxy's credentials are read, and a bad proxy is an error`() throws {
        let desk = try OllamaEndpoint(parsing: "desk")
        let settings = try ProxySettings(
            for: desk, environment: ["http_proxy": "http://me:secret@proxy:1"])
        #expect(settings?.credentials == "me:secret")
        #expect(throws: OllamaError.badProxy) {
            try ProxySettings(for: desk, environment: ["http_proxy": "http://a:b:c"])
        }
    }
}
