/* Loaded before libc (LD_PRELOAD), lets chosen calls fail: what a full, worn or vanishing disk does to a program.
 *
 *   FAULTS_CALLS=write,fsync,rename   which calls count; all that change a disk where it isn't set
 *   FAULTS_BELOW=/path                only for files below it
 *   FAULTS_AT=7                       the seventh of them fails
 *   FAULTS_LASTING=1                  and all that come after it
 *   FAULTS_ERROR=28                   with this errno; or `kill`: the program is killed in its stead; or `short`: a
 *                                     read or write does half
 *   FAULTS_LOG=/path                  each call that counts is a line of this file
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int counted;

/* The library's own log must neither count nor allocate. */
static void note(int number, const char *call, const char *path) {
    const char *file = getenv("FAULTS_LOG");
    if (!file) return;
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%d %s %s\n", number, call, path);
    int descriptor = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (descriptor < 0) return;
    syscall(SYS_write, descriptor, line, length);
    syscall(SYS_close, descriptor);
}

static int is_chosen(const char *call, int changes_disk) {
    const char *calls = getenv("FAULTS_CALLS");
    if (!calls) return changes_disk;
    size_t length = strlen(call);
    for (const char *found = calls; (found = strstr(found, call)); found += length)
        if ((found == calls || found[-1] == ',') && (found[length] == ',' || !found[length])) return 1;
    return 0;
}

enum { GO_ON, FAIL, HALF };

static int fate(const char *call, int changes_disk, const char *path) {
    const char *below = getenv("FAULTS_BELOW");
    if (!is_chosen(call, changes_disk)) return GO_ON;
    if (below && strncmp(path, below, strlen(below))) return GO_ON;
    int number = ++counted;
    note(number, call, path);
    const char *at = getenv("FAULTS_AT"), *error = getenv("FAULTS_ERROR");
    if (!at || !error) return GO_ON;
    if (getenv("FAULTS_LASTING") ? number < atoi(at) : number != atoi(at)) return GO_ON;
    if (!strcmp(error, "kill")) kill(getpid(), SIGKILL);
    if (!strcmp(error, "short")) return HALF;
    errno = atoi(error);
    return FAIL;
}

static int fate_of_descriptor(const char *call, int changes_disk, int descriptor) {
    if (descriptor <= 2 || !is_chosen(call, changes_disk)) return GO_ON;
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    if (length < 0) return GO_ON;
    path[length] = 0;
    /* Pipes and sockets are no disk. */
    return path[0] == '/' ? fate(call, changes_disk, path) : GO_ON;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPEN(name)                                                                                                    \
    int name(const char *path, int flags, ...) {                                                                      \
        va_list rest;                                                                                                 \
        va_start(rest, flags);                                                                                        \
        mode_t mode = va_arg(rest, mode_t);                                                                           \
        va_end(rest);                                                                                                 \
        int changes = (flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR)) != 0;                                         \
        return fate(changes ? "create" : "open", changes, path) == FAIL ? -1 : REAL(name)(path, flags, mode);         \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                                  \
    int name(int folder, const char *path, int flags, ...) {                                                          \
        va_list rest;                                                                                                 \
        va_start(rest, flags);                                                                                        \
        mode_t mode = va_arg(rest, mode_t);                                                                           \
        va_end(rest);                                                                                                 \
        int changes = (flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR)) != 0;                                         \
        return fate(changes ? "create" : "open", changes, path) == FAIL ? -1 : REAL(name)(folder, path, flags, mode); \
    }
OPENAT(openat)
OPENAT(openat64)

#define ON_PATH(type, failure, name, call, changes, parameters, ...)                                                  \
    type name parameters { return fate(call, changes, path) == FAIL ? failure : REAL(name)(__VA_ARGS__); }

ON_PATH(int, -1, mkdir, "mkdir", 1, (const char *path, mode_t mode), path, mode)
ON_PATH(int, -1, rmdir, "rmdir", 1, (const char *path), path)
ON_PATH(int, -1, unlink, "unlink", 1, (const char *path), path)
ON_PATH(int, -1, unlinkat, "unlink", 1, (int folder, const char *path, int flags), folder, path, flags)
ON_PATH(int, -1, rename, "rename", 1, (const char *from, const char *path), from, path)
ON_PATH(int, -1, link, "link", 1, (const char *from, const char *path), from, path)
ON_PATH(int, -1, symlink, "symlink", 1, (const char *to, const char *path), to, path)
ON_PATH(ssize_t, -1, readlink, "readlink", 0, (const char *path, char *to, size_t count), path, to, count)
ON_PATH(int, -1, stat, "stat", 0, (const char *path, struct stat *status), path, status)
ON_PATH(int, -1, lstat, "stat", 0, (const char *path, struct stat *status), path, status)
ON_PATH(int, -1, access, "stat", 0, (const char *path, int mode), path, mode)
ON_PATH(DIR *, NULL, opendir, "opendir", 0, (const char *path), path)

#define ON_DESCRIPTOR(type, name, call, changes, parameters, ...)                                                     \
    type name parameters {                                                                                            \
        return fate_of_descriptor(call, changes, descriptor) == FAIL ? -1 : REAL(name)(__VA_ARGS__);                  \
    }

ON_DESCRIPTOR(int, fsync, "fsync", 1, (int descriptor), descriptor)
ON_DESCRIPTOR(int, fdatasync, "fsync", 1, (int descriptor), descriptor)
ON_DESCRIPTOR(int, ftruncate, "truncate", 1, (int descriptor, off_t length), descriptor, length)
ON_DESCRIPTOR(int, ftruncate64, "truncate", 1, (int descriptor, off64_t length), descriptor, length)
ON_DESCRIPTOR(int, fstat, "stat", 0, (int descriptor, struct stat *status), descriptor, status)
ON_DESCRIPTOR(ssize_t, writev, "write", 1, (int descriptor, const struct iovec *parts, int count), descriptor, parts,
              count)
ON_DESCRIPTOR(ssize_t, copy_file_range, "write", 1,
              (int from, off64_t *start, int descriptor, off64_t *end, size_t count, unsigned flags), from, start,
              descriptor, end, count, flags)
ON_DESCRIPTOR(ssize_t, sendfile, "write", 1, (int descriptor, int from, off_t *start, size_t count), descriptor, from,
              start, count)
ON_DESCRIPTOR(ssize_t, sendfile64, "write", 1, (int descriptor, int from, off64_t *start, size_t count), descriptor,
              from, start, count)

#define TRANSFER(name, call, changes, parameters, ...)                                                                \
    ssize_t name parameters {                                                                                         \
        int fate = fate_of_descriptor(call, changes, descriptor);                                                     \
        if (fate == HALF && count > 1) count /= 2;                                                                    \
        return fate == FAIL ? -1 : REAL(name)(__VA_ARGS__);                                                           \
    }

TRANSFER(read, "read", 0, (int descriptor, void *bytes, size_t count), descriptor, bytes, count)
TRANSFER(pread, "read", 0, (int descriptor, void *bytes, size_t count, off_t start), descriptor, bytes, count, start)
TRANSFER(pread64, "read", 0, (int descriptor, void *bytes, size_t count, off64_t start), descriptor, bytes, count,
         start)
TRANSFER(write, "write", 1, (int descriptor, const void *bytes, size_t count), descriptor, bytes, count)
TRANSFER(pwrite, "write", 1, (int descriptor, const void *bytes, size_t count, off_t start), descriptor, bytes, count,
         start)
TRANSFER(pwrite64, "write", 1, (int descriptor, const void *bytes, size_t count, off64_t start), descriptor, bytes,
         count, start)

/* A folder whose entries can't be read to the end: as readdir(3) has it, NULL with errno set. */
#define READDIR(name, entry)                                                                                          \
    struct entry *name(DIR *folder) {                                                                                 \
        return fate_of_descriptor("readdir", 0, dirfd(folder)) == FAIL ? NULL : REAL(name)(folder);                   \
    }
READDIR(readdir, dirent)
READDIR(readdir64, dirent64)
