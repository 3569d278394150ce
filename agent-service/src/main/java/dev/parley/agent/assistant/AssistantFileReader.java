package dev.parley.agent.assistant;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.agent.assistant.AssistantFile.Bounds;
import dev.parley.agent.yaml.WrongField;
import dev.parley.agent.yaml.YamlText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an assistant of a file, or says which field is wrong. */
final class AssistantFileReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,40}");
    private static final int USUAL_STEPS = 8;
    private static final int MOST_STEPS = 32;
    private static final int FINGERPRINT_BYTES = 4;
    private static final Bounds NONE = new Bounds(null, null, null);

    private AssistantFileReader() {}

    /** @throws WrongField for the first field that cannot be used */
    static Assistant read(String yaml) {
        AssistantFile file = YamlText.read(yaml, AssistantFile.class);
        String id = WrongField.required(file.id(), "id");
        if (!ID.matcher(id).matches()) {
            throw new WrongField("id", "must have lower case letters, digits and underscores, 40 at most");
        }
        return new Assistant(
                id,
                WrongField.text(file.name(), "name"),
                WrongField.text(file.description(), "description"),
                instructions(id, file),
                file.model(),
                file.tools() == null ? null : List.copyOf(file.tools()),
                List.copyOf(Objects.requireNonNullElse(file.handsTo(), List.of())),
                List.copyOf(Objects.requireNonNullElse(file.examples(), List.of())),
                limits(Objects.requireNonNullElse(file.limits(), NONE)));
    }

    private static @Nullable Instructions instructions(String id, AssistantFile file) {
        if (file.prompt() == null) {
            return null;
        }
        String text = WrongField.text(file.prompt(), "prompt");
        String version = file.version() == null
                ? "own-" + fingerprint(text)
                : file.version().toString();
        return new Instructions(id + "/" + version, text);
    }

    private static Limits limits(Bounds bounds) {
        int steps = Objects.requireNonNullElse(bounds.steps(), USUAL_STEPS);
        if (steps < 1 || steps > MOST_STEPS) {
            throw new WrongField("limits.steps", "must be 1 to " + MOST_STEPS);
        }
        if (bounds.usd() != null && bounds.usd().signum() <= 0) {
            throw new WrongField("limits.usd", "must be more than 0");
        }
        if (bounds.tokens() != null && bounds.tokens() <= 0) {
            throw new WrongField("limits.tokens", "must be more than 0");
        }
        return new Limits(steps, bounds.usd(), bounds.tokens());
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
