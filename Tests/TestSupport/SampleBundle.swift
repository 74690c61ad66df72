package import Foundation

/// A small bundle in the shape in which the Prometheus operator's releases publish theirs.
package enum SampleBundle {
  package static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "prometheus-operator.yaml")

  package static var text: String {
    get throws { try String(contentsOf: file, encoding: .utf8) }
  }
}
