#include "pipes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_pipe(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode);
}

bool are_pipes(void) { return is_pipe(STDIN_FILENO) && is_pipe(STDOUT_FILENO); }

static void *or_end(void *memory, size_t count) {
    if (!memory && count > 0) _exit(RP_NO_MEMORY);
    return memory;
}

void *allocate(size_t count) { return or_end(malloc(count), count); }
void *reallocate(void *memory, size_t count) { return or_end(realloc(memory, count), count); }
char *copy(const char *text) { return or_end(strdup(text), 1); }

void read_bytes(void *buffer, size_t count) {
    for (char *at = buffer; count > 0;) {
        ssize_t got = read(STDIN_FILENO, at, count);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) _exit(0);
        at += got;
        count -= (size_t)got;
    }
}

rp_frame read_frame(void) {
    rp_frame frame;
    read_bytes(&frame, sizeof frame);
    return frame;
}

static void write_bytes(const char *at, size_t count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, at, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) _exit(0);
        at += written;
        count -= (size_t)written;
    }
}

void write_frame(enum rp_kind kind, const void *bytes, size_t count) {
    rp_frame frame = {kind, (uint32_t)count};
    write_bytes((const char *)&frame, sizeof frame);
    write_bytes(bytes, count);
}

void write_string(enum rp_kind kind, const char *text) { write_frame(kind, text, strlen(text)); }
