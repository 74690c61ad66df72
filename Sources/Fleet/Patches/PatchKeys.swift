import JSON

extension Record {
  static let patch = Record(
    noun: "a patch",
    keys: [
      Key(
        "target",
        .record(target),
        .required,
        "Which objects it changes: those that fit every key.",
      ),
      Key(
        "type",
        .choice(["strategic", "merge", "json"]),
        .optional,
        """
        How it changes them, as in `kubectl patch`: `strategic`, which a `merge` is without it, merges \
        lists by their keys; `merge` replaces lists as a whole (RFC 7386); `json` is said of `ops`.
        """,
      ),
      Key(
        "merge",
        .anything,
        .optional,
        "What is merged into each object: mappings are merged, a null takes a key away.",
      ),
      Key(
        "ops",
        .list(of: .record(operation)),
        .optional,
        "What is done to each object, one after the other (JSON patch, RFC 6902), in place of `merge`.",
        example: [
          [
            "op": "add", "path": "/metadata/annotations/example.com~1owner",
            "value": "metrics-team",
          ]
        ],
      ),
    ],
  )

  private static let target = Record(
    noun: "a patch's target",
    keys: [
      Key("kind", .oneOrMore(.nonEmpty), .optional, "Their kind, or a list of kinds."),
      Key(
        "name",
        .text(.nonEmpty),
        .optional,
        "Their name; `*` stands for any letters. Every name without it.",
      ),
      Key(
        "labels",
        .map(keys: .labelKey, values: .labelValue),
        .standard([:]),
        "Labels that they have.",
      ),
      Key(
        "cluster",
        .text(.nonEmpty),
        .optional,
        "Their cluster, by name; `*` stands for any letters. Every cluster without it.",
      ),
      Key("group", .text(.name), .optional, "The group that their cluster is in.", example: "far"),
    ],
    choice: .some,
  )

  private static let operation = Record(
    noun: "an operation",
    keys: [
      Key(
        "op",
        .choice(["add", "remove", "replace", "move", "copy", "test"]),
        .required,
        "What is done; `test` changes nothing and fails where the value is another.",
      ),
      Key(
        "path",
        .text(.pointer),
        .required,
        """
        Where, as `/spec/replicas`; a step into a list is a number, `-` for its end, or a member that only one \
        element has, as `name=grafana`.
        """,
      ),
      Key("from", .text(.pointer), .optional, "From where, for `move` and `copy`."),
      Key("value", .value, .optional, "The value, for `add`, `replace` and `test`."),
    ],
  )
}

extension TextForm {
  /// A JSON pointer (RFC 6901).
  static let pointer = TextForm(pattern: "^(/.*)?$", example: "/spec/replicas") { text in
    JSONPointer(text) == nil ? .pointer(text) : nil
  }
}
