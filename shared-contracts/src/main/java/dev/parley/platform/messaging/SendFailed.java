package dev.parley.platform.messaging;

/** The log did not confirm a record. It may have got through all the same, unless {@link Transience} says never. */
public final class SendFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SendFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
