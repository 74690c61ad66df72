/// Which keys Thanos writes to a bucket.
package enum ThanosLayout {
  /// The block that a key belongs to: the ULID at its beginning.
  package static func block(of key: Substring) -> Substring? {
    let name = key.prefix { $0 != "/" }
    return ULID.isOne(name) && name.endIndex != key.endIndex ? name : nil
  }

  /// Whether a key, without the bucket's prefix, is one of Thanos'.
  package static func owns(_ key: Substring) -> Bool {
    if let block = block(of: key) { return isPart(key.dropFirst(block.count + 1)) }
    guard key.hasPrefix("debug/") else { return false }
    // Old versions copied the descriptions of blocks to here.
    let name = key.dropFirst("debug/metas/".count)
    return ["debug/", "debug/metas/"].contains(key)
      || (key.hasPrefix("debug/metas/") && name.hasSuffix(".json") && ULID.isOne(name.dropLast(5)))
  }

  /// A part of a block; the empty ones are directories, where the store pretends to have such.
  private static func isPart(_ name: Substring) -> Bool {
    if parts.contains(name) { return true }
    let chunk = name.dropFirst("chunks/".count)
    return name.hasPrefix("chunks/") && chunk.count == 6 && chunk.allSatisfy(isDigit)
  }

  private static let parts: Set<Substring> = [
    "", "chunks/", "meta.json", "index", "deletion-mark.json", "no-compact-mark.json",
    "no-downsample-mark.json",
  ]

  /// ASCII alone.
  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
