#pragma once

#include <curl/curl.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

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

// Swift's Glibc has no epoll: one loop waits for all sockets of a multi handle, and asks libcurl about those alone that
// have something.

typedef int (*fedctl_socket_callback)(
    CURL *easy, curl_socket_t socket, int what, void *context, void *socket_context);
typedef int (*fedctl_timer_callback)(CURLM *multi, long milliseconds, void *context);

/// Whoever is told which sockets to watch, and when to ask libcurl whether or not any of them has something.
static inline void fedctl_multi_setopt_watcher(
    CURLM *multi, fedctl_socket_callback socket, fedctl_timer_callback timer, void *context) {
  curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socket);
  curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
  curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, timer);
  curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
}

/// What libcurl is told that has come of a socket.
typedef struct {
  int socket;
  int flags;
} fedctl_ready;

static inline int fedctl_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

/// A descriptor that is ready to be read while its count, which whoever writes eight bytes raises, is not zero.
static inline int fedctl_event_create(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

/// Watches a socket for what CURL_POLL_* says, from now on or otherwise than before.
static inline int fedctl_epoll_watch(int epoll, int socket, int what) {
  struct epoll_event event = {.events = 0, .data.fd = socket};
  if (what == CURL_POLL_IN || what == CURL_POLL_INOUT) event.events |= EPOLLIN;
  if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT) event.events |= EPOLLOUT;
  if (!epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event)) return 0;
  return epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
}

static inline void fedctl_epoll_forget(int epoll, int socket) {
  epoll_ctl(epoll, EPOLL_CTL_DEL, socket, NULL);
}

/// Waits for no longer than that, and tells at most `count` sockets; -1 where it was interrupted.
static inline int fedctl_epoll_wait(int epoll, fedctl_ready *ready, int count, int milliseconds) {
  struct epoll_event events[64];
  int found = epoll_wait(epoll, events, count < 64 ? count : 64, milliseconds);
  for (int i = 0; i < found; i++) {
    uint32_t seen = events[i].events;
    ready[i].socket = events[i].data.fd;
    ready[i].flags = (seen & EPOLLIN ? CURL_CSELECT_IN : 0) |
        (seen & EPOLLOUT ? CURL_CSELECT_OUT : 0) | (seen & (EPOLLERR | EPOLLHUP) ? CURL_CSELECT_ERR : 0);
  }
  return found;
}
