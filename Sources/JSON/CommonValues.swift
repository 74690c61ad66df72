internal import Synchronization

/// What many documents have in common, kept once for all of them.
///
/// Alike clusters answer with alike objects: the same long keys, and under some keys the same values to the byte, as
/// the fields that a manager owns. A value whose text has been read before is taken from here and not read again, so
/// that a reader's memory and time go with what differs. It may be used from any task, and never forgets.
package final class CommonValues: Sendable {
  private struct State {
    var keys: Set<String> = []
    var values: [[UInt8]: JSON] = [:]
    /// Bytes of the texts of all values.
    var size = 0
  }

  private let state = Mutex(State())
  /// The keys under which objects or lists are looked for.
  private let places: Set<String>

  /// Of more bytes of text, later ones are read as if nobody had seen them: then they are not alike.
  private static let sizeLimit = 1 << 20
  /// In bytes: shorter keys take no memory of their own, and longer ones than that are no names of fields.
  private static let keyLengths = 16...256
  private static let keyLimit = 4_096

  /// Nothing yet.
  package init(under places: Set<String>) { self.places = places }

  /// Whether values under a key are kept.
  func isPlace(_ key: String) -> Bool { places.contains(key) }

  /// The same text in the memory of the first that was equal to it, byte by byte.
  func key(_ text: String) -> String {
    guard Self.keyLengths.contains(text.utf8.count) else { return text }
    return state.withLock { state in
      guard let place = state.keys.firstIndex(of: text) else {
        if state.keys.count < Self.keyLimit { state.keys.insert(text) }
        return text
      }
      return state.keys[place].isExactly(text) ? state.keys[place] : text
    }
  }

  /// The value that a text was found to be; nil for one that has not been read.
  func value(of text: [UInt8]) -> JSON? { state.withLock { $0.values[text] } }

  /// Keeps what a text was found to be.
  func keep(_ value: JSON, of text: [UInt8]) {
    state.withLock { state in
      guard state.size + text.count <= Self.sizeLimit else { return }
      state.values[text] = value
      state.size += text.count
    }
  }
}
