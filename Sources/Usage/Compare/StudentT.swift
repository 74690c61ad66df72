import Glibc

/// Student's distribution, of as many degrees of freedom as wanted, whole or not.
enum StudentT {
  /// How probable a value at least as far from zero is, on either side.
  static func bothTails(_ t: Double, freedom: Double) -> Double {
    incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5)
  }

  /// The value that a share of all lies below; `share` is above a half.
  ///
  /// Found by halving: forty times are more digits than anybody reads.
  static func quantile(_ share: Double, freedom: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    while bothTails(high, freedom: freedom) > 2 * (1 - share), high < 1e12 { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if bothTails(middle, freedom: freedom) > 2 * (1 - share) {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }

  /// The regularised incomplete beta function (DLMF 8.17).
  static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    // The fraction converges quickly on one side alone; the other follows from it.
    return x <= (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The continued fraction DLMF 8.17.22, from its beginning, as Lentz works it out.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var (c, d) = (1.0, 1 / away(1 - (a + b) * x / (a + 1)))
    var result = d
    for step in 1...300 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      for term in [even, odd] {
        d = 1 / away(1 + term * d)
        c = away(1 + term / c)
        result *= c * d
      }
      if (c * d - 1).magnitude < 1e-15 { break }
    }
    return result
  }

  /// Never nothing, by which nothing can be divided.
  private static func away(_ value: Double) -> Double {
    value.magnitude < 1e-300 ? 1e-300 : value
  }
}
