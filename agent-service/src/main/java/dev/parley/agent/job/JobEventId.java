package dev.parley.agent.job;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The id of an event names the state that it told: each event is the whole job, so who comes back with an id is told the next
 * state there is, at any replica.
 */
record JobEventId(String text) {
    private static final int LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + 2 * LENGTH + "}");

    static JobEventId of(byte[] state) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state);
            return new JobEventId(HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH)));
        } catch (NoSuchAlgorithmException everyJreHasIt) {
            throw new IllegalStateException(everyJreHasIt);
        }
    }

    /** @throws ProblemException 400 {@code bad_event_id} */
    static JobEventId parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new ProblemException(ProblemCode.BAD_EVENT_ID, "The event id is not one of a job's events.");
        }
        return new JobEventId(text);
    }
}
