package dev.parley.chat.stream;

/** The log does not hold a turn's records any more, or is another one by now. */
final class LogGone extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogGone(Throwable cause) {
        super("The log does not hold these records any more", cause);
    }

    LogGone(StreamPlace place) {
        super("The log holds nothing of what was written at " + place, null);
    }
}
