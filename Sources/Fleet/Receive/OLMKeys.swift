import JSON

extension Key {
  /// Where OLM takes an operator from, and which version of it, with what holds where nothing is said.
  static func fromOLM(
    package: String,
    channel: String,
    source: String,
    startingCSV: String,
  ) -> [Key] {
    [
      Key("package", .text(.dottedName), .standard(.string(package)), "The OLM package."),
      Key("channel", .text(.nonEmpty), .standard(.string(channel)), "Its channel."),
      Key("source", .text(.dottedName), .standard(.string(source)), "The catalogue."),
      Key(
        "sourceNamespace",
        .text(.name),
        .standard("openshift-marketplace"),
        "The catalogue's namespace.",
      ),
      Key(
        "startingCSV",
        .text(.dottedName),
        .standard(.string(startingCSV)),
        "The pinned version, and the only one whose install plan is approved.",
      ),
    ]
  }
}
