#include "terminal_guard.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Bracketed paste on; and off again, with the cursor shown and plain text. */
static const char enter_text[] = "\033[?2004h";
static const char leave_text[] = "\033[?2004l\033[?25h\033[0m";

static struct terminal_guard_options options;
static struct termios saved, editing;
static atomic_bool is_entered, is_installed, has_exit_handler;

static const int crashes[] = { SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT };
static const int terminations[] = { SIGTERM, SIGHUP };
static const int messages[] = { SIGWINCH, SIGCONT, SIGTSTP, SIGINT };
static struct sigaction previous[NSIG];
static bool is_handled[NSIG];

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void set_mask_of(int how, int signal, sigset_t *old) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    pthread_sigmask(how, &set, old);
}

/* SIGTTOU would stop a process that sets modes from the background while it ends. */
static void set_modes(int when, const struct termios *modes) {
    sigset_t old;
    set_mask_of(SIG_BLOCK, SIGTTOU, &old);
    while (tcsetattr(options.terminal, when, modes) == -1 && errno == EINTR) {}
    pthread_sigmask(SIG_SETMASK, &old, NULL);
}

static void write_text(const char *text) {
    if (!options.has_escape_sequences) return;
    ssize_t ignored = write(options.terminal, text, strlen(text));
    (void)ignored;
}

static bool is_in_foreground(void) {
    pid_t group = tcgetpgrp(options.terminal);
    return group == -1 || group == getpgrp();
}

/* Modes are never set with TCSAFLUSH, which would drop what was typed ahead, and not with
 * TCSADRAIN while leaving, which waits for ever when the output is stopped. */
void terminal_guard_leave(void) {
    if (!atomic_exchange(&is_entered, false)) return;
    set_modes(TCSANOW, &saved);
    write_text(leave_text);
}

bool terminal_guard_enter(bool again) {
    if (!atomic_load(&is_installed) || !is_in_foreground()) return false;
    if (atomic_load(&is_entered) && !again) return true;
    set_modes(TCSADRAIN, &editing);
    atomic_store(&is_entered, true);
    write_text(enter_text);
    return true;
}

static void restore_and_pass_on(int signal, siginfo_t *information, void *context) {
    (void)context;
    terminal_guard_leave();
    sigaction(signal, &previous[signal], NULL);
    /* A fault happens again when the handler returns; what was sent must be sent again. */
    bool is_fault = information->si_code > 0 && signal != SIGABRT && signal != SIGQUIT
        && signal != SIGTERM && signal != SIGHUP;
    if (is_fault) return;
    raise(signal);
    set_mask_of(SIG_UNBLOCK, signal, NULL);
}

static void pass_to_pipe(int signal) {
    int error = errno;
    unsigned char byte = (unsigned char)signal;
    ssize_t ignored = write(options.wake, &byte, 1);
    (void)ignored;
    errno = error;
}

static void handle(int signal, struct sigaction action) {
    sigemptyset(&action.sa_mask);
    if (sigaction(signal, &action, &previous[signal]) == 0) is_handled[signal] = true;
}

static bool is_default(int signal) {
    struct sigaction action;
    return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_DFL;
}

static void install_handlers(void) {
    struct sigaction fatal = { .sa_flags = SA_ONSTACK | SA_SIGINFO };
    fatal.sa_sigaction = restore_and_pass_on;
    struct sigaction message = { .sa_flags = SA_ONSTACK | SA_RESTART };
    message.sa_handler = pass_to_pipe;
    for (size_t i = 0; i < COUNT(crashes); i++) handle(crashes[i], fatal);
    /* What is ignored (nohup) or already handled by the program stays so. */
    for (size_t i = 0; i < COUNT(terminations); i++)
        if (options.handles_termination && is_default(terminations[i]))
            handle(terminations[i], fatal);
    for (size_t i = 0; i < COUNT(messages); i++)
        if (is_default(messages[i])) handle(messages[i], message);
}

static void make_editing_modes(void) {
    editing = saved;
    editing.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | IXOFF | ISTRIP | BRKINT);
    editing.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | ISIG | IEXTEN);
    editing.c_oflag |= OPOST | ONLCR;
    editing.c_cc[VMIN] = 1;
    editing.c_cc[VTIME] = 0;
}

int terminal_guard_install(struct terminal_guard_options new_options) {
    if (atomic_load(&is_installed)) {
        errno = EBUSY;
        return -1;
    }
    if (tcgetattr(new_options.terminal, &saved) == -1) return -1;
    options = new_options;
    make_editing_modes();
    if (!atomic_exchange(&has_exit_handler, true)) atexit(terminal_guard_leave);
    install_handlers();
    atomic_store(&is_installed, true);
    return 0;
}

void terminal_guard_uninstall(void) {
    if (!atomic_exchange(&is_installed, false)) return;
    terminal_guard_leave();
    for (int signal = 1; signal < NSIG; signal++) {
        if (!is_handled[signal]) continue;
        sigaction(signal, &previous[signal], NULL);
        is_handled[signal] = false;
    }
}

void terminal_guard_suspend(bool whole_group) {
    struct sigaction action = { .sa_flags = 0 }, old_stop, old_continue;
    sigset_t mask;
    terminal_guard_leave();
    sigemptyset(&action.sa_mask);
    action.sa_handler = SIG_IGN;
    sigaction(SIGTSTP, &action, &old_stop);
    if (whole_group) kill(0, SIGTSTP);
    /* Continuing from here is no news for the pipe. */
    action.sa_handler = SIG_DFL;
    sigaction(SIGCONT, &action, &old_continue);
    sigaction(SIGTSTP, &action, NULL);
    /* To this thread and unblocked: the process stops here, not some time later. */
    raise(SIGTSTP);
    set_mask_of(SIG_UNBLOCK, SIGTSTP, &mask);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &old_stop, NULL);
    sigaction(SIGCONT, &old_continue, NULL);
    /* The shell may have been given new modes meanwhile. */
    if (is_in_foreground() && tcgetattr(options.terminal, &saved) == 0) make_editing_modes();
    terminal_guard_enter(true);
}
