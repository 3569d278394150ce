package dev.parley.agent.model.offline;

/** Cuts texts at whole characters. */
final class Shortening {
    private Shortening() {}

    /** The beginning of a text, on one line, with an ellipsis where something is missing. */
    static String line(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }

    /** The beginning and the end of a text: of a long one they say what is wanted. */
    static String ends(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most / 2)) + " … "
                + text.substring(text.offsetByCodePoints(text.length(), -most / 2));
    }
}
