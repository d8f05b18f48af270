#include "lock.h"

#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* Sanitizers map terabytes to know each byte by. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

static const struct {
    int resource;
    rlim_t most;
    const char *name;
} limits[] = {
#ifndef IS_SANITIZED
    {RLIMIT_AS, 1 << 30, "its memory can't be limited"},
#endif
    /* evidence-index replaces a process that has used a third of it. */
    {RLIMIT_CPU, 180, "its time can't be limited"},
    {RLIMIT_CORE, 0, "its core dumps can't be limited"},
    {RLIMIT_FSIZE, 0, "its files can't be limited"},
    {RLIMIT_NOFILE, 0, "its open files can't be limited"},
    {RLIMIT_NPROC, 0, "its processes can't be limited"},
};

static bool set(int resource, rlim_t most) {
    struct rlimit now;
    if (getrlimit(resource, &now) != 0) return false;
    rlim_t lowest = now.rlim_max < most ? now.rlim_max : most;
    return setrlimit(resource, &(struct rlimit){lowest, lowest}) == 0;
}

const char *limit(void) {
    /* Other processes of the user can't reach into it either. */
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return "it can't be made private";
    for (unsigned index = 0; index < sizeof limits / sizeof *limits; index++)
        if (!set(limits[index].resource, limits[index].most)) return limits[index].name;
    return NULL;
}
