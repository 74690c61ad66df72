package struct ExternalLabel: Hashable, Sendable {
  package var name: String
  package var value: String
}
