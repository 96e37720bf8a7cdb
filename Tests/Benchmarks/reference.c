// The loop that Accord is measured against: as many requests as asked for over one multi handle of
// libcurl, so many of them in flight, with nothing checked.
//
//     reference URL COUNT IN_FLIGHT
//
// URL is what the paths /users/1 to /users/COUNT stand below. It prints the octets that came, and
// ends with 1 where a request got no answer.

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

// Handles are used again: each is given its next URL when it has ended the one before.
struct run {
  const char *url;
  long count;
  long started;
  long ended;
  long octets;
};

static size_t take(char *octets, size_t size, size_t count, void *run) {
  (void)octets;
  ((struct run *)run)->octets += (long)(size * count);
  return size * count;
}

static void fail(const char *reason) {
  fprintf(stderr, "reference: %s\n", reason);
  exit(1);
}

static void start_next(struct run *run, CURLM *multi, CURL *easy) {
  char url[256];
  run->started += 1;
  snprintf(url, sizeof url, "%s/users/%ld", run->url, run->started);
  curl_easy_setopt(easy, CURLOPT_URL, url);
  if (curl_multi_add_handle(multi, easy) != CURLM_OK) fail("curl_multi_add_handle");
}

static void take_ended(struct run *run, CURLM *multi) {
  CURLMsg *message;
  int left;
  while ((message = curl_multi_info_read(multi, &left))) {
    CURL *easy = message->easy_handle;
    if (message->data.result != CURLE_OK) fail(curl_easy_strerror(message->data.result));
    run->ended += 1;
    curl_multi_remove_handle(multi, easy);
    if (run->started < run->count) {
      start_next(run, multi, easy);
    } else {
      curl_easy_cleanup(easy);
    }
  }
}

int main(int argument_count, char **arguments) {
  if (argument_count != 4) fail("URL COUNT IN_FLIGHT");
  struct run run = {.url = arguments[1], .count = atol(arguments[2])};
  long in_flight = atol(arguments[3]);
  if (in_flight > run.count) in_flight = run.count;

  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM *multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, in_flight);
  for (long index = 0; index < in_flight; index += 1) {
    CURL *easy = curl_easy_init();
    if (!easy) fail("curl_easy_init");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &run);
    start_next(&run, multi, easy);
  }
  while (run.ended < run.count) {
    int running;
    if (curl_multi_perform(multi, &running) != CURLM_OK) fail("curl_multi_perform");
    take_ended(&run, multi);
    if (run.ended < run.count && curl_multi_poll(multi, NULL, 0, 1000, NULL) != CURLM_OK) {
      fail("curl_multi_poll");
    }
  }
  curl_multi_cleanup(multi);
  printf("%ld\n", run.octets);
  return 0;
}
