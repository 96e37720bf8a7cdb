#ifndef ACCORD_CURL_H
#define ACCORD_CURL_H

#include <curl/curl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// CURLOPT_PREREQFUNCTION (7.80), CURLOPT_PROTOCOLS_STR (7.85) and CURLOPT_QUICK_EXIT (7.87) are
// needed: without them a request could be sent twice, or a dead name server could hold a run.
#if LIBCURL_VERSION_NUM < 0x075700
#error "Accord needs libcurl 7.87 or later"
#endif

// curl_easy_setopt, curl_easy_getinfo and their kin are variadic: what the caller passes must have
// exactly the type that the option reads. Here is one function for each kind of argument, so that
// the compiler converts, and Swift (which cannot call variadic functions) can call.

static inline CURLcode accord_curl_global_init(void) {
  return curl_global_init(CURL_GLOBAL_DEFAULT);
}

// glibc takes the first large block that is freed as a sign to keep such blocks, and a run would
// hold the memory of large bodies that are long gone. From 4 MiB on they go back to the system. To
// say so takes away what glibc finds out by itself of smaller ones, which would go back and forth.
static inline void accord_curl_return_large_blocks(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
#endif
}

// CURLVERSION_NOW is a macro that Swift does not see.
static inline unsigned int accord_curl_version_number(void) {
  const curl_version_info_data *version = curl_version_info(CURLVERSION_NOW);
  return version ? version->version_num : 0;
}

// The one signature of CURLOPT_WRITEFUNCTION, CURLOPT_HEADERFUNCTION and CURLOPT_READFUNCTION.
typedef size_t (*accord_curl_data_callback)(char *octets, size_t size, size_t count, void *owner);

static inline CURLcode accord_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode accord_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode accord_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode accord_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode accord_curl_set_list(
    CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode accord_curl_set_data_callback(
    CURL *handle, CURLoption option, accord_curl_data_callback value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode accord_curl_set_seek_callback(CURL *handle, curl_seek_callback value) {
  return curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, value);
}

static inline CURLcode accord_curl_set_debug_callback(CURL *handle, curl_debug_callback value) {
  return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, value);
}

static inline CURLcode accord_curl_set_prereq_callback(CURL *handle, curl_prereq_callback value) {
  return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
}

static inline CURLcode accord_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode accord_curl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode accord_curl_get_socket(CURL *handle, CURLINFO info, curl_socket_t *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode accord_curl_get_string(CURL *handle, CURLINFO info, const char **value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode accord_curl_get_pointer(CURL *handle, CURLINFO info, void **value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLMcode accord_curl_multi_set_long(CURLM *handle, CURLMoption option, long value) {
  return curl_multi_setopt(handle, option, value);
}

static inline CURLSHcode accord_curl_share_set_int(CURLSH *handle, CURLSHoption option, int value) {
  return curl_share_setopt(handle, option, value);
}

static inline CURLSHcode accord_curl_share_set_pointer(
    CURLSH *handle, CURLSHoption option, void *value) {
  return curl_share_setopt(handle, option, value);
}

static inline CURLSHcode accord_curl_share_set_callbacks(
    CURLSH *handle, curl_lock_function lock, curl_unlock_function unlock) {
  CURLSHcode code = curl_share_setopt(handle, CURLSHOPT_LOCKFUNC, lock);
  return code != CURLSHE_OK ? code : curl_share_setopt(handle, CURLSHOPT_UNLOCKFUNC, unlock);
}

#endif
