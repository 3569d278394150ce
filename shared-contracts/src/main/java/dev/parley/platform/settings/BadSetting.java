package dev.parley.platform.settings;

/** A setting with which the service refuses to start. The message is the one line that a person sees. */
public final class BadSetting extends RuntimeException {
    private BadSetting(String message) {
        super(message);
    }

    /** For a value that may be shown. */
    public static BadSetting value(String variable, String value, String accepts) {
        return new BadSetting(variable + "=" + value + " is not accepted: give " + accepts);
    }

    /** For a value that may contain a secret, or whose form only is at fault. */
    public static BadSetting hidden(String variable, String accepts) {
        return new BadSetting(variable + " is not accepted: give " + accepts);
    }
}
