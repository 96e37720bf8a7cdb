// Tells ThreadSanitizer of the waits in Swift's Mutex, which it cannot see.
//
// Locking a free Mutex is inlined into our code and so is seen. A lock that somebody else holds is
// waited for in a function of libswiftSynchronization, which is not instrumented: without this each
// contended lock counts as a race. This function has the other one's name and goes before it; what it
// acquires was released by the exchange with which our own inlined code unlocks.
//
// Linked into what `make sanitize` builds for threads, and into nothing else.

#if defined(__linux__)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))
// Synchronization._MutexHandle._lockSlow(Swift.UInt32) -> ()
#define NAME "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"

void __tsan_acquire(void *address);

SWIFT void accord_lock_slow(uint32_t thread, SELF void *handle) __asm__(NAME);

SWIFT void accord_lock_slow(uint32_t thread, SELF void *handle) {
  typedef SWIFT void Function(uint32_t, SELF void *);
  // Without it the program does not end, and says why: no lock could be had.
  Function *wait = (Function *)dlsym(RTLD_NEXT, NAME);
  if (!wait) __builtin_trap();
  wait(thread, handle);
  __tsan_acquire(handle);
}
#endif
