#ifndef CHIREDIS_SHIM_H
#define CHIREDIS_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <hiredis.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

/* What a call came to: hiredis' own code, and errno, which Swift would read too late. */
typedef struct {
    int code;
    int system_error;
} chiredis_result;

/* The fields of `timeval` have other types on other systems. */
static inline struct timeval chiredis_timeval(long long milliseconds)
{
    struct timeval time;
    time.tv_sec = (time_t)(milliseconds / 1000);
    time.tv_usec = (suseconds_t)(milliseconds % 1000 * 1000);
    return time;
}

/* Keeps errno beside the code of the context. */
static inline chiredis_result chiredis_result_of(const redisContext *context)
{
    chiredis_result result = { context ? context->err : REDIS_ERR_OOM, errno };
    return result;
}

/* Children must not inherit the socket, and no system but macOS can silence SIGPIPE here. */
static inline void chiredis_prepare_socket(redisContext *context)
{
    if (context == NULL || context->err) return;
    fcntl(context->fd, F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
    int on = 1;
    setsockopt(context->fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
}

/* errno must be kept, and a vanished host be noticed; `context` is to be freed in any case. */
static inline chiredis_result chiredis_connect_host(
    redisContext **context, const char *host, int port, long long milliseconds)
{
    errno = 0;
    *context = redisConnectWithTimeout(host, port, chiredis_timeval(milliseconds));
    chiredis_result result = chiredis_result_of(*context);
    chiredis_prepare_socket(*context);
    if (result.code == 0) redisEnableKeepAlive(*context);
    return result;
}

/* errno must be kept; `context` is to be freed in any case. */
static inline chiredis_result chiredis_connect_socket(
    redisContext **context, const char *path, long long milliseconds)
{
    errno = 0;
    *context = redisConnectUnixWithTimeout(path, chiredis_timeval(milliseconds));
    chiredis_result result = chiredis_result_of(*context);
    chiredis_prepare_socket(*context);
    return result;
}

/* Takes milliseconds where hiredis takes a `timeval`. */
static inline void chiredis_set_timeout(redisContext *context, long long milliseconds)
{
    redisSetTimeout(context, chiredis_timeval(milliseconds));
}

/* hiredis has no call that tells a healthy idle connection from one with an end or data to read. */
static inline int chiredis_is_quiet(const redisContext *context)
{
    char byte;
    if (context->err || context->reader->pos != context->reader->len) return 0;
    return recv(context->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == -1
        && (errno == EAGAIN || errno == EWOULDBLOCK);
}

/* Writes what was appended; `*sent` is set once the system has taken any of it. */
static inline chiredis_result chiredis_write_all(redisContext *context, int *sent)
{
    int done = 0;
    errno = 0;
    while (!done && redisBufferWrite(context, &done) == REDIS_OK) *sent = 1;
    return chiredis_result_of(context);
}

/* hiredis writes without MSG_NOSIGNAL, so SIGPIPE is held back from this thread meanwhile. */
static inline chiredis_result chiredis_flush(redisContext *context, int *sent)
{
#ifdef SO_NOSIGPIPE
    return chiredis_write_all(context, sent);
#else
    const struct timespec now = { 0, 0 };
    sigset_t pipe_signal, old_mask, pending;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &old_mask);
    chiredis_result result = chiredis_write_all(context, sent);
    if (result.code != 0 && !sigismember(&pending, SIGPIPE))
        sigtimedwait(&pipe_signal, NULL, &now);
    pthread_sigmask(SIG_SETMASK, &old_mask, NULL);
    return result;
#endif
}

/* Says whether a reply, a part of one or the end of the connection came within some time. */
static inline int chiredis_wait(const redisContext *context, int milliseconds)
{
    struct pollfd waiting = { context->fd, POLLIN, 0 };
    if (context->reader->pos != context->reader->len) return 1;
    return poll(&waiting, 1, milliseconds) > 0;
}

/* hiredis reads no more after a failed write, but the server may have said why it hung up. */
static inline void chiredis_forgive(redisContext *context)
{
    context->err = 0;
}

/* errno must be kept, and nothing be written as `redisGetReply` does, since that may raise SIGPIPE;
   `reply` is to be freed with `freeReplyObject`. */
static inline chiredis_result chiredis_read(redisContext *context, redisReply **reply)
{
    void *object = NULL;
    errno = 0;
    while (redisGetReplyFromReader(context, &object) == REDIS_OK && object == NULL
        && redisBufferRead(context) == REDIS_OK) {}
    *reply = (redisReply *)object;
    return chiredis_result_of(context);
}

#endif
