// What Foundation has without the data of all languages, where that is a module of its own.

#if canImport(FoundationEssentials)
    @_exported public import FoundationEssentials
#else
    @_exported public import Foundation
#endif
