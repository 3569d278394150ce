package dev.parley.chat.stream;

/** How far a reader may lag behind the tail: by so many events, and by so many bytes of their data. */
record BufferLimits(int events, long bytes) {}
