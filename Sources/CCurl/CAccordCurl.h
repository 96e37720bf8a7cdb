#ifndef ACCORD_CURL_H
#define ACCORD_CURL_H
#include <curl/curl.h>
#endif
