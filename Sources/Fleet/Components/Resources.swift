/// CPU and memory, as Kubernetes quantities in canonical form, by resource name.
package struct Resources: Hashable, Sendable {
  package var requests: [String: String]
  package var limits: [String: String]
}
