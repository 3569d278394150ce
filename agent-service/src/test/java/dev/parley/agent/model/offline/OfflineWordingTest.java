package dev.parley.agent.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfflineWordingTest {
    private static final String QUESTION = "Where should I open a bakery in Paris?";
    private static final String ARGUMENTS = "{\"business_type\":\"bakery\",\"area\":\"Paris\"}";
    private static final String AREA =
            "{\"name\":\"Paris\",\"country\":\"FR\",\"country_name\":\"France\",\"lat\":48.85,\"lng\":2.35}";
    private static final List<String> SYLLABLES =
            List.of("ka", "ro", "mi", "zul", "tef", "bran", "dor", "vex", "lum", "qua", "nis", "pol");
    /** What stands between the names and numbers and is in no phrase. */
    private static final String CONNECTING = "from the middle of rated price level points neighbourhood neighbourhoods"
            + " one competitor competitors m km so";

    @Test
    void a_report_is_worded_with_its_recommendation_its_numbers_and_its_source() {
        String text =
                Offline.wording(QUESTION, "location_scout", ARGUMENTS, report("Marais", "Belleville", "Chez Paul"));

        assertThat(text)
                .contains(
                        "Marais",
                        "87 of 100",
                        "Belleville (61 points",
                        "Chez Paul (400 m from the middle, rated 4.5 of 5)")
                .contains("Paris, France", "3 km", "clear")
                .contains("demo data");
        assertThat(text.split("\\s+").length).isBetween(60, 260);
    }

    @Test
    void an_empty_report_recommends_nothing() {
        String empty = "{\"business_type\":\"bakery\",\"area\":" + AREA
                + ",\"radius_m\":3000,\"competitor_count\":0,\"competitors\":[],\"candidates\":[],\"provider\":\"gazetteer\"}";

        assertThat(Offline.wording(QUESTION, "location_scout", ARGUMENTS, empty))
                .contains("will not make any up")
                .doesNotContain("My recommendation");
    }

    @Test
    void places_are_listed_with_what_is_known_of_them() {
        String text = Offline.wording(
                "find bakeries near Paris",
                "find_places",
                "{}",
                places(
                        "google",
                        "\"attribution\":\"Data © Somebody\",",
                        place("Du Pain", 250, 4.8),
                        place("Poilâne", 1400, 4.2)));

        assertThat(text)
                .contains("• Du Pain, Somewhere — 250 m from the middle, rated 4.8 of 5")
                .contains("1.4 km")
                .contains("I would go to Du Pain")
                .contains("Source: Data © Somebody")
                .doesNotContain("demo");
    }

    @Test
    void no_places_are_no_places() {
        assertThat(Offline.wording("find bakeries near Paris", "find_places", "{}", places("demo", "")))
                .contains("will not make anything up");
    }

    @Test
    void failures_are_said_in_plain_words() {
        assertThat(failure("area_not_found", "…")).contains("“Paris”", "spelled differently");
        assertThat(failure("lookup_timeout", "…")).contains("did not answer in time");
        assertThat(failure("invalid_arguments", "radius_m is too large.")).contains("radius_m is too large.");
        assertThat(failure("tool_failed", "The tool failed.")).contains("The tool failed.", "Location scout");
    }

    @Test
    void an_answer_of_an_unknown_shape_is_listed() {
        String result = "{\"temperature_c\":21.5,\"sky\":\"clear\",\"hours\":[{\"at\":9,\"rain\":false}]}";

        assertThat(Offline.wording("Weather?", "weather", "{}", result))
                .contains("• temperature c: 21.5", "• sky: clear", "at 9, rain false");
    }

    @Test
    void what_is_no_json_is_repeated() {
        assertThat(Offline.wording("Weather?", "weather", "{}", "plain words")).contains("plain words");
    }

    @Test
    void no_name_and_no_number_is_invented() {
        var random = new Random(20_261_120);
        for (int i = 0; i < 200; i++) {
            String result = random.nextBoolean()
                    ? report(name(random), name(random), name(random))
                    : places("demo", "", place(name(random), random.nextInt(9_000), 3 + random.nextInt(20) / 10.0));
            String text = Offline.wording(QUESTION, "find_places", "{}", result);

            Set<String> invented = words(text);
            invented.removeAll(words(result));
            invented.removeAll(phrases());
            invented.removeAll(words(CONNECTING));
            invented.removeIf(it -> it.matches("\\d+")); // metres become kilometres
            assertThat(invented).as(text).isEmpty();
        }
    }

    private static String failure(String code, String detail) {
        return Offline.wording(
                QUESTION, "location_scout", ARGUMENTS, "{\"error\":\"" + code + "\",\"detail\":\"" + detail + "\"}");
    }

    private static String report(String best, String second, String competitor) {
        return "{\"business_type\":\"bakery\",\"area\":" + AREA
                + ",\"radius_m\":3000,\"competitor_count\":7,\"competitors\":["
                + place(competitor, 400, 4.5) + "],\"candidates\":[" + candidate(best, 87) + "," + candidate(second, 61)
                + "],\"attribution\":\"Invented.\",\"provider\":\"demo\"}";
    }

    private static String candidate(String name, int score) {
        return "{\"name\":\"" + name + "\",\"lat\":48.8,\"lng\":2.3,\"score\":" + score
                + ",\"competitors\":1,\"distance_m\":900,\"reasons\":[\"customers come from 3 offices nearby\"]}";
    }

    private static String places(String provider, String more, String... places) {
        return "{\"what\":\"bakery\",\"area\":" + AREA + "," + more + "\"places\":[" + String.join(",", places)
                + "],\"provider\":\"" + provider + "\"}";
    }

    private static String place(String name, int distanceM, double rating) {
        return "{\"place_id\":\"p1\",\"name\":\"" + name + "\",\"category\":\"bakery\",\"neighbourhood\":\"Somewhere\","
                + "\"lat\":48.8,\"lng\":2.3,\"distance_m\":" + distanceM + ",\"rating\":" + rating
                + ",\"source\":\"x\"}";
    }

    private static String name(Random random) {
        return IntStream.range(0, 3)
                .mapToObj(it -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining());
    }

    private static Set<String> phrases() {
        return Sections.read("/model/offline/phrases.txt").values().stream()
                .flatMap(lines -> words(String.join(" ", lines)).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
