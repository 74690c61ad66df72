import Plan

/// Where the boxes and frames of a picture stand, in units of a screen's pixels.
///
/// A frame is a band as wide as the picture, the hub's above; the further to the right a box stands, the more
/// comes before it.
struct DiagramLayout {
  struct Box: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
  }

  /// By the nodes' places.
  private(set) var boxes: [Box]
  /// By the groups' places.
  private(set) var frames: [Box] = []
  private(set) var width = 0
  private(set) var height = Self.head

  private static let head = 40
  private static let gap = 12
  private static let between = 110
  private static let line = 44
  /// A sign is as wide as this on the average, in the size in which boxes are written.
  static let sign = 7
  /// The most signs of a box' line; longer names are cut, and are told whole where one points.
  static let signs = 56

  init(_ diagram: Diagram) {
    let depths = diagram.depths
    boxes = Array(repeating: Box(x: 0, y: 0, width: 0, height: 0), count: diagram.nodes.count)
    var left = 2 * Self.gap
    for depth in 0...(depths.max() ?? 0) {
      let column = diagram.nodes.indices.filter { depths[$0] == depth }
      let signs = column.flatMap { diagram.nodes[$0].lines.map(\.count) }.max() ?? 0
      let width = min(signs, Self.signs) * Self.sign + 2 * Self.gap
      for place in column { (boxes[place].x, boxes[place].width) = (left, width) }
      left += width + Self.between
    }
    width = max(left - Self.between + 2 * Self.gap, 480)
    for group in diagram.groups.indices {
      let members = diagram.nodes.indices.filter { diagram.nodes[$0].group == group }
      frames.append(stand(Dictionary(grouping: members) { depths[$0] }))
    }
  }

  /// Lets the columns of one frame stand below all that stands already.
  private mutating func stand(_ columns: [Int: [Int]]) -> Box {
    let top = height
    let rows = columns.values.map(\.count).max() ?? 0
    for column in columns.values {
      for (row, place) in column.enumerated() {
        boxes[place].y = top + 30 + row * Self.line
        boxes[place].height = Self.line - 8
      }
    }
    let frame = Box(
      x: Self.gap,
      y: top,
      width: width - 2 * Self.gap,
      height: 30 + rows * Self.line + 4,
    )
    height = top + frame.height + Self.gap
    return frame
  }
}
