import JSON
import Objects
import Plan
import Testing
import YAML

/// An object whose text others write too: the fleet has a part of it.
@Suite struct SharedTextTests {
  private let settings = reference(.configMap, "settings")
  private let path = FieldPath(keys: "data", "config.yaml")

  private func shared(_ part: String) -> Manifest {
    var shared = manifest(
      .configMap,
      "settings",
      bindings: [Binding(path, [.text(part)])],
    )
    shared.sharedText = "config.yaml"
    return shared
  }

  private func theirs(_ text: String) -> JSON {
    let object: JSON = ["metadata": ["name": "settings"], "data": ["config.yaml": .string(text)]]
    return object.owned(by: "kubectl-create", "Update")
  }

  private func conflict(_ manager: String, _ object: JSON) -> [ObjectReference: ServerAnswer] {
    let field = FieldConflict(manager: manager, field: ".data.config.yaml")
    return [settings: .accepted(object, conflicts: [field])]
  }

  @Test func `the part goes into the text that is there, which is adopted by nobody`() throws {
    let state = live([settings: theirs("a: 1\n")])
    let desired = state.desired(shared("b: 2\n"))
    #expect(desired.body[path] == "a: 1\nb: 2\n")
    let plan = try planning(
      [shared("b: 2\n")],
      state,
      answers: conflict("kubectl-create", desired.body),
    )
    let change = try #require(plan[settings])
    #expect(change.action == .update)
    #expect(change.obstacles.isEmpty && change.notes.isEmpty && change.takesOver)
  }

  @Test func `a program's text is left to it`() throws {
    let state = live([settings: theirs("a: 1\n")])
    let body = state.desired(shared("b: 2\n")).body
    let plan = try planning([shared("b: 2\n")], state, answers: conflict("argocd", body))
    let field = FieldConflict(manager: "argocd", field: ".data.config.yaml")
    #expect(plan[settings]?.obstacles == [.conflict(field)])
  }

  @Test func `what cannot be edited is an obstacle, and the text stays`() throws {
    let state = live([settings: theirs("b: 1\n")])
    let desired = state.desired(shared("b: 2\n"))
    #expect(desired.body[path] == "b: 1\n")
    let plan = try planning([shared("b: 2\n")], state)
    #expect(plan[settings]?.obstacles == [.text(.otherValue(path: "b", found: "1"))])
  }

  @Test func `a part that nobody wants any more is taken out, and the rest stays`() throws {
    var object = live([settings: theirs("a: 1\n")]).desired(shared("b: 2\n")).body
    object = object.owned(by: "fedctl").owned(by: "kubectl-edit", "Update")
    let plan = try planning([], live([settings: object]))
    let change = try #require(plan[settings])
    #expect(change.action == .release)
    #expect(change.differences.map(\.after) == ["a: 1\n"])
  }

  @Test func `an object that held nothing else goes`() throws {
    let object = live().desired(shared("b: 2\n")).body.owned(by: "fedctl")
    #expect(try planning([], live([settings: object]))[settings]?.action == .delete)
  }

  @Test func `secrets of its namespace come before it, and go after it`() throws {
    let secret = manifest(.secret, "token")
    let plan = try planning([shared("b: 2\n"), secret], live())
    #expect(plan.changes.map(\.reference) == [secret.reference, settings])
    let object = live().desired(shared("b: 2\n")).body.owned(by: "fedctl")
    let leaving = try planning([], live([settings: object, secret.reference: secret.applied]))
    #expect(leaving.changes.map(\.reference) == [settings, secret.reference])
  }
}
