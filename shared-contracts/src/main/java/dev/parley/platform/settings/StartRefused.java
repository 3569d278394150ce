package dev.parley.platform.settings;

/** Something that keeps the service from starting until a person decides. The message is the one line that this person sees. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param line what is the matter, and what to do */
    public StartRefused(String line) {
        super(line);
    }
}
