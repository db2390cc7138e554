internal import CSpawn
import Platform

// What `posix_spawn` is told, which is a structure on Linux and a pointer to one on macOS.
#if os(Linux)
    typealias FileActions = posix_spawn_file_actions_t
    typealias Attributes = posix_spawnattr_t

    extension SpawnParts {
        /// Nothing that is told yet.
        static var nothing: (actions: FileActions, attributes: Attributes) {
            (FileActions(), Attributes())
        }
    }
#else
    typealias FileActions = posix_spawn_file_actions_t?
    typealias Attributes = posix_spawnattr_t?

    extension SpawnParts {
        /// Nothing that is told yet.
        static var nothing: (actions: FileActions, attributes: Attributes) { (nil, nil) }
    }
#endif
