package dev.parley.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection that takes as much as it is told to, and breaks when it is told to. */
final class SlowConnection extends ServletOutputStream {
    private final ByteArrayOutputStream unflushed = new ByteArrayOutputStream();
    private final List<String> flushed = new ArrayList<>();
    private @Nullable WriteListener listener;
    private boolean ready;
    private @Nullable IOException failure;

    /** What came with each flush. */
    List<String> flushed() {
        return flushed;
    }

    void takeNothing() {
        ready = false;
    }

    void takeMore() throws IOException {
        ready = true;
        if (listener != null) {
            listener.onWritePossible();
        }
    }

    void fail(IOException with) {
        failure = with;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void setWriteListener(WriteListener told) {
        listener = told;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        require();
        unflushed.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        require();
        flushed.add(unflushed.toString(UTF_8));
        unflushed.reset();
    }

    private void require() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!ready) {
            throw new IllegalStateException("written without being ready");
        }
    }
}
