import Facts
import JSON
import YAML

extension Rule {
  /// AWS signs for a region, and spells them all in small letters; others mostly take any.
  static let regionOnAWS = Rule { source in
    guard let bucket = source.root["bucket"], bucket.pairs != nil, BucketHost(of: source).isAWS
    else { return [] }
    guard let region = bucket["region"] else {
      return [FleetProblem(.bucket(.regionMissing), at: bucket.mark)]
    }
    guard let text = region.scalar?.text, TextForm.region.flaw(text) == nil,
      text.wholeMatch(of: /[a-z0-9-]+/) == nil
    else { return [] }
    return [FleetProblem(.form(.region(text)), at: region.mark)]
  }
}
