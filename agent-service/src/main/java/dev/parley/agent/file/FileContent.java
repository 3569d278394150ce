package dev.parley.agent.file;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file to be stored, which may be read several times. */
@FunctionalInterface
public interface FileContent {
    InputStream open() throws IOException;
}
