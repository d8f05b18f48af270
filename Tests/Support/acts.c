/* Loaded before the libraries of read-page, this lets a page do what only a page that has taken the process over could:
 * a page that begins with <!--NAME--> has that done. What came of it is the page's text. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <libxml/HTMLparser.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static htmlDocPtr (*read_memory)(htmlParserCtxtPtr, const char *, int, const char *, const char *, int);
static char page[4096] __attribute__((aligned(4096)));

/* Each would do no harm if it were allowed. */
static long try(const char *name) {
    struct { const char *name; long call, one, two, three; } acts[] = {
        {"open a file", SYS_openat, AT_FDCWD, (long)"/etc/hostname", O_RDONLY},
        {"make a file", SYS_openat, AT_FDCWD, (long)"/tmp", O_WRONLY | O_TMPFILE},
        {"remove a file", SYS_unlinkat, AT_FDCWD, (long)"/nowhere/at/all", 0},
        {"look at a file", SYS_newfstatat, AT_FDCWD, (long)"/", (long)page},
        {"make a file in memory", SYS_memfd_create, (long)"a", 0, 0},
        {"a socket of the network", SYS_socket, AF_INET, SOCK_STREAM, 0},
        {"a datagram of the network", SYS_socket, AF_INET6, SOCK_DGRAM, 0},
        {"a socket of the machine", SYS_socket, AF_UNIX, SOCK_STREAM, 0},
        {"a new process", SYS_clone, SIGCHLD, 0, 0},
        {"a new thread", SYS_clone3, 0, 0, 0},
        {"another program", SYS_execve, (long)"/bin/true", 0, 0},
        {"a signal", SYS_kill, getppid(), 0, 0},
        {"a look into another process", SYS_ptrace, 16, getppid(), 0},
        {"memory to execute", SYS_mmap, 0, 4096, PROT_READ | PROT_EXEC},
        {"memory made to execute", SYS_mprotect, (long)page, 4096, PROT_READ | PROT_EXEC},
        {"higher limits", SYS_prlimit64, 0, 0, 0},
        {"another user", SYS_setuid, 0, 0, 0},
        {"another namespace", SYS_unshare, CLONE_NEWUSER, 0, 0},
        {"another root", SYS_chroot, (long)"/", 0, 0},
        {"letters typed at the terminal", SYS_ioctl, 0, 0x5412, (long)"x"},
        {"a ring of calls", SYS_io_uring_setup, 1, (long)page, 0},
        {"a program for the kernel", SYS_bpf, 0, 0, 0},
        {"another descriptor", SYS_dup, 0, 0, 0},
        {"a read of another descriptor", SYS_read, 2, (long)page, 1},
        {"a write to another descriptor", SYS_write, 2, (long)page, 1},
    };
    for (unsigned index = 0; index < sizeof acts / sizeof *acts; index++)
        if (!strcmp(acts[index].name, name))
            return syscall(acts[index].call, acts[index].one, acts[index].two, acts[index].three, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    errno = 0;
    return -1;
}

static void misbehave(const char *name) {
    const unsigned endless[] = {6, ~0U}, strange[] = {999, 0};
    if (!strcmp(name, "crash")) *(volatile int *)8 = 0;
    if (!strcmp(name, "leave")) _exit(7);
    if (!strcmp(name, "wait")) while (read(0, page, sizeof page) > 0) {}
    if (!strcmp(name, "memory")) xmlMalloc(2UL << 30);
    if (!strcmp(name, "endless") && write(1, endless, sizeof endless) > 0) while (read(0, page, sizeof page) > 0) {}
    if (!strcmp(name, "strange") && write(1, strange, sizeof strange) > 0) while (read(0, page, sizeof page) > 0) {}
}

htmlDocPtr htmlCtxtReadMemory(htmlParserCtxtPtr parser, const char *start, int count, const char *url, const char *encoding, int options) {
    char name[100] = "", text[200];
    if (sscanf(start, "<!--%99[a-z ]-->", name) != 1) return read_memory(parser, start, count, url, encoding, options);
    misbehave(name);
    long result = try(name);
    if (!strcmp(name, "a new process") && result == 0) _exit(0);
    snprintf(text, sizeof text, "<p>%s", result == -1 ? strerrorname_np(errno) : "done");
    return read_memory(parser, text, (int)strlen(text), url, encoding, options);
}

/* $ACTS_SECCOMP: the kernel has none (none), or doesn't do what it says (lies). */
int seccomp_load(void *filter) {
    const char *how = getenv("ACTS_SECCOMP");
    if (how) return strcmp(how, "lies") ? -EINVAL : 0;
    return ((int (*)(void *))dlsym(RTLD_NEXT, "seccomp_load"))(filter);
}

__attribute__((constructor)) static void find(void) { *(void **)&read_memory = dlsym(RTLD_NEXT, "htmlCtxtReadMemory"); }
