package dev.parley.chat.stream;

/** The log does not hold a turn's records any more. */
final class LogGone extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogGone(Throwable cause) {
        super("The log does not hold these records any more", cause);
    }
}
