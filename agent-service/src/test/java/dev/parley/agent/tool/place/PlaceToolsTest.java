package dev.parley.agent.tool.place;

import static dev.parley.agent.tool.place.Cities.BERLIN;
import static dev.parley.agent.tool.place.Cities.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.location.FakePlaces;
import dev.parley.agent.tool.TestTools;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.ToolOutcome.Failure;
import dev.parley.agent.tool.ToolOutcome.Success;
import dev.parley.agent.tool.ToolOutput;
import dev.parley.agent.tool.Tools;
import dev.parley.platform.messaging.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlaceToolsTest {
    private final FakePlaces places = new FakePlaces()
            .area(BERLIN)
            .places(
                    "coffee bar",
                    place("Bohne", "Mitte", 400),
                    place("Tasse", "Mitte", 600),
                    place("Far away", "Spandau", 9_000))
            .places("office", place("Tower", "Kreuzberg", 900), place("Loft", "Mitte", 500))
            .places("transit station", place("Görlitzer Bahnhof", "Kreuzberg", 1_100));

    private final Tools tools = TestTools.registry(PlaceTools.all(places));

    @Test
    void the_scout_recommends_neighbourhoods_with_reasons() {
        JsonNode report = json(run("location_scout", "{\"business_type\":\"coffee bar\",\"area\":\"Berlin\"}"));

        assertThat(report.path("area").path("country_name").asString()).isEqualTo("Germany");
        assertThat(report.path("radius_m").asInt()).isEqualTo(3_000);
        assertThat(report.path("competitor_count").asInt()).isEqualTo(2);
        assertThat(report.path("competitors")
                        .valueStream()
                        .map(it -> it.path("name").asString()))
                .containsExactly("Bohne", "Tasse");
        JsonNode best = report.path("candidates").get(0);
        assertThat(best.path("name").asString()).isEqualTo("Kreuzberg");
        assertThat(best.path("score").asInt()).isBetween(60, 100);
        assertThat(best.path("reasons").get(0).asString())
                .isEqualTo("customers come from 1 office, 1 transit station nearby");
        assertThat(report.path("provider").asString()).isEqualTo("demo");
        assertThat(report.path("attribution").asString()).isEqualTo("Invented places.");
    }

    @Test
    void the_scout_looks_no_further_and_says_no_more_than_it_is_told() {
        JsonNode report = json(run(
                "location_scout",
                "{\"business_type\":\"coffee bar\",\"area\":\"Berlin\",\"radius_m\":10000,\"candidates\":1}"));

        assertThat(report.path("competitor_count").asInt()).isEqualTo(3);
        assertThat(report.path("candidates").size()).isEqualTo(1);
    }

    @Test
    void places_are_found_with_their_source() {
        JsonNode found = json(run("find_places", "{\"what\":\"coffee bar\",\"area\":\"Berlin\",\"limit\":1}"));

        assertThat(found.path("places").size()).isEqualTo(1);
        assertThat(found.path("places").get(0).path("name").asString()).isEqualTo("Bohne");
        assertThat(found.path("places").get(0).path("source").asString()).isEqualTo("demo");
        assertThat(found.path("what").asString()).isEqualTo("coffee bar");
    }

    @Test
    void an_area_that_nobody_knows_is_said_to_be_unknown() {
        assertThat(run("location_scout", "{\"business_type\":\"gym\",\"area\":\"Atlantis\"}"))
                .isInstanceOfSatisfying(
                        Failure.class, it -> assertThat(it.code()).isEqualTo("area_not_found"));
        assertThat(run("find_places", "{\"what\":\"gym\",\"area\":\"Atlantis\"}"))
                .isInstanceOfSatisfying(
                        Failure.class, it -> assertThat(it.detail()).contains("Atlantis"));
    }

    @Test
    void a_lookup_that_fails_is_an_outcome() {
        places.failing("lookup_timeout");

        assertThat(run("location_scout", "{\"business_type\":\"gym\",\"area\":\"Berlin\"}"))
                .isEqualTo(new Failure("lookup_timeout", "It failed."));
        assertThat(run("find_places", "{\"what\":\"gym\",\"area\":\"Berlin\"}"))
                .isEqualTo(new Failure("lookup_timeout", "It failed."));
    }

    @Test
    void both_tools_describe_themselves() {
        assertThat(tools.all()).extracting(ToolDescription::toolId).containsExactly("find_places", "location_scout");
        assertThat(tools.all()).allSatisfy(tool -> {
            assertThat(tool.effect().repeatable()).isTrue();
            assertThat(tool.approvalRequired()).isFalse();
            assertThat(tool.examples()).hasSizeGreaterThan(4);
            assertThat(tool.parameters()).containsKey("properties");
        });
    }

    @Test
    void the_scout_tells_its_stages_in_order() {
        List<String> stages = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        var output = new ToolOutput() {
            @Override
            public void say(String piece) {
                stages.add("said " + piece);
            }

            @Override
            public void progress(String stage, double share) {
                stages.add(stage);
                shares.add(share);
            }
        };

        var _ = tools.prepare("location_scout", "{\"business_type\":\"coffee bar\",\"area\":\"Berlin\"}")
                .run(new ToolInvocation("turn:1:0", Instant.now().plusSeconds(20), new CompletableFuture<>(), output));

        assertThat(stages.stream().distinct())
                .containsExactly("looking for Berlin", "looking for competitors", "looking at what brings customers");
        assertThat(shares).isSorted().allMatch(share -> share >= 0 && share < 1);
    }

    private ToolOutcome run(String tool, String arguments) {
        var invocation = new ToolInvocation("turn:1:0", Instant.now().plusSeconds(20), new CompletableFuture<>());
        return tools.prepare(tool, arguments).run(invocation);
    }

    private static JsonNode json(ToolOutcome outcome) {
        assertThat(outcome).isInstanceOf(Success.class);
        return WireJson.mapper().readTree(outcome.forModel());
    }
}
