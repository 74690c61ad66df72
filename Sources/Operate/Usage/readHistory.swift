import Facts
import JSON
package import Usage

/// Reads reports that were written before, and makes them a trend.
///
/// - Throws: `FileProblem` or `UsageProblem`, for the first file that is no report.
package func readHistory(_ files: [String], scale: Scale) throws -> UsageHistory {
  let reports = try files.map { file in
    let bytes = try LocalFile.read(file, as: .usageReport, limit: reportLimit)
    guard bytes.count <= reportLimit, let json = try? JSON(parsing: bytes) else {
      throw UsageProblem.notAReport(file: file)
    }
    return try ReadReport(json, file: file)
  }
  return try UsageHistory(reports, scale: scale)
}

/// More than a report of a thousand clusters has.
private let reportLimit = 256 << 20
