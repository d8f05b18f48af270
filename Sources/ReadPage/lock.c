#define _GNU_SOURCE /* syscall, O_PATH */
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* --- Landlock --- */

/* As the kernel defines it; the C library's headers may be older than the kernel. */
struct landlock_rules {
    uint64_t files, network, scoped;
};

/* The rights that each version of Landlock knows, from the first: each of them is taken. */
static const struct landlock_rules rights[] = {
    {0x1FFF, 0, 0}, {0x3FFF, 0, 0}, {0x7FFF, 0, 0}, {0x7FFF, 3, 0}, {0xFFFF, 3, 0}, {0xFFFF, 3, 3}};
enum { VERSIONS = sizeof rights / sizeof *rights, ASK_VERSION = 1 };

static bool can_open_root(int expected) {
    int root = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root >= 0) close(root);
    return root >= 0 || errno != expected;
}

/* Returns NULL where the kernel has no Landlock too; `holds` says whether it has. */
static const char *landlock(bool *holds) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
    *holds = version > 0;
    if (version <= 0) return NULL;
    const struct landlock_rules *rules = &rights[(version < VERSIONS ? version : VERSIONS) - 1];
    long ruleset = syscall(SYS_landlock_create_ruleset, rules, sizeof *rules, 0);
    if (ruleset < 0) return "Landlock refuses its rules";
    bool is_restricted = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close((int)ruleset);
    return is_restricted && !can_open_root(EACCES) ? NULL : "Landlock doesn't hold";
}

/* --- seccomp --- */

static const int allowed[] = {
    SCMP_SYS(brk),       SCMP_SYS(munmap),          SCMP_SYS(mremap),        SCMP_SYS(madvise), SCMP_SYS(exit),
    SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall), SCMP_SYS(clock_gettime),
    SCMP_SYS(getrandom)};

static bool allow(scmp_filter_ctx filter) {
    for (unsigned index = 0; index < sizeof allowed / sizeof *allowed; index++)
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[index], 0) != 0) return false;
    struct scmp_arg_cmp no_code = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    struct scmp_arg_cmp input = SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO, 0);
    struct scmp_arg_cmp output = SCMP_A0(SCMP_CMP_EQ, STDOUT_FILENO, 0);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, no_code) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, no_code) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(read), 1, input) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, output) == 0;
}

static bool filter_calls(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter) return false;
    bool is_loaded = allow(filter) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_loaded;
}

static bool is_denied(long result) { return result == -1 && errno == EPERM; }

/* Tries what would do harm. Without a lock the last two fail for other reasons, and the others do no harm. */
static bool holds(void) {
    void *code = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return code == MAP_FAILED && errno == EPERM && !can_open_root(EPERM) &&
           is_denied(socket(AF_INET, SOCK_DGRAM, 0)) && is_denied(socket(AF_UNIX, SOCK_STREAM, 0)) &&
           is_denied(syscall(SYS_execve, "", NULL, NULL)) &&
           is_denied(syscall(SYS_clone, CLONE_THREAD, NULL, NULL, NULL, NULL));
}

const char *lock(const char **locks) {
    bool has_landlock;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return "it can't be kept from new rights";
    const char *fault = landlock(&has_landlock);
    if (!fault) fault = limit();
    if (fault) return fault;
    if (!filter_calls()) return "the kernel has no seccomp, or forbids its use";
    *locks = has_landlock ? "seccomp, Landlock" : "seccomp";
    return holds() ? NULL : "seccomp doesn't hold";
}
