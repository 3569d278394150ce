package dev.parley.conversation.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The name by which an account is spoken to and found, unique over all. */
final class AccountName {
    private static final int MAX_LENGTH = 32;
    private static final int TRIES = 6;

    private AccountName() {}

    /** From the e-mail, then with a number behind it that is taken less and less likely. */
    static Stream<String> candidates(Email email) {
        return candidates(email.localPart());
    }

    /** The same, from whatever the person is called. */
    static Stream<String> candidates(String name) {
        String base = base(name);
        return Stream.concat(
                Stream.of(base), IntStream.range(0, TRIES).mapToObj(digits -> base + "-" + number(digits)));
    }

    private static String base(String text) {
        String slug = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String named = slug.isEmpty() ? "somebody" : slug;
        return named.length() <= MAX_LENGTH
                ? named
                : named.substring(0, MAX_LENGTH).replaceAll("-$", "");
    }

    private static long number(int digits) {
        return ThreadLocalRandom.current().nextLong(2, (long) Math.pow(10, digits + 2));
    }
}
