import JSON

extension Record {
  static let report = Record(
    noun: "the report of resource use",
    keys: [
      Key(
        "components",
        .list(of: .record(component)),
        .standard([]),
        "What is told by itself, before the components that fedctl knows.",
        starter: .absent,
      )
    ],
  )

  private static let component = Record(
    noun: "a component of the report",
    keys: [
      Key(
        "name",
        .text(.componentName),
        .required,
        "As reports call it. Where fedctl knows one of that name, this adds to it.",
      ),
      Key(
        "namespaces",
        .list(of: .text(.namePattern)),
        .required,
        "The namespaces where it runs; `*` stands for any characters.",
      ),
      Key(
        "workloads",
        .list(of: .text(.namePattern)),
        .standard([]),
        """
        Which workloads of those namespaces it is, by the names of their Deployments, StatefulSets, DaemonSets \
        or pods; `*` stands for any characters. Without any, all.
        """,
      ),
    ],
  )
}

extension TextForm {
  /// What a component may be called: not as what is told of every cluster.
  fileprivate static let componentName = TextForm(
    pattern: "^[A-Za-z0-9]([-A-Za-z0-9_. ]{0,61}[A-Za-z0-9])?$",
    example: "gateway",
  ) { text in
    let isName = text.wholeMatch(of: /[A-Za-z0-9]([-A-Za-z0-9_. ]{0,61}[A-Za-z0-9])?/) != nil
    return isName && text != "all" ? nil : .componentName(text)
  }

  /// The name of a namespace or workload in which stars stand for any characters.
  fileprivate static let namePattern = TextForm(pattern: "^[-a-z0-9.*]{1,253}$", example: "edge-*")
  { text in
    text.wholeMatch(of: /[-a-z0-9.*]{1,253}/) != nil ? nil : .namePattern(text)
  }
}
