#ifndef ACCORD_CURL_H
#define ACCORD_CURL_H

#include <curl/curl.h>
#include <dlfcn.h>
#include <stdint.h>
#include <string.h>
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

// Gives back what smaller blocks that were freed still hold.
static inline void accord_curl_return_free_blocks(void) {
#ifdef __GLIBC__
  malloc_trim(0);
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

// RTLD_DEFAULT, which glibc declares for GNU's dialect only.
#ifdef RTLD_DEFAULT
#define ACCORD_LOADED RTLD_DEFAULT
#else
#define ACCORD_LOADED ((void *)0)
#endif

// libcurl takes the end of a connection for the end of an answer, even where the server did not say by
// close_notify that it is: whoever can cut a connection could cut an answer that nothing else frames.
// So the messages of TLS are listened to, in the OpenSSL that libcurl has loaded; a libcurl with another
// TLS library is left as it is.
typedef struct {
  // The server has said that nothing more follows in a session (RFC 8446 section 6.1).
  void (*ended)(void *owner, const void *session);
  void *owner;
} accord_tls_listener;

static inline void accord_tls_message(
    int sent, int version, int type, const void *octets, size_t count, void *session,
    void *listener) {
  (void)version;
  // An alert is 21; its second octet is 0 for close_notify.
  if (sent || type != 21 || count != 2 || ((const uint8_t *)octets)[1] != 0) return;
  const accord_tls_listener *to = (const accord_tls_listener *)listener;
  to->ended(to->owner, session);
}

// CURLOPT_SSL_CTX_FUNCTION: each connection has a context of its own.
static inline CURLcode accord_tls_listen_in(CURL *handle, void *context, void *listener) {
  (void)handle;
  void (*set)(void *, void (*)(int, int, int, const void *, size_t, void *, void *)) =
      (void (*)(void *, void (*)(int, int, int, const void *, size_t, void *, void *)))dlsym(
          ACCORD_LOADED, "SSL_CTX_set_msg_callback");
  long (*control)(void *, int, long, void *) =
      (long (*)(void *, int, long, void *))dlsym(ACCORD_LOADED, "SSL_CTX_ctrl");
  if (!set || !control) return CURLE_OK;
  set(context, accord_tls_message);
  // SSL_CTX_set_msg_callback_arg is a macro: SSL_CTRL_SET_MSG_CALLBACK_ARG is 16.
  control(context, 16, 0, listener);
  return CURLE_OK;
}

// Whether the TLS library can be listened to.
static inline int accord_tls_is_audible(void) {
  const curl_version_info_data *version = curl_version_info(CURLVERSION_NOW);
  const char *library = version ? version->ssl_version : NULL;
  return library && !strncmp(library, "OpenSSL/", 8)
      && dlsym(ACCORD_LOADED, "SSL_CTX_set_msg_callback") && dlsym(ACCORD_LOADED, "SSL_CTX_ctrl");
}

static inline CURLcode accord_curl_listen_to_tls(CURL *handle, accord_tls_listener *listener) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, accord_tls_listen_in);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, listener);
}

// The session of the connection in use; NULL without TLS of OpenSSL.
static inline const void *accord_curl_tls_session(CURL *handle) {
  struct curl_tlssessioninfo *info = NULL;
  if (curl_easy_getinfo(handle, CURLINFO_TLS_SSL_PTR, &info) != CURLE_OK || !info) return NULL;
  return info->backend == CURLSSLBACKEND_OPENSSL ? info->internals : NULL;
}

// The decoder of brotli that libcurl has loaded, if it was built with one. Its interface is stable
// (brotli/decode.h); libcurl itself does not ask it whether a stream has ended.
typedef struct {
  void *state;
  int (*decode)(
      void *, size_t *available_in, const uint8_t **next_in, size_t *available_out,
      uint8_t **next_out, size_t *total_out);
  int (*is_finished)(const void *);
  void (*destroy)(void *);
} accord_brotli;

// 0 where there is none.
static inline int accord_brotli_begin(accord_brotli *brotli) {
  void *(*create)(void *, void *, void *) =
      (void *(*)(void *, void *, void *))dlsym(ACCORD_LOADED, "BrotliDecoderCreateInstance");
  brotli->decode =
      (int (*)(void *, size_t *, const uint8_t **, size_t *, uint8_t **, size_t *))dlsym(
          ACCORD_LOADED, "BrotliDecoderDecompressStream");
  brotli->is_finished =
      (int (*)(const void *))dlsym(ACCORD_LOADED, "BrotliDecoderIsFinished");
  brotli->destroy = (void (*)(void *))dlsym(ACCORD_LOADED, "BrotliDecoderDestroyInstance");
  if (!create || !brotli->decode || !brotli->is_finished || !brotli->destroy) return 0;
  brotli->state = create(NULL, NULL, NULL);
  return brotli->state != NULL;
}

// Decodes and throws away what comes of it, as long as that is not more than the limit; 0 where the
// octets are no brotli, or the stream has ended before the last of them.
static inline int accord_brotli_take(
    const accord_brotli *brotli, const uint8_t *octets, size_t count, size_t *limit) {
  uint8_t space[32768];
  while (1) {
    size_t room = sizeof space;
    uint8_t *place = space;
    // BROTLI_DECODER_RESULT_ERROR 0, _SUCCESS 1, _NEEDS_MORE_INPUT 2, _NEEDS_MORE_OUTPUT 3
    int result = brotli->decode(brotli->state, &count, &octets, &room, &place, NULL);
    size_t decoded = sizeof space - room;
    if (decoded > *limit) return 0;
    *limit -= decoded;
    if (result == 1) return count == 0;
    if (result != 3) return result == 2;
  }
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
