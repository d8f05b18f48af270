/* Linked into what is built for ThreadSanitizer, shows it how Swift's Mutex is locked where two threads want it at once.
 *
 * Where one alone wants it, the code of the caller locks, which is seen; else the library Synchronization does, which was
 * built without the sanitizer: these stand before its functions. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

void __tsan_acquire(void *), __tsan_release(void *);

#define STANDS_BEFORE(result, name, symbol, ...)                                             \
    typedef __attribute__((swiftcall)) result name##_type(__VA_ARGS__);                      \
    name##_type name __asm__(symbol);                                                        \
    static name##_type *real_##name(void) { return (name##_type *)dlsym(RTLD_NEXT, symbol); } \
    __attribute__((swiftcall)) result name(__VA_ARGS__)

#define SELF __attribute__((swift_context)) void *mutex

STANDS_BEFORE(void, lock, "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF", uint32_t thread, SELF) {
    real_lock()(thread, mutex);
    __tsan_acquire(mutex);
}

STANDS_BEFORE(bool, try_lock, "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF", SELF) {
    bool locked = real_try_lock()(mutex);
    if (locked) __tsan_acquire(mutex);
    return locked;
}

STANDS_BEFORE(void, unlock, "$s15Synchronization12_MutexHandleV11_unlockSlowyyF", SELF) {
    __tsan_release(mutex);
    real_unlock()(mutex);
}
