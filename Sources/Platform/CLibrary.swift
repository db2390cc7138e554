// The C library, which has another name on each system.

#if canImport(Glibc)
    @_exported public import Glibc
#else
    @_exported public import Darwin
#endif
