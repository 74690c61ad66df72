internal import Glibc

/// The two ends of a pipe, closed when it goes away.
final class Pipe {
  let reading: Int32
  let writing: Int32
  private var isWritingOpen = true

  init?() {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    // A child gets the copies that are made for it and nothing else of ours.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reading)
    closeWriting()
  }

  func closeWriting() {
    guard isWritingOpen else { return }
    isWritingOpen = false
    close(writing)
  }
}

/// Reads two descriptors to their ends at once, so that neither writer ever waits for the other.
///
/// nil where they have not ended in time.
func readBoth(
  _ first: Int32,
  _ second: Int32,
  until deadline: ContinuousClock.Instant,
) -> ([UInt8], [UInt8])? {
  var texts: [[UInt8]] = [[], []]
  var sources = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  // A negative descriptor is one that poll passes over.
  while sources.contains(where: { $0.fd >= 0 }) {
    let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
    guard left > 0 else { return nil }
    _ = unsafe poll(&sources, nfds_t(sources.count), Int32(min(left.rounded(.up), 60_000)))
    for place in sources.indices where sources[place].fd >= 0 && sources[place].revents != 0 {
      let piece = readPiece(sources[place].fd)
      texts[place] += piece
      if piece.isEmpty { sources[place].fd = -1 }
    }
  }
  return (texts[0], texts[1])
}

/// Empty at the end.
private func readPiece(_ descriptor: Int32) -> [UInt8] {
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count >= 0 { return Array(buffer.prefix(count)) }
    guard errno == EINTR else { return [] }
  }
}
