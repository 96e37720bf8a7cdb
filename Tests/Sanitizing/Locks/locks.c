// Tells ThreadSanitizer of the waits in Swift's Mutex, which it cannot see.
//
// Locking and unlocking a Mutex that nobody waits for is inlined into our code and so is seen. Where
// somebody waits, two functions of libswiftSynchronization do it, which are not instrumented: without
// this each contended lock counts as a race. These have the names of the two and go before them.
//
// Linked into what `make sanitize` builds for threads, and into nothing else.

#if defined(__linux__)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))
// Synchronization._MutexHandle._lockSlow(Swift.UInt32) -> ()
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
// Synchronization._MutexHandle._unlockSlow() -> ()
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

void __tsan_acquire(void *address);
void __tsan_release(void *address);

// The function that goes after the one here; without it no lock can be had at all.
static void *next(const char *name) {
  void *function = dlsym(RTLD_NEXT, name);
  if (!function) __builtin_trap();
  return function;
}

SWIFT void accord_lock_slow(uint32_t thread, SELF void *handle) __asm__(LOCK);
SWIFT void accord_unlock_slow(SELF void *handle) __asm__(UNLOCK);

SWIFT void accord_lock_slow(uint32_t thread, SELF void *handle) {
  typedef SWIFT void Function(uint32_t, SELF void *);
  ((Function *)next(LOCK))(thread, handle);
  __tsan_acquire(handle);
}

SWIFT void accord_unlock_slow(SELF void *handle) {
  typedef SWIFT void Function(SELF void *);
  __tsan_release(handle);
  ((Function *)next(UNLOCK))(handle);
}
#endif
