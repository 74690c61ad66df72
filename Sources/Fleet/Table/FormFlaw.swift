import Facts

/// Why a piece of text is not of the form that its key wants.
///
/// A payload without a name is the text itself.
package enum FormFlaw: Fact, Hashable {
  case empty
  /// No DNS-1123 label.
  case name(String)
  /// No labels joined by dots.
  case dottedName(String)
  case metricLabel(String)
  /// A label that Prometheus or Thanos sets itself.
  case reservedLabel(String)
  case metricName(String)
  case labelKey(String)
  case labelValue(String)
  case addressRange(String)
  case serverURL(String)
  case serviceURL(String)
  case secureURL(String)
  case downloadURL(String)
  case sha256(String)
  case metricsPath(String)
  case image(String)
  /// Neither tag nor digest: it could change from one day to the next.
  case untaggedImage(String)
  case release(String)
  case openshiftVersion(String)
  case flag(String)
  /// A flag that other parts of the fleet depend on, with its dashes.
  case ownedFlag(String)
  case quantity(String)
  /// A volume that holds nothing.
  case noSize
  case duration(String)
  case tooShort(String, least: String)
  /// It must be less than `limit`.
  case tooLong(String, limit: String)
  case seriesSelector(String, SelectorFlaw)
  /// No host with a port.
  case scrapeTarget(String)
  /// No expression of PromQL.
  case query(String, QueryFlaw)
  case bucketName(String)
  case endpoint(String)
  /// `rest` is the endpoint without its scheme and path.
  case endpointScheme(rest: String, isPlainHTTP: Bool)
  case region(String)
  case keyPrefix
  case accountID(String)
  /// No name of an entry of a Secret, and maybe the secret itself.
  case secretEntry
  case roleARN(String)
  case certificateARN(String)
  /// No host of a registry.
  case registry(String)
  /// No name that a header of HTTP has.
  case headerName(String)
  /// No regular expression that Prometheus understands.
  case expression(String, ExpressionFlaw)
  /// No name of a label, nor one that is put together from groups of an expression.
  case labelTemplate(String)
  /// No JSON pointer.
  case pointer(String)
  case componentName(String)
  /// No URL of a web proxy; who knows what stands there instead.
  case proxyURL
  /// The URL of a proxy names somebody before its host, which is told to nobody.
  case proxyCredentials
  case proxyException(String)
  /// A label or annotation by which fedctl, or another that applies, knows what is its own.
  case ownedKey(String)
  /// No name of a member of Grafana's configuration.
  case grafanaSetting(String)
  /// A value of Grafana's configuration that would end before its end.
  case grafanaValue
  /// The name of a namespace or workload, in which stars may stand.
  case namePattern(String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case invalidValue = "fleet.invalid-value"
    case reservedLabel = "fleet.reserved-label"
    case untaggedImage = "fleet.untagged-image"
    case ownedFlag = "fleet.owned-flag"
    /// A selector of series is none.
    case seriesSelector = "fleet.invalid-selector"
    case endpointScheme = "fleet.endpoint-with-scheme"
    /// A URL names who asks, and perhaps with which password.
    case proxyCredentials = "fleet.credentials-in-url"
    /// A label or annotation that says whose an object is.
    case ownedKey = "fleet.owned-label"
  }

  package var code: Code {
    switch self {
    case .empty, .query, .scrapeTarget, .name, .dottedName, .metricLabel, .metricName, .labelKey,
      .labelValue,
      .addressRange, .serverURL, .serviceURL, .secureURL, .downloadURL, .sha256, .metricsPath,
      .image, .release, .openshiftVersion, .flag, .quantity, .noSize, .duration, .tooShort,
      .tooLong, .bucketName, .endpoint, .region, .keyPrefix, .secretEntry, .accountID, .roleARN,
      .certificateARN,
      .pointer, .registry, .headerName, .expression, .labelTemplate, .componentName, .namePattern,
      .proxyURL, .proxyException, .grafanaSetting, .grafanaValue:
      .invalidValue
    case .reservedLabel: .reservedLabel
    case .untaggedImage: .untaggedImage
    case .ownedFlag: .ownedFlag
    case .seriesSelector: .seriesSelector
    case .endpointScheme: .endpointScheme
    case .proxyCredentials: .proxyCredentials
    case .ownedKey: .ownedKey
    }
  }
}
