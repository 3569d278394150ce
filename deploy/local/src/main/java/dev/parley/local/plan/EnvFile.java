package dev.parley.local.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a .env file: NAME=value lines, quotes, comments, an optional "export". Values are taken literally. */
public final class EnvFile {

    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern QUOTED = Pattern.compile("([\"'])(.*?)\\1\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*$");

    private EnvFile() {}

    /** The file's values, with what the environment says over them; an absent file is empty. */
    public static Map<String, String> under(Map<String, String> environment, Path file) throws IOException {
        Map<String, String> merged = new LinkedHashMap<>();
        if (Files.exists(file)) {
            merged.putAll(parse(Files.readString(file), file));
        }
        merged.putAll(environment);
        return merged;
    }

    static Map<String, String> parse(String text, Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            Matcher assignment = LINE.matcher(line);
            if (!assignment.matches()) {
                throw new IllegalArgumentException(file + ", line " + number + ": expected NAME=value");
            }
            values.put(assignment.group(1), value(assignment.group(2)));
        }
        return values;
    }

    private static String value(String written) {
        Matcher quoted = QUOTED.matcher(written);
        return quoted.matches()
                ? quoted.group(2)
                : COMMENT.matcher(written).replaceFirst("").stripTrailing();
    }
}
