package dev.parley.chat.stream;

/** A stream cannot go on at this replica: its reader lags too far, or the replica stops. It can be resumed. */
public final class StreamCut extends RuntimeException {
    private static final long serialVersionUID = 1;

    StreamCut() {
        super("The stream was cut, and can be resumed", null, false, false);
    }
}
