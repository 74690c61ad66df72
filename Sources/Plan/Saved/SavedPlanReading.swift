import JSON

extension SavedPlan {
  /// Reads a file that this release has written.
  ///
  /// - Throws: why it is none, in the order in which a person would look: is it a plan, of a format that is known,
  ///   as it was written, by this release, whole.
  package init(reading bytes: [UInt8], by release: String) throws(SavedPlanFlaw) {
    let value: JSON
    do throws(JSONError) { value = try JSON(parsing: bytes) } catch { throw .noJSON(error) }
    guard let members = value.objectValue, members["kind"] == .string(Self.kind) else {
      throw .noPlan
    }
    let format = members["format_version"]?.stringValue ?? ""
    guard format.split(separator: ".").first == Self.formatVersion.split(separator: ".").first
    else {
      throw .otherFormat(format, known: Self.formatVersion)
    }
    guard members["digest"] == .string(Self.seal(of: members)) else { throw .edited }
    let made = try Member(value, []).text("fedctl_version")
    guard made == release else { throw .otherRelease(made, this: release) }
    try self.init(Member(value, []))
  }

  private init(_ file: Member) throws(SavedPlanFlaw) {
    madeBy = try file.text("fedctl_version")
    fleet = try Fleet(file.member("fleet"))
    options = try Options(file.member("options"))
    bucket = try file.optional("bucket").map(Bucket.init)
    clusters = try file.list("clusters").map(Cluster.init)
    objects = try file.list("objects").map(Object.init)
  }
}

/// A value of the file, with the way to it.
private struct Member {
  let value: JSON
  let path: [String]

  init(_ value: JSON, _ path: [String]) {
    self.value = value
    self.path = path
  }

  func member(_ key: String) throws(SavedPlanFlaw) -> Member {
    guard let member = value[key] else { throw flaw(key) }
    return Member(member, path + [key])
  }

  /// nil where null stands.
  func optional(_ key: String) throws(SavedPlanFlaw) -> Member? {
    let member = try member(key)
    return member.value == .null ? nil : member
  }

  func text(_ key: String) throws(SavedPlanFlaw) -> String {
    guard let text = value[key]?.stringValue else { throw flaw(key) }
    return text
  }

  /// nil where null stands.
  func optionalText(_ key: String) throws(SavedPlanFlaw) -> String? {
    try optional(key) == nil ? nil : try text(key)
  }

  func flag(_ key: String) throws(SavedPlanFlaw) -> Bool {
    guard let flag = value[key]?.boolValue else { throw flaw(key) }
    return flag
  }

  func list(_ key: String) throws(SavedPlanFlaw) -> [Member] {
    guard let list = value[key]?.arrayValue else { throw flaw(key) }
    return list.indices.map { Member(list[$0], path + [key, String($0)]) }
  }

  func texts(_ key: String) throws(SavedPlanFlaw) -> [String] {
    guard let list = value[key]?.arrayValue else { throw flaw(key) }
    let texts = list.compactMap(\.stringValue)
    guard texts.count == list.count else { throw flaw(key) }
    return texts
  }

  func flaw(_ key: String) -> SavedPlanFlaw { .malformed((path + [key]).joined(separator: ".")) }
}

extension SavedPlan.Fleet {
  fileprivate init(_ member: Member) throws(SavedPlanFlaw) {
    name = try member.text("name")
    file = try member.text("file")
    digest = try member.text("digest")
  }
}

extension SavedPlan.Options {
  fileprivate init(_ member: Member) throws(SavedPlanFlaw) {
    forcesConflicts = try member.flag("force_conflicts")
    removesLeftovers = try member.flag("remove_leftovers")
    acceptedIdentities = try member.texts("accept_identity")
    forgottenClusters = try member.texts("forget")
    clusters = try member.texts("cluster")
    objects = try member.texts("only")
  }
}

extension SavedPlan.Bucket {
  fileprivate init(_ member: Member) throws(SavedPlanFlaw) {
    name = try member.text("name")
    action = try member.text("action")
  }
}

extension SavedPlan.Cluster {
  fileprivate init(_ member: Member) throws(SavedPlanFlaw) {
    name = try member.text("name")
    uid = try member.optionalText("uid")
    unknown = try member.optionalText("unknown")
    isLeaving = try member.flag("leaving")
    formerName = try member.optionalText("former_name")
  }
}

extension SavedPlan.Object {
  fileprivate init(_ member: Member) throws(SavedPlanFlaw) {
    name = try SavedPlan.Name(member)
    guard let action = Action(rawValue: try member.text("action")) else {
      throw member.flaw("action")
    }
    self.action = action
    takesOver = try member.flag("takes_over")
    live = try member.optional("live").map(SavedPlan.Live.init)
    desired = try member.optionalText("desired")
    differences = try member.optionalText("differences")
    notes = try member.list("notes").map(SavedPlan.Remark.init)
    obstacles = try member.list("obstacles").map(SavedPlan.Remark.init)
  }
}

extension SavedPlan.Name {
  fileprivate init(_ member: Member) throws(SavedPlanFlaw) {
    cluster = try member.text("cluster")
    apiVersion = try member.text("api_version")
    kind = try member.text("kind")
    namespace = try member.optionalText("namespace")
    name = try member.text("name")
  }
}

extension SavedPlan.Live {
  fileprivate init(_ member: Member) throws(SavedPlanFlaw) {
    uid = try member.text("uid")
    resourceVersion = try member.optionalText("resource_version")
    owned = try member.optionalText("owned")
  }
}

extension SavedPlan.Remark {
  fileprivate init(_ member: Member) throws(SavedPlanFlaw) {
    code = try member.text("code")
    about = try member.texts("about")
  }
}
