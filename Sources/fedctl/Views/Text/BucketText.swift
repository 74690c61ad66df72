import Fleet
import ObjectStore
import Operate

/// What a plan says of the bucket, with an empty line behind it.
struct BucketText {
  private let planned: PlannedBucket
  private let style: TextStyle

  /// Nothing is printed yet.
  init(_ planned: PlannedBucket, style: TextStyle) {
    self.planned = planned
    self.style = style
  }

  /// Whole lines, the empty one included.
  var text: String { (lines + [""]).map { "\($0)\n" }.joined() }

  /// Which bucket, as one would look for it.
  private var place: String {
    let bucket = planned.bucket
    return "bucket \(bucket.name) at \(bucket.endpoint) (\(bucket.region))"
  }

  /// The sign of what happens, then what there is to say.
  private var lines: [String] {
    switch planned.plan {
    case .create: [style.paint(.addition, "+ \(place)")] + planned.plan.remarks
    case .claim: [style.paint(.modification, "~ \(place)")] + planned.plan.remarks
    case .exists: ["= \(place)"] + planned.plan.remarks
    case .unchecked: ["? \(place)"] + planned.plan.remarks
    case .refused:
      (["! \(place)"] + planned.plan.remarks).map { style.paint(.problem, $0) }
    }
  }
}

extension BucketPlan {
  /// Below the bucket's own line.
  fileprivate var remarks: [String] { words.map { "    \($0)" } }
}
