package import Facts

/// Why a text is no YAML that fedctl reads, and where.
package struct YAMLError: Error, Fact, Hashable {
  /// What is wrong with the text.
  package enum Reason: Hashable, Sendable {
    case notUTF8
    /// A character that no text holds: the file is likely binary.
    case controlCharacter(UInt32)
    /// libyaml's own words, which have neither the mark nor a full stop.
    case syntax(String?)
    case unknownAlias(String)
    case aliasInsideItself(String)
    case tooManyAliased(limit: Int)
    case tooDeep(limit: Int)
    case unknownTag(String)
    /// What a `<<` takes is no mapping and no list of mappings.
    case mergeKey
    case keyNotScalar
    case severalDocuments
  }

  /// What is wrong with the text.
  package let reason: Reason
  /// Where reading stopped.
  package let mark: SourceMark

  package init(_ reason: Reason, at mark: SourceMark) {
    self.reason = reason
    self.mark = mark
  }
}

extension YAMLError {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// The bytes are not UTF-8.
    case notUTF8 = "yaml.not-utf8"
    case controlCharacter = "yaml.control-character"
    case syntax = "yaml.syntax"
    /// An alias stands before its anchor.
    case unknownAlias = "yaml.unknown-alias"
    /// An alias stands inside the value that it names.
    case aliasInsideItself = "yaml.endless-alias"
    /// Written out, the aliases stand for too many values.
    case tooManyAliased = "yaml.too-many-aliased"
    /// Too many levels stand inside one another.
    case tooDeep = "yaml.too-deep"
    /// A tag that is not among YAML's basic types.
    case unknownTag = "yaml.unknown-tag"
    /// What a merge key takes is no mapping.
    case mergeKey = "yaml.merge-key"
    /// A key is a list or a mapping.
    case keyNotScalar = "yaml.key-not-scalar"
    /// A second document begins where one is meant.
    case severalDocuments = "yaml.several-documents"
  }

  package var code: Code {
    switch reason {
    case .notUTF8: .notUTF8
    case .controlCharacter: .controlCharacter
    case .syntax: .syntax
    case .unknownAlias: .unknownAlias
    case .aliasInsideItself: .aliasInsideItself
    case .tooManyAliased: .tooManyAliased
    case .tooDeep: .tooDeep
    case .unknownTag: .unknownTag
    case .mergeKey: .mergeKey
    case .keyNotScalar: .keyNotScalar
    case .severalDocuments: .severalDocuments
    }
  }
}
