import JSON

/// Reading YAML text.
package enum YAML {
  /// Every document of a text, in order; none for a text of comments and white space alone.
  ///
  /// `file` is what errors and marks call the text.
  package static func documents(_ bytes: [UInt8], file: String) throws(YAMLError) -> [Node] {
    let text = try YAMLText(checking: bytes, file: file)
    var composer = Composer(EventReader(text, file: file))
    var documents: [Node] = []
    while let document = try composer.document() { documents.append(document) }
    return documents
  }

  /// The only document of a text; nil for a text without one.
  ///
  /// An empty one, as after a `---` at the end, is none.
  package static func document(_ bytes: [UInt8], file: String) throws(YAMLError) -> Node? {
    let all = try documents(bytes, file: file).filter { !$0.isEmptyDocument }
    guard all.count > 1 else { return all.first }
    throw YAMLError(.severalDocuments, at: all[1].mark)
  }

  /// The first document that is not empty, as kubectl reads a kubeconfig: what follows is passed over.
  package static func firstDocument(_ bytes: [UInt8], file: String) throws(YAMLError) -> Node? {
    let text = try YAMLText(checking: bytes, file: file)
    var composer = Composer(EventReader(text, file: file))
    while let document = try composer.document() {
      if !document.isEmptyDocument { return document }
    }
    return nil
  }
}

extension Node {
  /// Nothing stands there, not even `null`.
  fileprivate var isEmptyDocument: Bool {
    scalar.map { $0.text.isEmpty && $0.json == .null } ?? false
  }
}
