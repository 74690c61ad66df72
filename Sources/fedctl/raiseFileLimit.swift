import Glibc

/// Lets the process have as many open files as it may, up to what many clusters' connections can need.
///
/// Shells give a program 1,024 of them, or 256, where the system would allow more for the asking. Where it does not,
/// nothing is lost: `RequestLimits` is what keeps the number small.
func raiseFileLimit() {
  var limit = rlimit()
  guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
  limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 4096))
  _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}
