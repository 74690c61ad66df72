import JSON
import Text
import YAML

extension Record {
  static let writeTarget = Record(
    noun: "a target",
    keys: [
      Key(
        "name",
        .text(.name),
        .required,
        "What Prometheus calls it; no two targets of a cluster have one name, and none is `hub`.",
        example: "long-term",
      ),
      Key(
        "url",
        .text(.serviceURL),
        .required,
        "Where it takes remote writes.",
        example: "https://metrics.example.com/api/v1/push",
      ),
    ] + Key.access + [
      Key(
        "headers",
        .map(keys: .headerName, values: .nonEmpty),
        .standard([:]),
        "Sent along with each request; no secrets, for which `authorization` is.",
        example: ["X-Scope-OrgID": "edge"],
      ),
      .writeQueue,
      .writeRelabelling("What goes there of all that the Prometheus has, and under which labels."),
    ],
    absent: ["proxyUrl": .proxy],
    flaws: { target in
      accessFlaws(target, encrypted: target["url"]?.isSecureURL) + headers(target)
    },
  )

  /// What is sent by Prometheus itself, and what looks like a secret.
  private static func headers(_ target: Node) -> [FleetProblem] {
    (target["headers"]?.pairs ?? []).compactMap { header in
      let name = header.key
      if reserved.contains(name.lowercased()) {
        return FleetProblem(.remoteWrite(.reservedHeader(name)), at: header.keyMark)
      }
      guard SecretName.matches(name) else { return nil }
      return FleetProblem(.remoteWrite(.secretHeader(name)), at: header.keyMark)
    }
  }

  /// Those that Prometheus refuses to be told (prometheus/prometheus:config/config.go, reservedHeaders, and
  /// RemoteWriteConfig.UnmarshalYAML for the first).
  private static let reserved: Set<String> = [
    "authorization", "host", "content-encoding", "content-length", "content-type",
    "x-prometheus-remote-write-version", "x-prometheus-remote-read-version", "user-agent",
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "www-authenticate",
    "accept-encoding", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256",
  ]
}

extension Node {
  /// nil for what is no text.
  var isSecureURL: Bool? { scalar?.text.lowercased().hasPrefix("https:") }
}

extension TextForm {
  /// A token of HTTP.
  static let headerName = TextForm(
    pattern: "^[-!#$%&'*+.^_`|~0-9A-Za-z]+$",
    example: "X-Scope-OrgID",
  ) { text in
    let marks = "-!#$%&'*+.^_`|~"
    let isToken = text.allSatisfy { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber || marks.contains(letter))
    }
    return isToken && !text.isEmpty ? nil : .headerName(text)
  }
}
