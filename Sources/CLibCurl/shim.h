#pragma once

#include <curl/curl.h>
#include <string.h>

// Swift imports no variadic functions: these say the types that curl_easy_setopt and
// curl_easy_getinfo leave to the option.

static inline CURLcode fedctl_setopt_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode fedctl_setopt_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode fedctl_setopt_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode fedctl_setopt_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode fedctl_setopt_list(
    CURL *easy, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(easy, option, value);
}

/// The bytes are copied.
static inline CURLcode fedctl_setopt_blob(
    CURL *easy, CURLoption option, const void *bytes, size_t count) {
  struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
  return curl_easy_setopt(easy, option, &blob);
}

typedef size_t (*fedctl_data_callback)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode fedctl_setopt_callback(
    CURL *easy, CURLoption option, fedctl_data_callback value) {
  return curl_easy_setopt(easy, option, value);
}

static inline long fedctl_getinfo_long(CURL *easy, CURLINFO info) {
  long value = 0;
  curl_easy_getinfo(easy, info, &value);
  return value;
}

/// The server's own certificate in PEM, as the handshake of this transfer has shown it; NULL where there was none.
static inline const char *fedctl_server_certificate(CURL *easy) {
  struct curl_certinfo *info = NULL;
  if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &info) || !info || info->num_of_certs < 1)
    return NULL;
  for (struct curl_slist *line = info->certinfo[0]; line; line = line->next)
    if (!strncmp(line->data, "Cert:", 5)) return line->data + 5;
  return NULL;
}

static inline CURLMcode fedctl_multi_setopt_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

/// The file of authorities that libcurl was told of when it was built; NULL for none.
static inline const char *fedctl_authorities_file(void) {
  return curl_version_info(CURLVERSION_NOW)->cainfo;
}
