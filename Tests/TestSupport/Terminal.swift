import Foundation

/// A pseudo terminal: what is written at the near end is typed at the far one.
struct Terminal {
  let near: FileHandle
  let far: FileHandle

  struct Unavailable: Error {}

  init() throws {
    let descriptor = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard descriptor >= 0 else { throw Unavailable() }
    near = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // TIOCSPTLCK and TIOCGPTN, which Swift does not import: unlock the far end and ask its number.
    var (lock, number) = (Int32(0), Int32(0))
    guard unsafe ioctl(descriptor, 0x4004_5431, &lock) == 0,
      unsafe ioctl(descriptor, 0x8004_5430, &number) == 0
    else { throw Unavailable() }
    far = try FileHandle(forUpdating: URL(filePath: "/dev/pts/\(number)"))
  }
}
