package dev.parley.simulator.maps.google;

import dev.parley.simulator.maps.world.Spot;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Some of the results, and how to ask for the next. */
record Page(List<Spot> items, Optional<String> nextToken) {
    private static final int MOST_IN_ALL = 60;
    private static final String MARK = "offset:";

    /** @throws GoogleError when the token is none of ours */
    static Page of(List<Spot> all, int size, String token) {
        int from = token.isEmpty() ? 0 : offset(token);
        int last = Math.min(all.size(), MOST_IN_ALL);
        int to = Math.min(from + size, last);
        return new Page(all.subList(Math.min(from, to), to), to < last ? Optional.of(token(to)) : Optional.empty());
    }

    private static String token(int offset) {
        return Base64.getUrlEncoder().encodeToString((MARK + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseUnsignedInt(text.substring(MARK.length()));
        } catch (RuntimeException foreign) {
            throw GoogleError.invalid("Invalid page token.");
        }
    }
}
