import CLibCurl
import Glibc
import Synchronization

/// The thread that drives all transfers over one libcurl multi handle.
///
/// `@unchecked Sendable`: `multi` and `running` belong to the thread; only `curl_multi_wakeup`,
/// which libcurl allows from anywhere, is called on `multi` from outside.
@safe final class TransferThread: @unchecked Sendable {
  private enum Order {
    case start(UInt64, Transfer)
    case cancel(UInt64)
    case stop
  }

  private let multi: UnsafeMutableRawPointer
  private let orders = Mutex<[Order]>([])
  private var running: [UInt64: Transfer] = [:]

  /// nil where libcurl or the system has no memory left.
  init?() {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK,
      let multi = unsafe curl_multi_init()
    else { return nil }
    unsafe self.multi = multi
    // Idle connections are kept for the next request to the same cluster.
    unsafe fedctl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 1024)
    guard start() else { return nil }
  }

  deinit { unsafe curl_multi_cleanup(multi) }

  func start(_ identifier: UInt64, _ transfer: Transfer) { give(.start(identifier, transfer)) }

  func cancel(_ identifier: UInt64) { give(.cancel(identifier)) }

  func stop() { give(.stop) }

  private func give(_ order: Order) {
    orders.withLock { $0.append(order) }
    unsafe curl_multi_wakeup(multi)
  }

  private func start() -> Bool {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(self).toOpaque()
    return unsafe pthread_create(
      &thread,
      nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<TransferThread>.fromOpaque(context).takeRetainedValue().loop()
        return nil
      },
      context,
    ) == 0
  }

  private func loop() {
    var count: Int32 = 0
    while obey() {
      unsafe curl_multi_perform(multi, &count)
      finish()
      unsafe curl_multi_poll(multi, nil, 0, 1000, nil)
    }
    for (identifier, _) in running { end(identifier) { $0.end(.cancelled) } }
  }

  /// Takes what was ordered meanwhile; false when it is time to stop.
  private func obey() -> Bool {
    let taken = orders.withLock { orders in
      defer { orders = [] }
      return orders
    }
    for order in taken {
      switch order {
      case .start(let identifier, let transfer): add(transfer, as: identifier)
      case .cancel(let identifier): end(identifier) { $0.end(.cancelled) }
      case .stop: return false
      }
    }
    return true
  }

  private func add(_ transfer: Transfer, as identifier: UInt64) {
    let easy = unsafe transfer.easy.pointer
    let context = unsafe Unmanaged.passUnretained(transfer).toOpaque()
    unsafe fedctl_set_writer(easy, CURLOPT_WRITEFUNCTION, receiveBody)
    unsafe fedctl_set_pointer(easy, CURLOPT_WRITEDATA, context)
    unsafe fedctl_set_writer(easy, CURLOPT_HEADERFUNCTION, receiveHeader)
    unsafe fedctl_set_pointer(easy, CURLOPT_HEADERDATA, context)
    unsafe fedctl_set_pointer(
      easy,
      CURLOPT_PRIVATE,
      UnsafeMutableRawPointer(bitPattern: UInt(identifier)),
    )
    running[identifier] = transfer
    unsafe curl_multi_add_handle(multi, easy)
  }

  private func finish() {
    var code = CURLE_OK
    while let easy = unsafe fedctl_next_done(multi, &code) {
      let identifier = unsafe UInt64(UInt(bitPattern: fedctl_private(easy)))
      end(identifier) { $0.end(code) }
    }
  }

  private func end(_ identifier: UInt64, _ tell: (Transfer) -> Void) {
    guard let transfer = running.removeValue(forKey: identifier) else { return }
    unsafe curl_multi_remove_handle(multi, transfer.easy.pointer)
    tell(transfer)
  }
}

private let receiveBody: fedctl_write = { bytes, size, count, context in
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
  return unsafe transfer.receive(body: piece) ? size * count : 0
}

private let receiveHeader: fedctl_write = { bytes, size, count, context in
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  unsafe transfer.receive(headerLine: UnsafeRawBufferPointer(start: bytes, count: size * count))
  return size * count
}
