#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

/*
 * The terminal's modes, and the signal handlers that must put them back. Handlers may only do
 * what is async-signal-safe, which Swift code is not; everything else is in Swift.
 *
 * A process has one guard. Its handlers write the number of the signal as a byte to a pipe.
 */

#include <stdbool.h>

struct terminal_guard_options {
    /* The terminal's descriptor. */
    int terminal;
    /* The writing end of a non-blocking pipe. */
    int wake;
    /* Whether it knows escape sequences: bracketed paste is switched on and off with the modes. */
    bool has_escape_sequences;
    /* Whether SIGTERM and SIGHUP restore the terminal before they end the process;
     * false leaves them to the program. */
    bool handles_termination;
};

/* Saves the modes and installs the handlers. Returns 0, or -1 with errno set. */
int terminal_guard_install(struct terminal_guard_options options);

/* Puts the modes and the handlers back. */
void terminal_guard_uninstall(void);

/* Sets the modes for line editing, if this process is in the foreground and `again` or the modes
 * are not set. Returns whether they are set. */
bool terminal_guard_enter(bool again);

/* Puts the saved modes back. Async-signal-safe. */
void terminal_guard_leave(void);

/* Leaves, stops the process (and its whole group) as Ctrl-Z does, and enters when continued. */
void terminal_guard_suspend(bool whole_group);

#endif
