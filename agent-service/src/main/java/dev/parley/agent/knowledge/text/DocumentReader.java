package dev.parley.agent.knowledge.text;

import java.util.List;

/** Reads files of one type, of up to 20 MiB. Thread-safe. */
@FunctionalInterface
interface DocumentReader {
    /** @throws UnusableDocument when there is no text to be had */
    List<Block> read(byte[] file);
}
