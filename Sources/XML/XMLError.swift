import Facts

/// Why a text is no XML document of ours, and where reading stopped.
package struct XMLError: Error, Hashable, Sendable {
  /// What is wrong with the text.
  package enum Reason: Hashable, Sendable {
    /// It is not well-formed, in expat's words.
    case malformed(String)
    /// Elements stand within more than this many others.
    case tooDeep(limit: Int)
    /// It declares a document type: no answer of a service has one, and entities come with them.
    case hasDocumentType
    /// There was no memory for a parser.
    case outOfMemory
  }

  /// What is wrong with the text.
  package let reason: Reason
  /// From 1; 0 where nothing was read.
  package let line: Int

  package init(reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }
}

extension XMLError: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case malformed = "xml.malformed"
    case tooDeep = "xml.too-deep"
    case documentType = "xml.document-type"
    case outOfMemory = "xml.out-of-memory"
  }

  package var code: Code {
    switch reason {
    case .malformed: .malformed
    case .tooDeep: .tooDeep
    case .hasDocumentType: .documentType
    case .outOfMemory: .outOfMemory
    }
  }
}
