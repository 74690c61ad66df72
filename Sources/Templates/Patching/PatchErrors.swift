/// Every patch of a fleet file that cannot be applied, each a fact of its own.
package struct PatchErrors: Error, Hashable, Sendable {
  /// In the order of the file, and at least one.
  package let errors: [PatchError]
}
