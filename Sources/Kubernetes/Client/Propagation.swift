/// What becomes of the objects that a deleted object owns, in the API's words.
package enum Propagation: String, Sendable {
  /// They are deleted after it.
  case background = "Background"
  /// They stay, without an owner, until another takes them.
  case orphan = "Orphan"
}
