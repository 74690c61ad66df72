import Facts
import JSON
import YAML

extension Key {
  /// How a server is known, and how it knows us; the same wherever a cluster's Prometheus speaks to one.
  static let access = [
    Key(
      "tls",
      .record(.clientTLS),
      .optional,
      "How its certificate is looked at.",
      example: [
        "ca": ["secret": "their-ca"]
      ],
    ),
    Key(
      "authorization",
      .record(.authorization),
      .optional,
      "What it is shown, from a Secret of yours.",
      example: ["secret": "their-token"],
    ),
    Key(
      "basicAuth",
      .record(.basicAuthentication),
      .optional,
      "A user and a password, from a Secret of yours.",
      example: ["secret": "their-login"],
    ),
  ]
}

extension Record {
  fileprivate static let clientTLS = Record(
    noun: "TLS",
    keys: [
      Key(
        "ca",
        .record(authority),
        .optional,
        "Whom to trust; those whom every system trusts without it.",
        example: ["secret": "their-ca"],
      ),
      Key(
        "certificate",
        .text(.dottedName),
        .optional,
        "A Secret with `tls.crt` and `tls.key`, which are shown.",
        example: "our-certificate",
      ),
      Key(
        "serverName",
        .text(.dottedName),
        .optional,
        "The name in its certificate; that of its address without it.",
      ),
      Key(
        "insecureSkipVerify",
        .flag,
        .standard(false),
        "Whether it may show any certificate.",
      ),
    ],
    flaws: { node in
      guard let skips = node["insecureSkipVerify"], skips.scalar?.json.boolValue == true else {
        return []
      }
      return [FleetProblem(.access(.unverified), .warning, at: skips.mark)]
    },
  )

  private static let authority = Record(
    noun: "an authority",
    keys: [
      Key(
        "secret",
        .text(.dottedName),
        .optional,
        "The Secret that it is in.",
        example: "their-ca",
      ),
      Key(
        "configMap",
        .text(.dottedName),
        .optional,
        "The ConfigMap that it is in.",
        example: "their-ca",
      ),
      Key("key", .text(.secretEntry), .standard("ca.crt"), "Its key there."),
    ],
    flaws: { node in
      let places = ["secret", "configMap"]
      guard node.pairs != nil, places.count(where: { node[$0] != nil }) != 1 else { return [] }
      return [
        FleetProblem(.table(.wrongChoice(of: "authorities", keys: places)), at: node.mark)
      ]
    },
  )

  fileprivate static let authorization = Record(
    noun: "an authorization",
    keys: [
      Key("type", .text(.headerName), .standard("Bearer"), "The word before the credential."),
      Key("secret", .text(.dottedName), .required, "The Secret.", example: "their-token"),
      Key("key", .text(.secretEntry), .standard("token"), "Its key with the credential."),
    ],
    flaws: { node in
      guard let type = node["type"], type.scalar?.text.lowercased() == "basic" else { return [] }
      return [FleetProblem(.access(.basicByHand), at: type.mark)]
    },
  )

  fileprivate static let basicAuthentication = Record(
    noun: "a login",
    keys: [
      Key("secret", .text(.dottedName), .required, "The Secret.", example: "their-login"),
      Key(
        "usernameKey",
        .text(.secretEntry),
        .standard("username"),
        "Its key with the user's name.",
      ),
      Key("passwordKey", .text(.secretEntry), .standard("password"), "Its key with the password."),
    ],
  )

  /// What is wrong between the keys of `access`.
  ///
  /// - `encrypted`: whether the server is spoken to with TLS; nil where that cannot be told.
  static func accessFlaws(_ node: Node, encrypted: Bool?) -> [FleetProblem] {
    guard node.pairs != nil else { return [] }
    let credentials = ["authorization", "basicAuth"].compactMap { node[$0] }
    var found: [FleetProblem] = []
    if credentials.count > 1, let second = credentials.last {
      found.append(FleetProblem(.access(.twoCredentials), at: second.mark))
    }
    guard encrypted == false else { return found }
    if let credential = credentials.first {
      found.append(FleetProblem(.access(.openCredential), .warning, at: credential.mark))
    }
    if let tls = node["tls"] { found.append(FleetProblem(.access(.tlsUnused), at: tls.mark)) }
    return found
  }
}
