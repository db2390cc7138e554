#ifndef CSPAWN_SHIM_H
#define CSPAWN_SHIM_H

#include <spawn.h>

#ifdef __linux__
/* glibc declares these two only under _GNU_SOURCE, which Swift does not define. */
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
#define CSPAWN_SETSID 0x80
#else
#define CSPAWN_SETSID POSIX_SPAWN_SETSID
#endif

/* Asks for a session of its own: the value of the flag is not visible to Swift on Linux. */
static inline short cspawn_setsid(void) { return CSPAWN_SETSID; }

/* Asks that descriptors from `first` on are closed in the new program: Linux has an action for it,
   and macOS a flag that closes all but those named in actions. */
static inline int cspawn_close_from(
    posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, int first)
{
#ifdef __linux__
    (void)attributes;
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
#else
    short flags = 0;
    (void)actions;
    (void)first;
    posix_spawnattr_getflags(attributes, &flags);
    return posix_spawnattr_setflags(attributes, flags | POSIX_SPAWN_CLOEXEC_DEFAULT);
#endif
}

#endif
