/// What the dashboard of a fleet with collectors shows: nothing but what every collector takes.
enum CollectorCharts {
  static func all(_ pulse: Pulse) -> [Chart] {
    SharedCharts.usage(cpu: PlatformSeries.cpu.name, memory: PlatformSeries.memory.name) + [
      SharedCharts.targetsUp(), age(pulse),
    ]
  }

  /// A collector sends what it finds at each interval, so this is the interval at most while all
  /// is well.
  private static func age(_ pulse: Pulse) -> Chart {
    Chart(
      title: "Age of the newest sample",
      query: Age.ofSamples(pulse.series(FleetTable.chosen)),
      legend: "{{cluster}}",
      unit: "s",
    )
  }
}
