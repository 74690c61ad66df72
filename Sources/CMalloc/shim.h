#pragma once

#include <malloc.h>

// Swift's Glibc has no mallopt.

/// From now on, memory for all threads comes out of no more than so many areas, each of which keeps what it has freed.
static inline void fedctl_malloc_limit_arenas(int count) { mallopt(M_ARENA_MAX, count); }
