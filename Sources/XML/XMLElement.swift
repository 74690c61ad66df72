/// An element with its text and its children; attributes, comments and prefixes are left out.
package struct XMLElement: Hashable, Sendable {
  /// Without the prefix of a namespace.
  package let name: String
  /// All the text directly in it, as it stands.
  package internal(set) var text: String
  package internal(set) var children: [XMLElement]

  package init(_ name: String, text: String = "", children: [XMLElement] = []) {
    self.name = name
    self.text = text
    self.children = children
  }

  /// The first child of that name.
  package subscript(name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The children of that name, in their order.
  package func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}
