package dev.parley.chat.stream;

/** A stream that is followed from before its turn exists, so that nothing of it can be missed. */
public record OpenedStream(StreamPlace place, TurnStream events) {}
