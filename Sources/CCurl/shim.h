/* curl's options are variadic, which Swift does not import: one shim a type. */
#include <curl/curl.h>
#undef curl_easy_setopt
#undef curl_easy_getinfo
static inline CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl_easy_setopt(handle, option, value);
}
typedef size_t (*curl_bytes)(char *bytes, size_t size, size_t count, void *owner);
static inline CURLcode curl_set_bytes(CURL *handle, CURLoption option, curl_bytes value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_long_of(CURL *handle, CURLINFO what, long *value) {
  return curl_easy_getinfo(handle, what, value);
}
