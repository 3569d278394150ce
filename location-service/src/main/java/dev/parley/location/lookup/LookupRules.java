package dev.parley.location.lookup;

import dev.parley.contracts.location.FindPlaces;
import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.location.place.Bounds;
import dev.parley.platform.work.PermanentFailure;

/** What a question has to be like to have an answer. */
final class LookupRules {
    static final String INVALID_REQUEST = "invalid_request";

    private LookupRules() {}

    /** @throws PermanentFailure when it is not so */
    static void check(LocationCommand command) {
        switch (command) {
            case Geocode geocode -> {
                checkText("query", geocode.query());
                checkRange("limit", geocode.limit(), Bounds.MIN_LIMIT, Bounds.MAX_LIMIT);
            }
            case FindPlaces find -> {
                checkText("what", find.what());
                checkText("area", find.area());
                checkRange("radius_m", find.radiusM(), Bounds.MIN_RADIUS_M, Bounds.MAX_RADIUS_M);
                checkRange("limit", find.limit(), Bounds.MIN_LIMIT, Bounds.MAX_LIMIT);
            }
        }
    }

    private static void checkText(String field, String text) {
        if (text.isBlank() || text.length() > Bounds.MAX_TEXT) {
            throw refuse(field + " has to have 1 to " + Bounds.MAX_TEXT + " characters");
        }
        if (!text.codePoints().allMatch(LookupRules::isText)) {
            throw refuse(field + " must not contain control characters or halves of characters");
        }
    }

    private static boolean isText(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    private static void checkRange(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw refuse("%s has to be %d to %d, not %d".formatted(field, least, most, value));
        }
    }

    private static PermanentFailure refuse(String detail) {
        return new PermanentFailure(INVALID_REQUEST, detail);
    }
}
