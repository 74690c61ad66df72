/// Whose clock is off, when nobody knows the time.
///
/// `skews` is by how many seconds each cluster's clock is fast against this machine's; nil where it was not told. What
/// most agree on counts as the time: where it is not this machine's, that is told once, and not of each cluster. Of an
/// even number, the middle value that is nearer to this machine's time counts.
func clocks(_ skews: [String: Double?]) -> (
  machine: ClockFinding?, clusters: [String: ClockFinding]
) {
  let told = skews.values.compactMap(\.self).sorted()
  let middle =
    told.isEmpty
    ? 0 : [told[(told.count - 1) / 2], told[told.count / 2]].min { abs($0) < abs($1) } ?? 0
  let isMachineOff = told.count > 1 && abs(middle) >= tolerance
  let time = isMachineOff ? middle : 0
  let clusters = skews.mapValues { skew -> ClockFinding in
    guard let skew else { return .untold }
    let off = skew - time
    return abs(off) < tolerance ? .agrees : .clusterOff(seconds: Int(off.rounded()))
  }
  return (isMachineOff ? .machineOff(seconds: Int((-middle).rounded())) : nil, clusters)
}

/// `Date` headers have whole seconds, and answers take their time.
private let tolerance = 5.0
