extension Record {
  static let patch = Record(
    noun: "a patch",
    keys: [
      Key("target", .record(target), .required, "Which objects it changes."),
      Key("merge", .anything, .required, "The merge patch (RFC 7386)."),
    ],
  )

  private static let target = Record(
    noun: "a patch's target",
    keys: [
      Key("kind", .text(.nonEmpty), .required, "Their kind."),
      Key("name", .text(.nonEmpty), .optional, "Their name; every name without it."),
      Key("cluster", .text(.nonEmpty), .optional, "Their cluster, by name; every one without it."),
    ],
  )
}
