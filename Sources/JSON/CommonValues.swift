internal import Synchronization

/// What many documents have in common, kept once for all of them.
///
/// Alike clusters answer with alike objects: the same long texts, and under some keys the same values to the byte, as
/// the fields that a manager owns. A value whose text has been read before is taken from here and not read again, so
/// that a reader's memory and time go with what differs. It may be used from any task. Values it never forgets, and
/// texts when others come: most are of one cluster, whose objects are read one after another.
package final class CommonValues: Sendable {
  private struct State {
    /// The text that was read last of those whose hashes lead to one place.
    var texts = [String](repeating: "", count: CommonValues.textCount)
    var values: [[UInt8]: JSON] = [:]
    /// Bytes of the texts of all values.
    var size = 0
  }

  private let state = Mutex(State())
  /// The keys under which objects and lists are looked for.
  private let places: Set<String>

  /// Of more bytes of text, later ones are read as if nobody had seen them: then they are not alike.
  private static let sizeLimit = 1 << 20
  /// In bytes: shorter texts take no memory of their own, and longer ones are rarely alike.
  private static let textLengths = 16...256
  private static let textCount = 4_096

  /// Nothing yet.
  package init(under places: Set<String>) { self.places = places }

  /// Whether values under a key are kept.
  func isPlace(_ key: String) -> Bool { places.contains(key) }

  /// The same text in the memory of an earlier one that was equal to it, byte by byte.
  func text(_ text: String) -> String {
    guard Self.textLengths.contains(text.utf8.count) else { return text }
    let place = Int(UInt(bitPattern: text.hashValue) % UInt(Self.textCount))
    return state.withLock { state in
      if !state.texts[place].isExactly(text) { state.texts[place] = text }
      return state.texts[place]
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
