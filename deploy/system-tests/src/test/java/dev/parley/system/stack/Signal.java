package dev.parley.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What one process may tell another. */
public enum Signal {
    /** End, when you are ready. */
    TERM,
    /** End at once. To PostgreSQL: as the power does, without a checkpoint. */
    QUIT,
    /** As the power does. */
    KILL,
    /** Stand still. */
    STOP,
    /** Go on. */
    CONT;

    public void to(long pid) {
        try {
            int code = new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", name(), Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -s " + name() + " " + pid + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
