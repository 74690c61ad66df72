internal import CLibCurl

/// One libcurl easy handle and the lists that libcurl reads from it.
///
/// It may move between threads but is used by one at a time: the task that sets it up hands it to
/// the transfer loop and never touches it again.
@safe
struct EasyHandle: ~Copyable, @unchecked Sendable {
  let raw: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>] = unsafe []

  init?() {
    guard let raw = unsafe curl_easy_init() else { return nil }
    unsafe self.raw = raw
  }

  deinit {
    unsafe curl_easy_cleanup(raw)
    for place in unsafe lists.indices { unsafe curl_slist_free_all(lists[place]) }
  }

  func set(_ option: CURLoption, _ value: Int) {
    _ = unsafe fedctl_setopt_long(raw, option, value)
  }

  func set(_ option: CURLoption, _ flag: Bool) { set(option, flag ? 1 : 0) }

  func set(_ option: CURLoption, _ text: String) {
    _ = unsafe fedctl_setopt_string(raw, option, text)
  }

  /// Takes away what libcurl has of itself for a text.
  func clear(_ option: CURLoption) { _ = unsafe fedctl_setopt_string(raw, option, nil) }

  /// PEM text, of which libcurl makes its own copy.
  func set(_ option: CURLoption, blob bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { bytes in
      _ = unsafe fedctl_setopt_blob(raw, option, bytes.baseAddress, bytes.count)
    }
  }

  func setBody(_ bytes: [UInt8]) {
    _ = unsafe fedctl_setopt_offset(raw, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
    unsafe bytes.withUnsafeBytes { bytes in
      // A null pointer would make libcurl ask a callback for the body.
      _ = unsafe withUnsafePointer(to: 0 as UInt8) { nothing in
        let start = unsafe bytes.baseAddress ?? UnsafeRawPointer(nothing)
        return unsafe fedctl_setopt_pointer(
          raw,
          CURLOPT_COPYPOSTFIELDS,
          UnsafeMutableRawPointer(mutating: start),
        )
      }
    }
  }

  mutating func set(_ option: CURLoption, list values: [String]) {
    var list: UnsafeMutablePointer<curl_slist>? = nil
    for value in values {
      if let longer = unsafe curl_slist_append(list, value) { unsafe list = longer }
    }
    guard let list = unsafe list else { return }
    unsafe lists.append(list)
    _ = unsafe fedctl_setopt_list(raw, option, list)
  }

  /// What the callbacks get as their last argument.
  func setContext(_ context: UnsafeMutableRawPointer) {
    _ = unsafe fedctl_setopt_callback(raw, CURLOPT_WRITEFUNCTION, receiveBody)
    _ = unsafe fedctl_setopt_callback(raw, CURLOPT_HEADERFUNCTION, receiveHeader)
    _ = unsafe fedctl_setopt_pointer(raw, CURLOPT_WRITEDATA, context)
    _ = unsafe fedctl_setopt_pointer(raw, CURLOPT_HEADERDATA, context)
  }

  func setErrorBuffer(_ buffer: UnsafeMutablePointer<CChar>) {
    _ = unsafe fedctl_setopt_pointer(raw, CURLOPT_ERRORBUFFER, buffer)
  }

  func number(_ info: CURLINFO) -> Int { unsafe fedctl_getinfo_long(raw, info) }

  /// The server's certificate in PEM; nil where no handshake has shown one, or nobody has asked for it.
  var serverCertificate: String? {
    unsafe fedctl_server_certificate(raw).map { unsafe String(cString: $0) }
  }
}

private let receiveBody: fedctl_data_callback = { bytes, size, count, context in
  unsafe receive(bytes, size * count, context) { $0.receive(body: $1) }
}

private let receiveHeader: fedctl_data_callback = { bytes, size, count, context in
  unsafe receive(bytes, size * count, context) { $0.receive(header: $1) }
}

/// Any number other than the bytes offered makes libcurl end the transfer.
private func receive(
  _ bytes: UnsafeMutablePointer<CChar>?,
  _ count: Int,
  _ context: UnsafeMutableRawPointer?,
  _ accept: (Transfer, [UInt8]) -> Bool,
) -> Int {
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  let copy = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
  return accept(transfer, copy) ? count : max(0, count - 1)
}
