import Testing

@testable import Usage

/// Windows, and what lies on their steps.
struct WindowTests {
  private static let noon = 1_795_780_800

  @Test(arguments: [
    (86_400, 300, 288), (3600, 300, 12), (7 * 86_400, 3600, 168), (30 * 86_400, 10_800, 240),
    (400, 300, 1), (86_400 * 365, 86_400, 365),
  ])
  func `a usual step cuts a window into few enough`(length: Int, step: Int, count: Int) throws {
    let window = try UsageWindow(length: length, step: nil, end: Self.noon + 17, clusters: 3)
    #expect((window.step, window.count) == (step, count))
    #expect(window.to <= Self.noon + 17 && window.to > Self.noon + 17 - step)
    #expect(window.to % step == 0)
  }

  @Test func `a thousand clusters have coarser steps, so that an answer stays small`() throws {
    let window = try UsageWindow(length: 86_400, step: nil, end: Self.noon, clusters: 1000)
    #expect(window.step == 3600)
  }

  @Test func `a window that no step fits into is refused, and one with too many`() {
    #expect(throws: UsageProblem.windowShorterThanStep(length: 60, step: 3600)) {
      try UsageWindow(length: 60, step: 3600, end: Self.noon, clusters: 1)
    }
    #expect(
      throws: UsageProblem.tooManySteps(1_440_000, most: 11_000, fitting: 86_400)
    ) {
      try UsageWindow(length: 86_400 * 1000, step: 60, end: Self.noon, clusters: 1)
    }
  }

  @Test func `a sample counts where a step ends, and nowhere else`() {
    let window = UsageWindow(from: 0, step: 60, count: 3)
    #expect(window.place(endingAt: 60) == 0)
    #expect(window.place(endingAt: 180) == 2)
    for time in [0, 59, 61, 240, .nan, .infinity] { #expect(window.place(endingAt: time) == nil) }
  }

  @Test func `what is not known is no zero`() {
    let window = UsageWindow(from: 0, step: 60, count: 3)
    var course = Course([(time: 60, value: 1.0), (time: 180, value: .nan)], in: window)
    #expect(course.present == [1] && course[1] == nil)
    course[2] = 5
    let half = course.divided(
      by: Course([(time: 60, value: 0.0), (time: 180, value: 2)], in: window)
    )
    #expect(half.present == [2.5])
  }
}
