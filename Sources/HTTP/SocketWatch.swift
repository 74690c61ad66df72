internal import CLibCurl
internal import Glibc
internal import Synchronization

/// The sockets of one multi handle, and the time at which libcurl wants to be asked again.
///
/// libcurl says which sockets those are as they come and go, so that a turn of the loop costs as much as there is news,
/// however many requests are under way: `curl_multi_perform` would ask the system about each of them, each time. The
/// loop's thread alone uses it, but for `wake`.
@safe
final class SocketWatch: @unchecked Sendable {
  /// What a turn of the loop is about.
  enum News {
    /// Flags of `CURL_CSELECT_*` of a socket.
    case socket(Int32, flags: Int32)
    /// The time has come that libcurl asked for.
    case time
  }

  private let epoll: Int32
  private let bell: Int32
  private var ready = [fedctl_ready](repeating: fedctl_ready(), count: 64)
  /// When libcurl wants to be asked; nil for not before a socket has something.
  private var due: ContinuousClock.Instant?

  /// nil where the system gives no descriptor.
  init?() {
    epoll = fedctl_epoll_create()
    bell = fedctl_event_create()
    guard epoll >= 0, bell >= 0, fedctl_epoll_watch(epoll, bell, CURL_POLL_IN) == 0 else {
      close()
      return nil
    }
  }

  deinit { close() }

  private func close() {
    for descriptor in [epoll, bell] where descriptor >= 0 { _ = Glibc.close(descriptor) }
  }

  /// From now on, libcurl tells this watch what it waits for.
  func attach(to multi: UnsafeMutableRawPointer) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe fedctl_multi_setopt_watcher(multi, watchSocket, watchTime, context)
  }

  /// Ends the wait that is under way, or the next; from any thread.
  func wake() { _ = eventfd_write(bell, 1) }

  /// Waits until there is news, or somebody rings.
  func wait() -> [News] {
    let count = unsafe fedctl_epoll_wait(epoll, &ready, Int32(ready.count), milliseconds)
    var news: [News] = []
    for event in ready.prefix(max(0, Int(count))) {
      if event.socket == bell {
        var rings: eventfd_t = 0
        _ = unsafe eventfd_read(bell, &rings)
      } else {
        news.append(.socket(event.socket, flags: event.flags))
      }
    }
    if let due, due <= .now {
      self.due = nil
      news.append(.time)
    }
    return news
  }

  /// Until the time that libcurl has asked for, rounded up; -1 for as long as it takes.
  private var milliseconds: Int32 {
    guard let due else { return -1 }
    let left = max(.zero, ContinuousClock.now.duration(to: due))
    return Int32(clamping: Int((left / .milliseconds(1)).rounded(.up)))
  }

  fileprivate func set(due milliseconds: Int) {
    due = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
  }

  fileprivate func watch(_ socket: Int32, for what: Int32) {
    if what == CURL_POLL_REMOVE {
      fedctl_epoll_forget(epoll, socket)
    } else {
      _ = fedctl_epoll_watch(epoll, socket, what)
    }
  }
}

private let watchSocket: fedctl_socket_callback = { _, socket, what, context, _ in
  guard let context = unsafe context else { return 0 }
  unsafe Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().watch(socket, for: what)
  return 0
}

private let watchTime: fedctl_timer_callback = { _, milliseconds, context in
  guard let context = unsafe context else { return 0 }
  unsafe Unmanaged<SocketWatch>.fromOpaque(context).takeUnretainedValue().set(due: milliseconds)
  return 0
}
