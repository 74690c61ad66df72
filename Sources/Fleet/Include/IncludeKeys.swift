import JSON

extension Key {
  static let include = Key(
    "include",
    .list(of: .text(.nonEmpty)),
    .standard([]),
    """
    Files merged under this one, the later over the earlier, relative to its folder: mappings key by key, \
    `clusters` and `patches` one behind the other, and of other lists and values the later one counts.
    """,
    example: ["clusters/eu.yaml"],
  )
}
