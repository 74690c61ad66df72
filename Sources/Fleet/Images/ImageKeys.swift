import JSON

extension Key {
  /// Of all images on a cluster.
  static let images = Key(
    "images",
    .record(.images),
    .optional,
    "Where the images of pods come from.",
    example: ["registry": "mirror.example.com/metrics", "pullSecrets": ["mirror-login"]],
  )
}

extension Record {
  fileprivate static let images = Record(
    noun: "the images",
    keys: [
      Key(
        "registry",
        .text(.registry),
        .optional,
        """
        A mirror in place of the registry of every image, also of those that other keys name; one that begins with it stays \
        as it is.
        """,
      ),
      Key(
        "pullSecrets",
        .list(of: .text(.dottedName)),
        .standard([]),
        """
        Secrets to pull images with, there already in the namespaces of the fleet's pods; of what operators run, Prometheus \
        alone gets them.
        """,
        example: ["mirror-login"],
      ),
    ],
  )
}

extension TextForm {
  /// The host of a registry, with a port and a path or without.
  static let registry = TextForm(
    pattern: "^[a-z0-9][a-z0-9.-]*(:[0-9]+)?(/[a-z0-9._/-]*[a-z0-9])?$",
    example: "mirror.example.com/metrics",
  ) { text in
    text.wholeMatch(of: /[a-z0-9][a-z0-9.\-]*(:[0-9]+)?(\/[a-z0-9._\/\-]*[a-z0-9])?/) == nil
      ? .registry(text) : nil
  }
}

extension Images {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      registry: section.optionalText("registry"),
      pullSecrets: try section.texts("pullSecrets"),
    )
  }
}
