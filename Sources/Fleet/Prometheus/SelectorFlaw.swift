/// What keeps a text from being a series selector.
package enum SelectorFlaw: Hashable, Sendable {
  case empty
  case begins(with: Character)
  case unmatchedBraces
  case textAfterBrace
  /// A character that has no place in a metric name.
  case inName(Character)
  case openQuote
  /// It asks for more than names where nothing else can be chosen by.
  case moreThanName
}
