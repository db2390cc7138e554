import NIOSSL

/// A certificate that nobody vouches for, for a name that no server here has, and its key.
///
/// Both are known to everybody and protect nothing.
enum StubCertificate {
    /// What a server needs to show it.
    static func context() throws -> NIOSSLContext {
        let certificate = try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem)
        let key = try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
    }

    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBnjCCAUSgAwIBAgIUGlE5Jl8+mCN134LGsVN16xicv40wCgYIKoZIzj0EAwIw
        FzEVMBMGA1UEAwwMc3R1Yi5leGFtcGxlMCAXDTI2MTEyNDE4MzIwNloYDzIxMjYx
        MDMxMTgzMjA2WjAXMRUwEwYDVQQDDAxzdHViLmV4YW1wbGUwWTATBgcqhkjOPQIB
        BggqhkjOPQMBBwNCAASD6S/bEi8la0ZxW9ZjXWjAHu1TeduILOSus1lHdPb3Mmmv
        lBT4iLee2PGqvcb8ybjy0dNTV4t1+99axfoRP6ovo2wwajAdBgNVHQ4EFgQUMPUT
        ZPBzpTypI9BvmL+7npJzn8EwHwYDVR0jBBgwFoAUMPUTZPBzpTypI9BvmL+7npJz
        n8EwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxzdHViLmV4YW1wbGUwCgYI
        KoZIzj0EAwIDSAAwRQIgeGleftmMeKL2RQKcTh6MvzroBkbnyTRHbZ40dPdkI2kC
        IQDOWb/GDKr23OGDY3a0vdKuRE8OtNm1zoCsx/PyMFQvag==
        -----END CERTIFICATE-----
        """

    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgIqgpN016wjB2PGz1
        oif3KCXNFjTkHhDqR94N9aDqQb+hRANCAASD6S/bEi8la0ZxW9ZjXWjAHu1TeduI
        LOSus1lHdPb3MmmvlBT4iLee2PGqvcb8ybjy0dNTV4t1+99axfoRP6ov
        -----END PRIVATE KEY-----
        """
}
