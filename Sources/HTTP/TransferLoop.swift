internal import CLibCurl
internal import Glibc
internal import Synchronization

/// One thread that moves all transfers of a transport.
///
/// Other threads only put transfers into the inbox and wake the loop; the multi handle itself is
/// touched by the loop's thread alone.
@safe
final class TransferLoop: @unchecked Sendable {
  private struct Inbox {
    var added: [Transfer] = []
    var cancelled: [Transfer] = []
    var isClosed = false
  }

  private let multi: UnsafeMutableRawPointer
  private let sockets: SocketWatch
  private let inbox = Mutex(Inbox())
  /// The loop's thread alone reads and writes it.
  private var running: [UnsafeMutableRawPointer: Transfer] = unsafe [:]

  init?(maximumConnectionsPerHost: Int) {
    guard let sockets = SocketWatch(), let multi = unsafe curl_multi_init() else { return nil }
    unsafe self.multi = multi
    self.sockets = sockets
    unsafe sockets.attach(to: multi)
    _ = unsafe fedctl_multi_setopt_long(
      multi,
      CURLMOPT_MAX_HOST_CONNECTIONS,
      maximumConnectionsPerHost,
    )
  }

  deinit { _ = unsafe curl_multi_cleanup(multi) }

  /// Starts the thread, which keeps the loop alive until `close`.
  func start() -> Bool {
    var thread = pthread_t()
    let loop = unsafe Unmanaged.passRetained(self)
    let code = unsafe pthread_create(&thread, nil, runLoop, loop.toOpaque())
    guard code == 0 else {
      unsafe loop.release()
      return false
    }
    _ = pthread_detach(thread)
    return true
  }

  func add(_ transfer: Transfer) {
    inbox.withLock { $0.added.append(transfer) }
    wake()
  }

  func cancel(_ transfer: Transfer) {
    inbox.withLock { $0.cancelled.append(transfer) }
    wake()
  }

  func close() {
    inbox.withLock { $0.isClosed = true }
    wake()
  }

  private func wake() { sockets.wake() }

  fileprivate func run() {
    while takeInbox() {
      finishEnded()
      for news in sockets.wait() { handle(news) }
      finishEnded()
    }
    for transfer in unsafe Array(running.values) { cancel(running: transfer) }
  }

  /// Lets libcurl do what there is to do about a socket, or by now.
  private func handle(_ news: SocketWatch.News) {
    var count: Int32 = 0
    _ =
      switch news {
      case .socket(let socket, let flags):
        unsafe curl_multi_socket_action(multi, socket, flags, &count)
      case .time: unsafe curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &count)
      }
  }

  /// False once the loop is closed.
  private func takeInbox() -> Bool {
    let news = inbox.withLock { inbox in
      defer { inbox = Inbox(isClosed: inbox.isClosed) }
      return inbox
    }
    for transfer in news.added { begin(transfer) }
    for transfer in news.cancelled { cancel(running: transfer) }
    return !news.isClosed
  }

  private func begin(_ transfer: Transfer) {
    unsafe running[transfer.easy.raw] = transfer
    let code = unsafe curl_multi_add_handle(multi, transfer.easy.raw)
    if code != CURLM_OK { end(transfer, CURLE_FAILED_INIT) }
  }

  private func finishEnded() {
    var left: Int32 = 0
    while let message = unsafe curl_multi_info_read(multi, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE,
        let easy = unsafe message.pointee.easy_handle,
        let transfer = unsafe running[easy]
      else { continue }
      end(transfer, unsafe message.pointee.data.result)
    }
  }

  private func end(_ transfer: Transfer, _ code: CURLcode) {
    transfer.end(code)
    forget(transfer)
  }

  private func cancel(running transfer: Transfer) {
    transfer.cancel()
    forget(transfer)
  }

  /// Also of transfers that ended already: their cancellation may come late.
  private func forget(_ transfer: Transfer) {
    guard unsafe running.removeValue(forKey: transfer.easy.raw) != nil else { return }
    _ = unsafe curl_multi_remove_handle(multi, transfer.easy.raw)
  }
}

private func runLoop(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context = unsafe context {
    unsafe Unmanaged<TransferLoop>.fromOpaque(context).takeRetainedValue().run()
  }
  return nil
}
