import Diagnostics
import Facts
import Fleet

extension FormFlaw {
  /// One summary for all: the text is not what the key takes.
  var words: Diagnostic { Diagnostic(.error, "invalid value", detail: detail, remedy: remedy) }

  /// A URL without whom it names before its host: a password may be among that.
  private func shown(_ url: String) -> String {
    url.replacing(/:\/\/[^\s\/@]+@/, with: "://")
  }

  /// What the key takes, and why.
  private var detail: String {
    switch self {
    case .empty: "The value is empty."
    case .name(let text), .dottedName(let text): "`\(text)` is not a name that Kubernetes accepts."
    case .metricLabel(let text): "`\(text)` is not a label name that Prometheus accepts."
    case .reservedLabel(let text):
      "The label `\(text)` is reserved: Prometheus or Thanos sets it."
    case .metricName(let text): "`\(text)` is not the name of a metric."
    case .labelKey(let text): "`\(text)` is not a label key that Kubernetes accepts."
    case .labelValue(let text): "`\(text)` is not a label value that Kubernetes accepts."
    case .addressRange(let text): "`\(text)` is not a network in CIDR notation."
    case .serverURL(let text): "`\(shown(text))` is not the URL of an API server."
    case .serviceURL(let text): "`\(shown(text))` is not the URL of a service."
    case .secureURL(let text): "`\(shown(text))` is not a URL with `https`."
    case .downloadURL(let text): "`\(shown(text))` is no URL to download from."
    case .sha256(let text): "`\(text)` is no SHA-256 digest."
    case .metricsPath: "A path begins with a slash."
    case .image(let text): "`\(text)` is not an image."
    case .untaggedImage(let text): "`\(text)` has neither tag nor digest."
    case .release(let text): "`\(text)` is not a release."
    case .openshiftVersion(let text): "`\(text)` is not a minor release of OpenShift 4."
    case .flag(let text): "`\(text)` is not a flag."
    case .ownedFlag(let flag):
      "`\(flag)` is set by fedctl: other parts of the fleet depend on it."
    case .quantity(let text): "`\(text)` is not a quantity."
    case .noSize: "A volume must hold more than nothing."
    case .duration(let text): "`\(text)` is not a duration."
    case .tooShort(let text, _): "`\(text)` is too short."
    case .tooLong(let text, _): "`\(text)` is too long."
    case .seriesSelector(let text, let flaw):
      "`\(text)` is not a series selector: \(flaw.words)."
    case .scrapeTarget(let text): "`\(text)` is not a host with a port."
    case .query(let text, let flaw): "`\(text)` is no expression of PromQL: \(flaw.words)."
    case .bucketName(let text): "`\(text)` is not a bucket name that S3 accepts."
    case .endpoint(let text): "`\(text)` is not a host or a host and port."
    case .endpointScheme: "The endpoint has a scheme, which Thanos refuses."
    case .region(let text): "`\(text)` is not a region."
    case .keyPrefix: "The prefix is empty, or begins or ends with a slash."
    case .secretEntry:
      "The value names no entry of a Secret, and looks as if it were the secret itself or none."
    case .accountID(let text): "`\(text)` is not an AWS account."
    case .roleARN(let text): "`\(text)` is not the ARN of an IAM role."
    case .certificateARN(let text): "`\(text)` is not the ARN of a certificate in ACM."
    case .registry(let text): "`\(text)` is not a registry."
    case .grafanaSetting(let text): "`\(text)` is not the name of a setting of Grafana."
    case .grafanaValue: "A setting of Grafana stands in one line, without three quotes in a row."
    case .headerName(let text): "`\(text)` is not the name of an HTTP header."
    case .expression(let text, let flaw):
      "`\(text)` is not a regular expression as Prometheus has them: \(flaw.words)."
    case .labelTemplate(let text): "`\(text)` cannot be the name of a label."
    case .pointer(let text): "`\(text)` is not a JSON pointer."
    case .componentName("all"): "`all` is what reports call a cluster as a whole."
    case .componentName(let text): "`\(text)` is not the name of a component."
    case .proxyURL: "This is not the URL of a web proxy."
    case .proxyCredentials:
      "The URL of a proxy names who asks, and whoever may read the pods reads that."
    case .proxyException(let text): "`\(text)` is no host, domain, address or network."
    case .ownedKey(let text):
      "`\(text)` says whose an object is, and is not for a fleet file to say."
    case .namePattern(let text): "`\(text)` fits no name that Kubernetes accepts."
    }
  }

  /// Where the detail does not say it already.
  private var remedy: String? {
    switch self {
    case .empty, .reservedLabel, .labelKey, .labelValue, .noSize: nil
    case .name:
      "Use at most 63 of a-z, 0-9 and `-`; begin and end with a letter or digit."
    case .dottedName:
      "Use a-z, 0-9, `-` and `.`; begin and end every part with a letter or digit."
    case .metricLabel: "Use letters, digits and `_`; begin with a letter."
    case .metricName: "Use letters, digits, `_` and `:`; begin with no digit."
    case .addressRange: "Write it as `10.0.0.0/8`, and a single address as `192.0.2.7/32`."
    case .serverURL: "Write it as the kubeconfig has it: `https://api.example.com:6443`."
    case .serviceURL: "Write it as `http://name.example.com:9090`."
    case .secureURL: "Write it as `https://prometheus.example.com:9091`."
    case .downloadURL: "Write it as `https://example.com/bundle.yaml`."
    case .sha256: "Write what `sha256sum` prints: 64 digits of 0-9 and a-f."
    case .metricsPath(let text): "Write `/\(text)`."
    case .image, .untaggedImage:
      "Write it as `registry.example.com/team/name:v1.2.3`, or with `@sha256:` and a digest."
    case .release: "Write it as `v3.5.0`."
    case .openshiftVersion: "Write it in quotes, as `\"4.18\"`."
    case .flag: "Write it as `--log.level=debug`."
    case .ownedFlag:
      "Leave it out; `fedctl schema` lists the keys that change what is rendered."
    case .quantity: "Write a number with a unit Kubernetes knows, as `500m`, `2` or `10Gi`."
    case .duration: "Write whole numbers with units, as `30s`, `12h` or `1d12h`."
    case .tooShort(_, let least): "Write \(least) or more."
    case .tooLong(_, let limit): "Write less than \(limit)."
    case .seriesSelector: "Write a metric name, or label matchers as in `{__name__=\"up\"}`."
    case .scrapeTarget: "Write it as `router.example.com:9100`, without a scheme."
    case .query: "Write it as Prometheus has it, as in `sum(rate(orders_total[5m]))`."
    case .bucketName:
      "Use 3 to 63 of a-z, 0-9, `-` and `.`; begin and end with a letter or digit."
    case .endpoint: "Write it as `s3.us-east-2.amazonaws.com` or `minio.example.com:9000`."
    case .endpointScheme(let rest, let isPlainHTTP):
      "Write `endpoint: \(rest)`\(isPlainHTTP ? " and `insecure: true`" : "")."
    case .region: "Write it as `us-east-2`."
    case .keyPrefix: "Write it as `team/metrics`, or leave the key out."
    case .secretEntry:
      "Write the name under which the value stands, as `AWS_ACCESS_KEY_ID`: letters, digits, `-`, `_` and `.`."
    case .accountID: "Write its 12 digits in quotes, as \"123456789012\"."
    case .roleARN: "Write it as `arn:aws:iam::123456789012:role/thanos`."
    case .certificateARN:
      "Write it as `arn:aws:acm:us-east-1:123456789012:certificate/` and its id."
    case .registry:
      "Write its host, with a port and a path where it has some: `mirror.example.com:5000/metrics`."
    case .grafanaSetting: "Use small letters, digits and `_`, as in `client_id`."
    case .grafanaValue: "Write it in one line."
    case .headerName: "Use letters, digits and `-`, as in `X-Scope-OrgID`."
    case .expression: "Write it in RE2, which matches whole values: `shop_.+|cart_.+`."
    case .labelTemplate:
      "Use letters, digits and `_`, and `$1` or `${1}` for the first group of `regex`."
    case .pointer:
      "Begin with a slash, as `/spec/replicas`; within a name write `~1` for a slash and `~0` for a tilde."
    case .componentName("all"): "Choose another name."
    case .componentName:
      "Use at most 63 letters, digits, `-`, `_`, `.` and spaces; begin and end with a letter or digit."
    case .proxyURL: "Write it as `http://proxy.example.com:3128`."
    case .proxyCredentials:
      """
      Write scheme, host and port alone, and let the proxy know the clusters by their addresses; or have a patch give the \
      containers the variable `HTTPS_PROXY` from a Secret of yours.
      """
    case .proxyException:
      "Write it as `.example.com`, `host.example.com`, `10.0.0.0/8` or `192.0.2.7`."
    case .ownedKey: "Choose a key of your own, as `example.com/team`."
    case .namePattern: "Use a-z, 0-9, `-` and `.`, and `*` for any characters, as in `edge-*`."
    }
  }
}

extension SelectorFlaw {
  /// Where in the selector, and what.
  fileprivate var words: String {
    switch self {
    case .empty: "it is empty"
    case .begins(let character): "it begins with `\(character)`"
    case .unmatchedBraces: "its braces do not match"
    case .textAfterBrace: "something follows the closing brace"
    case .inName(let character): "`\(character)` has no place in a metric name"
    case .openQuote: "a quote is not closed"
    case .moreThanName: "it asks for more than names"
    }
  }
}

extension ExpressionFlaw {
  /// What of the expression.
  fileprivate var words: String {
    switch self {
    case .openGroup: "a group is not closed"
    case .strayParenthesis: "a `)` closes nothing"
    case .openClass: "a `[` is not closed"
    case .nothingToRepeat(let mark): "`\(mark)` has nothing before it to repeat"
    case .trailingBackslash: "a backslash stands at its end"
    case .lookaround: "RE2 does not look ahead or behind"
    case .backreference: "RE2 does not refer back to a group"
    }
  }
}
