import Diagnostics
import FoundationEssentials
import ObjectStore

/// Tells what a purge finds and does.
struct PurgeView: Sendable {
  let bucket: String
  let console: Console

  func showSurvey(_ count: Int) {
    console.showStatus("bucket \(bucket): \(count) objects counted")
  }

  func tell(_ survey: BucketSurvey, _ options: PurgeOptions) {
    console.clearStatus()
    console.result("Bucket \(bucket):\n")
    console.result(
      """
        - \(Count(survey.objects, "object")), \(Self.size(survey.bytes)), in \
      \(Count(survey.blocks, "block"))\(survey.uploads > 0 ? ", and \(Count(survey.uploads, "unfinished upload"))" : "")

      """
    )
    if survey.foreign > 0 {
      let keys = Sentence.some(survey.foreignKeys.map(Self.printable))
      console.result("  = \(Count(survey.foreign, "key")) that Thanos does not write: \(keys)\n")
    }
    if options.deleteBucket { console.result("  - the bucket itself, once it is empty\n") }
    console.result("\n")
  }

  func tell(_ origins: [BlockOrigin: BlockTotals]) {
    for (origin, totals) in origins.sorted(by: { $0.key < $1.key }) {
      console.result(
        "  \(origin.source) \(origin.labels): \(Count(totals.blocks, "block")), "
          + "\(Count(totals.objects, "object")), \(Self.size(totals.bytes))\n"
      )
    }
  }

  func show(_ progress: PurgeProgress.Snapshot) {
    let left = progress.left.map { ", \($0) s left" } ?? ""
    let line =
      "bucket \(bucket): \(progress.done) of \(progress.total) deleted, "
      + "\(Int(progress.rate)) a second\(left)"
    if console.isLive { console.showStatus(line) } else if progress.isDue { console.note(line) }
  }

  func tell(_ outcome: PurgeOutcome) {
    let aborted = outcome.aborted > 0 ? ", \(Count(outcome.aborted, "upload")) given up" : ""
    let words = "\(Count(outcome.deleted, "object")) deleted\(aborted)"
    guard !outcome.isComplete else { return console.result("Purge complete: \(words).\n") }
    if outcome.kept > 0 {
      console.note("the server kept \(Count(outcome.kept, "object")):")
      for object in outcome.firstKept {
        console.note("  \(Self.printable(object.key)): \(object.code): \(object.message)")
      }
    }
    console.result("Purge incomplete: \(words). Run it again to go on.\n")
  }

  func tellInterruption() {
    console.note("interrupted: no more batches are sent; a second interrupt ends at once")
  }

  func tellMissing() { console.result("Bucket \(bucket) does not exist any more.\n") }

  func tellDeleted() { console.result("Bucket \(bucket) deleted.\n") }

  func tellNotEmpty() {
    console.note(
      "bucket \(bucket) is not deleted: it still holds objects, outside the fleet's prefix or "
        + "not written by Thanos"
    )
  }

  /// A key on one line, whatever it holds.
  private static func printable(_ key: String) -> String {
    Printable.text(key).replacing("\n", with: "\\n")
  }

  private static func size(_ bytes: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"]
    var (value, unit) = (Double(bytes), 0)
    while value >= 1024, unit < units.count - 1 { (value, unit) = (value / 1024, unit + 1) }
    guard unit > 0 else { return "\(bytes) B" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
