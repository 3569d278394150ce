package dev.parley.conversation.identity;

import dev.parley.platform.problem.ProblemException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address.
 *
 * @param text as it was given
 * @param key what addresses are compared by
 */
record Email(String text, String key) {
    private static final int MAX_LENGTH = 254;
    private static final Pattern FORM =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)+");

    /** @throws ProblemException 422 when it is none */
    static Email of(String given) {
        String text = given.strip();
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches() || !canGetMail(text)) {
            throw ProblemException.invalidField("email", "must be an e-mail address");
        }
        return new Email(text, Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    private static boolean canGetMail(String text) {
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** What stands before the @. */
    String localPart() {
        return text.substring(0, text.indexOf('@'));
    }
}
