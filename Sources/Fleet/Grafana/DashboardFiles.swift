import Facts
import JSON
import Text

/// Files of dashboards that the fleet file names.
extension Fleet {
  /// Paths of files and folders, relative to the fleet file's folder.
  package var dashboardPaths: [String] { hub.grafanaDesign.dashboardPaths }

  /// The fleet with the dashboard that a file holds; nothing is added by a file that was read before.
  ///
  /// - `bytes`: all of the file, or more than `OwnDashboard.sizeLimit` of it.
  /// - Throws: why Grafana would not show it, with the place in the file as far as there is one.
  package func adding(dashboard bytes: [UInt8], of file: String) throws(FleetProblem) -> Fleet {
    let others = hub.grafanaDesign.dashboards
    guard !others.contains(where: { $0.file == file }) else { return self }
    let start = SourceMark(file: file, line: 1, column: 1)
    guard others.count < OwnDashboard.countLimit else {
      throw FleetProblem(.dashboard(.tooMany(limit: OwnDashboard.countLimit)), at: start)
    }
    let dashboard = try OwnDashboard(bytes, of: file, at: start)
    if let problem = dashboard.problem(beside: others) {
      throw FleetProblem(.dashboard(problem), at: start)
    }
    var fleet = self
    fleet.hub.grafanaDesign.dashboards.append(dashboard)
    return fleet
  }
}

extension OwnDashboard {
  fileprivate init(
    _ bytes: [UInt8],
    of file: String,
    at start: SourceMark,
  ) throws(FleetProblem) {
    guard bytes.count <= Self.sizeLimit else {
      throw FleetProblem(.dashboard(.tooLarge(limit: Self.sizeLimit)), at: start)
    }
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: bytes)
    } catch {
      throw FleetProblem(
        .dashboard(.notJSON(error)),
        at: SourceMark(file: file, byte: error.offset, of: bytes),
      )
    }
    guard let title = json["title"]?.stringValue, !title.trimmed.isEmpty else {
      throw FleetProblem(.dashboard(.titleMissing), at: start)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let input = json.openInput(in: text) {
      throw FleetProblem(.dashboard(.inputOpen(input)), at: start)
    }
    self.init(
      file: file,
      uid: json["uid"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 },
      title: title,
      text: text,
    )
  }

  /// What keeps it from being shown beside others, and beside the fleet's own.
  fileprivate func problem(beside others: [OwnDashboard]) -> DashboardProblem? {
    if let other = others.first(where: { $0.name == name }) {
      return .nameTaken(name, by: other.file)
    }
    return uid.flatMap { problem(ofUID: $0, beside: others) } ?? problemOfTitle(beside: others)
  }

  private func problem(ofUID uid: String, beside others: [OwnDashboard]) -> DashboardProblem? {
    // As Grafana has it: more, or anything else, and it passes the file over.
    guard uid.wholeMatch(of: /[A-Za-z0-9_-]{1,40}/) != nil else { return .uidUnusable(uid) }
    if uid.hasPrefix("fedctl-") { return .uidReserved(uid) }
    return others.first { $0.uid == uid }.map { .uidTaken(uid, by: $0.file) }
  }

  /// The last of two of one title takes the other's place, and one with a folder's title is passed over
  /// (grafana:pkg/services/sqlstore/dashboard.go), in later releases with no more than a line in the log.
  private func problemOfTitle(beside others: [OwnDashboard]) -> DashboardProblem? {
    if isCalled(GrafanaDesign.folder) { return .titleOfFolder(title) }
    return others.first { isCalled($0.title) }.map { .titleTaken(title, by: $0.file) }
  }

  /// Grafana looks at neither case nor white space around.
  private func isCalled(_ other: String) -> Bool {
    title.trimmed.lowercased() == other.trimmed.lowercased()
  }
}

extension JSON {
  /// Something that people are asked for when they import a dashboard by hand, and nobody fills in here.
  fileprivate func openInput(in text: String) -> String? {
    (self["__inputs"]?.arrayValue ?? []).lazy.compactMap { $0["name"]?.stringValue }
      .first { text.contains("${\($0)}") }
  }
}

extension SourceMark {
  /// - `byte`: how many bytes of the text stand before the place.
  fileprivate init(file: String, byte: Int, of text: [UInt8]) {
    let before = text.prefix(byte)
    let line = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last
    self.init(
      file: file,
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: String(decoding: line ?? [], as: UTF8.self).unicodeScalars.count + 1,
    )
  }
}
