#ifndef CLIBEDIT_SHIM_H
#define CLIBEDIT_SHIM_H

#include <histedit.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * el_set(), el_wset(), el_get() and history_w() are variadic, and Swift cannot call variadic C.
 * Each wrapper is one of their calls with its real types. Wide characters cross as int32_t,
 * because wchar_t has different names in Swift on different systems.
 */

_Static_assert(sizeof(wchar_t) == sizeof(int32_t), "wide characters are UTF-32");

typedef int (*clibedit_read_key)(EditLine *, int32_t *);
typedef unsigned char (*clibedit_command)(EditLine *, int);

/* Wraps el_set(EL_TERMINAL), which is variadic. */
static inline int clibedit_set_terminal(EditLine *el, const char *name) {
    return el_set(el, EL_TERMINAL, name);
}

/* Wraps el_set(EL_SIGNAL), which is variadic. */
static inline int clibedit_set_signal(EditLine *el, int is_on) {
    return el_set(el, EL_SIGNAL, is_on);
}

/* Wraps el_set(EL_EDITOR), which is variadic. */
static inline int clibedit_set_editor(EditLine *el, const char *name) {
    return el_set(el, EL_EDITOR, name);
}

/* Wraps el_get(EL_EDITOR), which is variadic. */
static inline const char *clibedit_editor(EditLine *el) {
    const char *name = NULL;
    el_get(el, EL_EDITOR, &name);
    return name;
}

/* Wraps el_set(EL_CLIENTDATA), which is variadic. */
static inline int clibedit_set_client(EditLine *el, void *client) {
    return el_set(el, EL_CLIENTDATA, client);
}

/* Wraps el_get(EL_CLIENTDATA), which is variadic. */
static inline void *clibedit_client(EditLine *el) {
    void *client = NULL;
    el_get(el, EL_CLIENTDATA, &client);
    return client;
}

/* Wraps el_wset(EL_GETCFN), which is variadic. */
static inline int clibedit_set_read_key(EditLine *el, clibedit_read_key function) {
    return el_wset(el, EL_GETCFN, (el_rfunc_t)function);
}

/* Wraps el_set(EL_ADDFN), which is variadic; libedit copies the texts. */
static inline int clibedit_add_command(
    EditLine *el, const char *name, const char *help, clibedit_command function) {
    return el_set(el, EL_ADDFN, name, help, function);
}

/* Wraps el_set(EL_BIND), which is variadic. */
static inline int clibedit_bind(EditLine *el, const char *key, const char *command) {
    return el_set(el, EL_BIND, key, command, NULL);
}

/* Wraps el_set(EL_BIND, "-a"): the key map of vi's command mode; variadic. */
static inline int clibedit_bind_in_command_mode(
    EditLine *el, const char *key, const char *command) {
    return el_set(el, EL_BIND, "-a", key, command, NULL);
}

/* Wraps el_wset(EL_HIST), which is variadic, with the wide history. */
static inline int clibedit_set_history(EditLine *el, HistoryW *history) {
    return el_wset(el, EL_HIST, history_w, history);
}

/* Wraps history_w(H_SETSIZE), which is variadic. */
static inline int clibedit_history_set_size(HistoryW *history, int size) {
    HistEventW event;
    return history_w(history, &event, H_SETSIZE, size);
}

/* Wraps history_w(H_ENTER), which is variadic; libedit copies the text. */
static inline int clibedit_history_enter(HistoryW *history, const int32_t *text) {
    HistEventW event;
    return history_w(history, &event, H_ENTER, (const wchar_t *)text);
}

/* Wraps el_wline(): the text without its wchar_t, its length, and the cursor's offset. */
static inline const int32_t *clibedit_line(EditLine *el, long *length, long *cursor) {
    const LineInfoW *line = el_wline(el);
    *length = line->lastchar - line->buffer;
    *cursor = line->cursor - line->buffer;
    return (const int32_t *)line->buffer;
}

/* Wraps el_winsertstr(), for its wchar_t. */
static inline int clibedit_insert(EditLine *el, const int32_t *text) {
    return el_winsertstr(el, (const wchar_t *)text);
}

/* Wraps el_wgets(), for its wchar_t: the number of characters read, 0 at an end, -1 on errors. */
static inline int clibedit_read_line(EditLine *el) {
    int count = 0;
    return el_wgets(el, &count) == NULL && count > 0 ? 0 : count;
}

/* Wraps MB_CUR_MAX, a macro that is a function call: whether characters are single bytes. */
static inline int clibedit_locale_is_single_byte(void) {
    return MB_CUR_MAX == 1;
}

#endif
