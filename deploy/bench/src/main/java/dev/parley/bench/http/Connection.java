package dev.parley.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connection that is kept for one request after the other, and made anew when it was closed. Loop's thread only. */
public final class Connection {
    private final Loop loop;
    private final InetSocketAddress address;
    private @Nullable SocketChannel channel;
    private @Nullable Pending pending;

    /** A request that was not answered to the end. */
    private record Pending(ByteBuffer request, Receiver receiver, ResponseReader reader) {}

    public Connection(Loop loop, InetSocketAddress address) {
        this.loop = loop;
        this.address = address;
    }

    /** Sends a whole request; one at a time. */
    public void send(byte[] request, Receiver receiver) {
        Pending next = new Pending(ByteBuffer.wrap(request), receiver, new ResponseReader(receiver));
        pending = next;
        try {
            SocketChannel open = channel;
            if (open == null) {
                connect();
            } else {
                write(open, next);
            }
        } catch (IOException e) {
            broken(e.toString());
        }
    }

    void ready() {
        SocketChannel open = channel;
        if (open == null) {
            return;
        }
        try {
            if (open.isConnectionPending()) {
                connected(open);
            } else {
                read(open);
            }
        } catch (IOException e) {
            broken(e.toString());
        }
    }

    private void connect() throws IOException {
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.register(loop.selector(), SelectionKey.OP_CONNECT, this);
        if (opened.connect(address)) {
            connected(opened);
        }
    }

    private void connected(SocketChannel open) throws IOException {
        if (open.isConnectionPending() && !open.finishConnect()) {
            return;
        }
        open.keyFor(loop.selector()).interestOps(SelectionKey.OP_READ);
        if (pending != null) {
            write(open, pending);
        }
    }

    /** Requests are a few hundred bytes: there is room for them in a socket that waits for its answer. */
    private static void write(SocketChannel open, Pending pending) throws IOException {
        while (pending.request().hasRemaining()) {
            open.write(pending.request());
        }
    }

    private void read(SocketChannel open) throws IOException {
        int count = open.read(loop.buffer());
        if (count < 0) {
            broken("connection closed");
        } else if (pending != null) {
            take(pending.reader(), count);
        }
    }

    private void take(ResponseReader reader, int count) {
        reader.read(loop.bytes(), 0, count);
        // Its end may have led to the next request already.
        if (pending != null && pending.reader().isDone()) {
            pending = null;
        }
    }

    private void broken(String why) {
        close();
        Pending current = pending;
        pending = null;
        if (current != null && !current.reader().isDone()) {
            current.receiver().broken(why);
        }
    }

    private void close() {
        SocketChannel open = channel;
        channel = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException alreadyGone) {
            channel = null;
        }
    }
}
