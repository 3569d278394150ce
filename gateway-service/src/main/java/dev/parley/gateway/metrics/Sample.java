package dev.parley.gateway.metrics;

import java.util.regex.Pattern;

/** One line of values: {@code name{labels} value}. */
public record Sample(String name, String rest) {

    private static final Pattern OTHER_SERVICE = Pattern.compile("(?<=[{,])service=\"");

    static Sample parse(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != '{' && line.charAt(end) != ' ') {
            end++;
        }
        return new Sample(line.substring(0, end), line.substring(end));
    }

    /** The value; not a number when the line has none. */
    public double value() {
        int labels = rest.lastIndexOf('}') + 1;
        String[] parts = rest.substring(labels).strip().split(" ", 2);
        try {
            return Double.parseDouble(parts[0]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether the line has this label with this value. */
    public boolean has(String label, String value) {
        return rest.contains("{" + label + "=\"" + value + "\"") || rest.contains("," + label + "=\"" + value + "\"");
    }

    /** With labels in front. A service's own label of that name gives way, unless it says the same. */
    Sample with(String labels, String service) {
        String own =
                has("service", service) ? rest : OTHER_SERVICE.matcher(rest).replaceAll("exported_service=\"");
        String added = has("service", service) ? labels : join("service=\"" + service + "\"", labels);
        if (added.isEmpty()) {
            return new Sample(name, own);
        }
        if (!own.startsWith("{")) {
            return new Sample(name, "{" + added + "}" + own);
        }
        String separator = own.startsWith("{}") ? "" : ",";
        return new Sample(name, "{" + added + separator + own.substring(1));
    }

    private static String join(String first, String second) {
        return second.isEmpty() ? first : first + "," + second;
    }

    String line() {
        return name + rest;
    }
}
