internal import CMalloc

/// Has all threads take their memory from two areas.
///
/// glibc would give each thread one of its own, in which stays whatever the thread has read and freed. Two are as many
/// as work at once: one for the thread that moves bytes, one for whoever reads what they say.
func shareArenas() { fedctl_malloc_limit_arenas(2) }
