package import FoundationEssentials

/// A block in the bucket.
package struct StoredBlock: Hashable, Sendable {
  /// Its ULID.
  package let name: String
  /// Behind its last sample, by the clock of who made it.
  package let end: Date

  package init(name: String, end: Date) {
    self.name = name
    self.end = end
  }
}

/// The newest block of each owner, as far as a look for them went.
package struct NewestBlocks: Hashable, Sendable {
  /// By owner; whoever is not among them has no block that was made since.
  package var blocks: [String: StoredBlock]
  /// How many descriptions of blocks were read.
  package var read: Int
  /// Whatever was made since then was read.
  package var since: Date
  /// Whether there was more to look at than a look may take, so that who is not found may be there nevertheless.
  package var isCut: Bool

  package init(
    _ blocks: [String: StoredBlock] = [:],
    read: Int = 0,
    since: Date,
    isCut: Bool = false,
  ) {
    self.blocks = blocks
    self.read = read
    self.since = since
    self.isCut = isCut
  }

  /// A newer one takes the place of an older.
  mutating func add(_ block: StoredBlock, of owner: String) {
    if let known = blocks[owner], known.end >= block.end { return }
    blocks[owner] = block
  }

  /// Whether nothing that was made before this moment can be newer than what was found: no block has samples from after
  /// it was made.
  func isSettled(for owners: Set<String>, before moment: Date) -> Bool {
    owners.allSatisfy { owner in blocks[owner].map { $0.end >= moment } ?? false }
  }
}
