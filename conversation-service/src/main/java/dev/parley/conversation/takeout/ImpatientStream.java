package dev.parley.conversation.takeout;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Is closed when nothing has come for a while, so that nobody waits for a server that is gone. For one thread. */
final class ImpatientStream extends FilterInputStream {
    private final Duration patience;

    ImpatientStream(InputStream source, Duration patience) {
        super(source);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        var watch = new CompletableFuture<Void>()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, late) -> {
                    if (late != null) {
                        giveUp();
                    }
                });
        try {
            return in.read(bytes, from, count);
        } finally {
            watch.complete(null);
        }
    }

    /** Whoever reads gets an exception for it. */
    private void giveUp() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
