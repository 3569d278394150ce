package dev.parley.platform.text;

/** A glance over the bytes of a JSON document that saves nearly all of them from being parsed an extra time. */
final class Suspicion {
    private Suspicion() {}

    /** False when the document surely has neither U+0000 nor a surrogate; true when it must be looked at. */
    static boolean raisedBy(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            // Zeros are UTF-16 or rubbish; 0xED begins what would be a surrogate written in three bytes.
            if (b == 0 || b == (byte) 0xED || (b == '\\' && isEscapeToLookAt(json, i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code u0000} or {@code ud8…} to {@code udf…} follows the backslash. */
    private static boolean isEscapeToLookAt(byte[] json, int at) {
        if (at + 2 >= json.length || json[at] != 'u') {
            return false;
        }
        byte first = json[at + 1];
        return first == 'd' || first == 'D' || (first == '0' && json[at + 2] == '0');
    }
}
