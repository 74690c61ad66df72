import Facts
import JSON
import Text
import YAML

/// Puts the values of variables in the place of `{fromEnvironment: NAME}`, where a key takes that.
///
/// It goes over the file once, so that whatever comes after it sees values alone.
struct VariableValues {
  /// The key beside which nothing stands.
  static let key = "fromEnvironment"

  private let environment: [String: String]
  private(set) var problems: [FleetProblem] = []

  init(_ environment: [String: String]) { self.environment = environment }

  /// The same tree with values alone.
  mutating func filling(_ node: Node, _ shape: Shape) -> Node {
    node.changingPairs(shape) { pair, _, record in
      guard let key = record[pair.key], key.takesVariables else { return pair }
      return pair.holding(value(pair.value, key.shape))
    }
  }

  /// Of a mapping of the user's own keys, each value; anything that names no variable as it is.
  private mutating func value(_ node: Node, _ shape: Shape) -> Node {
    switch shape {
    case .text(let form): text(node, form)
    case .map(_, let form): node.mapping { $0.holding(text($0.value, form)) }
    default: node
    }
  }

  private mutating func text(_ node: Node, _ form: TextForm) -> Node {
    guard let pair = node.pairs?.first, node.pairs?.count == 1, pair.key == Self.key,
      let name = pair.value.scalar?.json.stringValue
    else { return node }
    return Node(
      .scalar(Scalar(string: value(of: name, at: pair.value.mark) ?? form.example)),
      at: node.mark,
    )
  }

  /// nil where there is none, which is told.
  private mutating func value(of name: String, at mark: SourceMark) -> String? {
    guard !SecretName.matches(name) else { return refuse(.secret(name), mark) }
    guard let value = environment[name], !value.isEmpty else { return refuse(.unset(name), mark) }
    return value
  }

  private mutating func refuse(_ problem: VariableProblem, _ mark: SourceMark) -> String? {
    problems.append(FleetProblem(.variable(problem), at: mark))
    return nil
  }
}
