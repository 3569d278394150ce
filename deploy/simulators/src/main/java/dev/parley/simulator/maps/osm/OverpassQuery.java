package dev.parley.simulator.maps.osm;

import dev.parley.simulator.maps.world.Poi;
import dev.parley.simulator.maps.world.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parsed query: its statements are alternatives, the filters of a statement all count. Every place is a node here. */
record OverpassQuery(List<Predicate<Poi>> statements, boolean countOnly, int limit) {
    private static final String TEXT = "\"?([^\"\\]~=!]+)\"?";
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(node|way|relation|rel|nwr|nw|area)((?:\\s*\\[[^\\]]*]|\\s*\\([^)]*\\))+)");
    private static final Pattern FILTER = Pattern.compile("\\[([^\\]]*)]|\\(([^)]*)\\)");
    private static final Pattern TAG = Pattern.compile(TEXT + "\\s*(?:(=|!=|~|!~)\\s*\"?([^\"]*)\"?(?:,\\s*i)?)?");
    private static final Pattern BOX = Pattern.compile("\\[bbox:([^\\]]+)]");
    private static final Pattern OUT = Pattern.compile("(?<!\\[)\\bout\\b([^;]*);");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");

    /** @throws IllegalArgumentException for what the simulator does not understand */
    static OverpassQuery of(String query) {
        if (!query.contains("[out:json]")) {
            throw new IllegalArgumentException("the simulator answers [out:json] only");
        }
        Matcher out = OUT.matcher(query);
        if (!out.find()) {
            throw new IllegalArgumentException("line 1: parse error: an 'out' statement is expected");
        }
        Matcher limit = NUMBER.matcher(out.group(1));
        return new OverpassQuery(
                statements(query),
                out.group(1).contains("count"),
                limit.find() ? Integer.parseInt(limit.group()) : Integer.MAX_VALUE);
    }

    boolean selects(Poi poi) {
        return statements.stream().anyMatch(statement -> statement.test(poi));
    }

    private static List<Predicate<Poi>> statements(String query) {
        Matcher box = BOX.matcher(query);
        Predicate<Poi> everywhere = box.find() ? within(box.group(1)) : poi -> true;
        List<Predicate<Poi>> statements = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(query);
        while (statement.find()) {
            Predicate<Poi> filters = everywhere.and(filters(statement.group(2)));
            if (statement.group(1).equals("area")) {
                throw new IllegalArgumentException("the simulator knows no areas; use around or a box");
            }
            boolean nodes = statement.group(1).startsWith("n");
            statements.add(poi -> nodes && filters.test(poi));
        }
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("line 1: parse error: a statement with a filter is expected");
        }
        return statements;
    }

    private static Predicate<Poi> filters(String text) {
        Predicate<Poi> all = poi -> true;
        Matcher filter = FILTER.matcher(text);
        while (filter.find()) {
            all = all.and(filter.group(1) == null ? within(filter.group(2)) : tag(filter.group(1)));
        }
        return all;
    }

    private static Predicate<Poi> within(String text) {
        if (text.startsWith("around:")) {
            List<Double> circle = numbers(text.substring("around:".length()), 3);
            Position middle = new Position(circle.get(1), circle.get(2));
            return poi -> poi.position().metresTo(middle) <= circle.getFirst();
        }
        List<Double> box = numbers(text, 4);
        return poi -> poi.position().lat() >= box.get(0)
                && poi.position().lng() >= box.get(1)
                && poi.position().lat() <= box.get(2)
                && poi.position().lng() <= box.get(3);
    }

    private static List<Double> numbers(String text, int count) {
        String[] parts = text.split(",", -1);
        if (parts.length != count) {
            throw new IllegalArgumentException(
                    "line 1: parse error: " + count + " numbers are expected in (" + text + ")");
        }
        List<Double> numbers = new ArrayList<>();
        for (String part : parts) {
            numbers.add(Double.parseDouble(part.strip()));
        }
        return numbers;
    }

    private static Predicate<Poi> tag(String text) {
        Matcher tag = TAG.matcher(text.strip());
        if (!tag.matches()) {
            throw new IllegalArgumentException("line 1: parse error: unknown filter [" + text + "]");
        }
        String key = tag.group(1).strip();
        Predicate<String> value = value(tag.group(2), tag.group(3), text.endsWith("i"));
        return poi -> {
            Map<String, String> tags = OsmElement.tags(poi);
            return value.test(tags.getOrDefault(key, ""));
        };
    }

    private static Predicate<String> value(String operator, String wanted, boolean anyCase) {
        if (operator == null) {
            return found -> !found.isEmpty();
        }
        Pattern pattern = Pattern.compile(
                operator.endsWith("~") ? wanted : Pattern.quote(wanted), anyCase ? Pattern.CASE_INSENSITIVE : 0);
        Predicate<String> matches = operator.endsWith("~")
                ? found -> !found.isEmpty() && pattern.matcher(found).find()
                : found -> pattern.matcher(found).matches();
        return operator.startsWith("!") ? matches.negate() : matches;
    }
}
