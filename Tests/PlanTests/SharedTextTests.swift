import JSON
import Objects
import Plan
import Testing
import Text
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

  /// What is told of a part with a host and a retention that takes the place of another.
  private func told(from old: (host: String, days: Int), to new: (host: String, days: Int)) throws
    -> DisplayedChange
  {
    let route = manifest(.route, "r")
    func state(_ host: String) -> LiveState {
      let admitted: JSON = [
        "host": .string(host), "conditions": [["type": "Admitted", "status": "True"]],
      ]
      return live([route.reference: route.applied.merging(["status": ["ingress": [admitted]]])])
    }
    func part(_ days: Int) -> Manifest {
      var part = shared("")
      let host = PendingValue.handOff(HandOff(from: route.reference, .admittedHost))
      let texts: [Binding.Part] = [.text("url: "), .value(host), .text("\ndays: \(days)\n")]
      part.bindings = [Binding(path, texts)]
      return part
    }
    var after = state(new.host)
    after.put(state(old.host).desired(part(old.days)).body.owned(by: "fedctl"), at: settings)
    let body = after.desired(part(new.days)).body
    let plan = try planning(
      [route, part(new.days)],
      after,
      answers: [settings: .accepted(body.owned(by: "fedctl"), conflicts: [])],
    )
    return try #require(plan[settings]).displayed(hiding: SecretTexts([]), .plain)
  }

  @Test func `what is handed over is told where it is another, and the part of the text once`()
    throws
  {
    let days = try told(from: ("a.example.com", 10), to: ("a.example.com", 15))
    #expect(days.handOffs.isEmpty)
    #expect(days.fields.map(\.path) == [path.description])
    let host = try told(from: ("a.example.com", 10), to: ("b.example.com", 10))
    #expect(host.handOffs.map(\.path) == [path.description])
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
