/// A part of the clusters whose use of resources is told by itself.
package struct ReportComponent: Hashable, Sendable {
  /// As reports call it; that of a component that fedctl knows adds to it.
  package var name: String
  /// Where it runs, at least one name, in which `*` stands for any characters.
  package var namespaces: [String]
  /// What of these namespaces it is, by the workloads' names; all of them where none is named.
  package var workloads: [String]
}
