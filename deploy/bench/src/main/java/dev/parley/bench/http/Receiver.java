package dev.parley.bench.http;

/** What becomes of one request: its head, its body in pieces, and either its end or that it broke. Called on the loop's thread. */
public interface Receiver {
    void head(int status);

    /** A piece of the body; the bytes are another's again when this returns. */
    void body(byte[] bytes, int from, int to);

    /** All of it was read; the connection is free for the next request. */
    void end();

    /** There will be no end. */
    void broken(String why);
}
