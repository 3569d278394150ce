package dev.parley.agent.memory;

/** A message that leaves the window. */
record Leaving(long position, Said said, boolean exposed) {}
