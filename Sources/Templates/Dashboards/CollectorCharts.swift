/// What the dashboard of a fleet with collectors shows: nothing but what every collector takes.
enum CollectorCharts {
  static let all =
    SharedCharts.usage(cpu: CollectedSeries.cpu, memory: CollectedSeries.memory) + [
      SharedCharts.targetsUp, age,
    ]

  /// A collector sends what it finds at each interval, so this is the interval at most while all
  /// is well.
  private static let age = Chart(
    title: "Age of the newest sample",
    query: #"time() - max by (cluster) (timestamp(up{cluster=~"$cluster"}))"#,
    legend: "{{cluster}}",
    unit: "s",
  )
}
