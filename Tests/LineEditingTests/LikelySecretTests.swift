import Testing

@testable import LineEditing

@Suite struct LikelySecretTests {
    // Put together here, so that nobody takes them for real ones.
    private static let secrets = [
        "use " + "ghp_" + String(repeating: "aB3", count: 12),
        "sk-" + String(repeating: "x1", count: 12) + " is my key",
        "AKIA" + "ABCDEFGH12345678",
        "eyJ" + String(repeating: "a", count: 20) + ".eyJ" + String(repeating: "b", count: 20)
            + ".sig",
        "-----BEGIN OPENSSH " + "PRIVATE KEY-----\nabc",
        "export API_KEY=\"abcd1234efgh\"",
        "{\"password\" : \"correct4horse\"}",
        "postgres://me:" + "hunter2@host/db",
    ]

    @Test(arguments: secrets) func `A line with a secret is told`(line: String) {
        #expect(LikelySecret.isIn(line))
    }

    @Test(
        arguments: [
            "What is a secret: a token or a password?", "sk-learn and ghp_ are names",
            "see https://example.com/a@b and http://host:8080/x", "password: forgotten",
            "The token count is 4096.", "eyJ is how base64 of JSON begins", "",
        ])
    func `What only speaks of secrets is none`(line: String) {
        #expect(!LikelySecret.isIn(line))
    }
}
