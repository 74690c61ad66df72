import Fleet
import JSON

/// A series that is summed up where it arises, so that the hub need not read every container's.
struct UsageRule {
  /// The name of the series that it makes.
  let name: String
  /// In PromQL, over what one cluster scrapes.
  let expression: String

  /// What a cluster without OpenShift's monitoring works out of its pods; nil for a series that is there.
  init?(_ series: UsageSeries) {
    guard let recording = series.recording else { return nil }
    self.init(name: series.rawValue, expression: recording)
  }

  init(name: String, expression: String) {
    self.name = name
    self.expression = expression
  }

  /// As a group of rules has it.
  var json: JSON { ["record": .string(name), "expr": .string(expression)] }
}
