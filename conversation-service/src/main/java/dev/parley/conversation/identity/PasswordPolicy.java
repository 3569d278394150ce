package dev.parley.conversation.identity;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.parley.platform.problem.ProblemException;
import java.text.Normalizer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which passwords may be chosen: long ones that nobody guesses. There are no rules for what they consist of. */
@Component
class PasswordPolicy {
    private static final String FIELD = "password";
    private static final int MIN_LENGTH = 12;
    private static final int MAX_LENGTH = 256;

    /** More than 10⁸ guesses: {@code safely unguessable} in zxcvbn's words, where each costs an Argon2 hash. */
    private static final int MIN_SCORE = 3;

    /** The estimate's cost grows with the square of the length, and a beginning that is hard to guess is enough. */
    private static final int ESTIMATED_LENGTH = 64;

    private final Zxcvbn estimate = new Zxcvbn();

    /** @param known what everybody knows of its owner. @throws ProblemException 422 */
    void check(String password, List<String> known) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw ProblemException.invalidField(FIELD, "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
        Strength strength = estimate.measure(normal.substring(0, Math.min(ESTIMATED_LENGTH, normal.length())), known);
        if (strength.getScore() < MIN_SCORE) {
            throw ProblemException.invalidField(
                    FIELD, "is too easy to guess: a few words that have nothing to do with each other are better");
        }
    }

    /** The same password, however a keyboard composes its letters. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
