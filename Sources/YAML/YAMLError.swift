package import Facts

/// Why a text is no YAML that fedctl reads, and where.
package struct YAMLError: Error, Fact, Hashable {
  package enum Reason: Hashable, Sendable {
    case notUTF8
    /// A character that no text holds: the file is likely binary.
    case controlCharacter(UInt32)
    /// libyaml's own words, which have neither the mark nor a full stop.
    case syntax(String)
    case unknownAlias(String)
    case aliasInsideItself(String)
    case tooManyAliased(limit: Int)
    case tooDeep(limit: Int)
    case unknownTag(String)
    case mergeKey
    case keyNotScalar
    case severalDocuments
  }

  package let reason: Reason
  package let mark: SourceMark

  package init(_ reason: Reason, at mark: SourceMark) {
    self.reason = reason
    self.mark = mark
  }
}

extension YAMLError {
  package enum Code: String, FactCode {
    case notUTF8 = "yaml.not-utf8"
    case controlCharacter = "yaml.control-character"
    case syntax = "yaml.syntax"
    case unknownAlias = "yaml.unknown-alias"
    case aliasInsideItself = "yaml.endless-alias"
    case tooManyAliased = "yaml.too-many-aliased"
    case tooDeep = "yaml.too-deep"
    case unknownTag = "yaml.unknown-tag"
    case mergeKey = "yaml.merge-key"
    case keyNotScalar = "yaml.key-not-scalar"
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
