import ArgumentParser
import Diagnostics
import Facts
import Fleet

/// The fleet file that a command was given.
struct FleetFile {
  /// Beyond this many problems a file is something else than a fleet file with mistakes.
  private static let mostTold = 100

  let path: String

  /// Every problem goes to the console; errors end the command.
  func load(_ console: Console) throws -> Fleet {
    let reading = read()
    console.report(reading.diagnostics.prefix(Self.mostTold), lines: reading.lines)
    let untold = reading.diagnostics.count - Self.mostTold
    if untold > 0 { console.note("… and \(Count(untold, "more problem", many: "more problems"))") }
    if let fleet = reading.fleet { return try withMatchFiles(fleet) }
    let errors = reading.diagnostics.count { $0.severity == .error }
    console.note("\(Printable.text(path)): \(Count(errors, "error"))")
    throw ExitCode(.failure)
  }

  private func withMatchFiles(_ fleet: Fleet) throws(Diagnostic) -> Fleet {
    var fleet = fleet
    for file in fleet.matchFiles.sorted() {
      fleet = try fleet.matching(try text(ofMatchFile: file), of: file)
    }
    return fleet
  }

  private func text(ofMatchFile file: String) throws(Diagnostic) -> String {
    do throws(Diagnostic) {
      let place = LocalFile.path(file, beside: path)
      return String(decoding: try LocalFile.read(place, limit: Fleet.sizeLimit), as: UTF8.self)
    } catch {
      var error = error
      error.remedy = "Name it in `collector.matchFile` as it is from the fleet file's folder."
      throw error
    }
  }

  private func read() -> FleetReading {
    do throws(Diagnostic) {
      // A regular file's size is known without reading it; a pipe's shows on the way.
      if let size = LocalFile.size(path), size > Fleet.sizeLimit {
        throw .fileTooLarge(path)
      }
      return Fleet.read(try LocalFile.read(path, limit: Fleet.sizeLimit), file: path)
    } catch {
      return FleetReading(error)
    }
  }
}
