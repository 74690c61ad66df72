extension TextForm {
  /// A container image with a tag or digest, so that what runs today runs tomorrow.
  static let image = TextForm(pattern: "^\\S+[:@]\\S+$") { text in
    guard text.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._\/:@-]*/) != nil else {
      return Complaint("`\(text)` is not an image.", remedy: imageRemedy)
    }
    let name = text.split(separator: "/").last ?? ""
    guard name.contains(":") || name.contains("@") else {
      return Complaint("`\(text)` has neither tag nor digest.", remedy: imageRemedy)
    }
    return nil
  }

  private static let imageRemedy =
    "Write it as `registry.example.com/team/name:v1.2.3`, or with `@sha256:` and a digest."

  /// A release of Prometheus, as its tags are written.
  static let release = TextForm(pattern: "^v[0-9]+\\.[0-9]+\\.[0-9]+") { text in
    guard text.wholeMatch(of: /v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?/) == nil else {
      return nil
    }
    return Complaint("`\(text)` is not a release.", remedy: "Write it as `v3.5.0`.")
  }

  /// OpenShift's minor release.
  static let openshiftVersion = TextForm(pattern: "^4\\.[0-9]+$", acceptsNumbers: false) { text in
    guard OpenShiftVersion(text) == nil else { return nil }
    return Complaint(
      "`\(text)` is not a minor release of OpenShift 4.",
      remedy: "Write it in quotes, as `\"4.18\"`.",
    )
  }

  /// An extra argument that does not take a flag out of fedctl's hands.
  ///
  /// `owned` is flags that the rest of the fleet depends on, without dashes; `--no-` switches one off.
  static func argument(owned: [String]) -> TextForm {
    TextForm(pattern: "^--?[a-z]") { text in
      guard text.wholeMatch(of: /--?[a-z][A-Za-z0-9.\-]*(=[\s\S]*)?/) != nil else {
        return Complaint("`\(text)` is not a flag.", remedy: "Write it as `--log.level=debug`.")
      }
      let flag = text.prefix { $0 != "=" }
      let name = flag.drop { $0 == "-" }
      guard owned.contains(where: { name == $0 || name == "no-\($0)" }) else { return nil }
      return Complaint(
        "`\(flag)` is set by fedctl: other parts of the fleet depend on it.",
        remedy: "Leave it out; `fedctl schema` lists the keys that change what is rendered.",
      )
    }
  }

  /// The URL of an API server.
  static let serverURL = TextForm(pattern: "^https?://") { text in
    guard !isURL(text) else { return nil }
    return Complaint(
      "`\(text)` is not the URL of an API server.",
      remedy: "Write it as the kubeconfig has it: `https://api.example.com:6443`.",
    )
  }

  /// Of a service that fedctl itself never speaks to.
  static let serviceURL = TextForm(pattern: "^https?://") { text in
    guard !isURL(text) else { return nil }
    return Complaint(
      "`\(text)` is not the URL of a service.",
      remedy: "Write it as `http://name.example.com:9090`.",
    )
  }

  private static func isURL(_ text: String) -> Bool {
    text.wholeMatch(of: /https?:\/\/[^\s\/?#@]+(\/[^\s?#]*)?/) != nil
  }

  /// The URL of what a token is shown to, and so never without encryption.
  static let secureURL = TextForm(pattern: "^https://") { text in
    guard text.wholeMatch(of: /https:\/\/[^\s\/?#@]+(\/[^\s?#]*)?/) == nil else { return nil }
    return Complaint(
      "`\(text)` is not a URL with `https`.",
      remedy: "Write it as `https://prometheus.example.com:9091`.",
    )
  }

  static let metricsPath = TextForm(pattern: "^/") { text in
    guard !text.hasPrefix("/") else { return nil }
    return Complaint("A path begins with a slash.", remedy: "Write `/\(text)`.")
  }
}

extension OpenShiftVersion {
  /// `4.18`; nil for anything else.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /(4)\.([0-9]{1,3})/), let major = Int(match.1),
      let minor = Int(match.2)
    else { return nil }
    self.init(major: major, minor: minor)
  }
}
