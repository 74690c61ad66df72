/// What the dashboard of a fleet with collectors shows: nothing but what every collector takes.
enum CollectorCharts {
  static let all =
    SharedCharts.usage(cpu: PlatformSeries.cpu.name, memory: PlatformSeries.memory.name) + [
      SharedCharts.targetsUp(), age,
    ]

  /// A collector sends what it finds at each interval, so this is the interval at most while all
  /// is well.
  private static let age = Chart(
    title: "Age of the newest sample",
    query: Age.ofSamples(#"up{cluster=~"$cluster"}"#),
    legend: "{{cluster}}",
    unit: "s",
  )
}
