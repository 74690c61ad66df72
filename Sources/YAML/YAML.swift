/// Reading YAML text.
package enum YAML {
  /// Every document of a text, in order; none for a text of comments and white space alone.
  ///
  /// - Parameter file: what errors and marks call the text.
  package static func documents(_ bytes: [UInt8], file: String) throws(YAMLError) -> [Node] {
    let text = try YAMLText(checking: bytes, file: file)
    var composer = Composer(EventReader(text, file: file))
    var documents: [Node] = []
    while let document = try composer.document() { documents.append(document) }
    return documents
  }

  /// The only document of a text; nil for a text without one.
  package static func document(_ bytes: [UInt8], file: String) throws(YAMLError) -> Node? {
    let text = try YAMLText(checking: bytes, file: file)
    var composer = Composer(EventReader(text, file: file))
    guard let first = try composer.document() else { return nil }
    guard let second = try composer.document() else { return first }
    throw YAMLError(.severalDocuments, at: second.mark)
  }
}
