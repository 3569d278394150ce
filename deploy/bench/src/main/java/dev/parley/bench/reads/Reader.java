package dev.parley.bench.reads;

import dev.parley.bench.http.Connection;
import dev.parley.bench.http.Receiver;

/** One connection that asks for the list whenever it was answered. */
final class Reader implements Receiver {
    private static final int OK = 200;

    private final Connection connection;
    private final byte[] request;
    private final ReadCount count;
    private long asked;
    private int status;

    Reader(Connection connection, byte[] request, ReadCount count) {
        this.connection = connection;
        this.request = request;
        this.count = count;
    }

    void ask() {
        asked = System.nanoTime();
        connection.send(request, this);
    }

    @Override
    public void head(int code) {
        status = code;
    }

    @Override
    public void body(byte[] bytes, int from, int to) {}

    @Override
    public void end() {
        if (status == OK) {
            count.read(System.nanoTime() - asked);
        } else {
            count.error();
        }
        if (!count.isStopped()) {
            ask();
        }
    }

    /** The others go on. */
    @Override
    public void broken(String why) {
        count.error();
    }
}
