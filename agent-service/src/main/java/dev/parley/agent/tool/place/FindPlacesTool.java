package dev.parley.agent.tool.place;

import dev.parley.agent.location.Asking;
import dev.parley.agent.location.LookupException;
import dev.parley.agent.location.Places;
import dev.parley.agent.tool.About;
import dev.parley.agent.tool.Default;
import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolCard;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.contracts.location.Location;
import dev.parley.contracts.location.Place;
import dev.parley.contracts.location.PlacesFound;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places of a kind in an area. */
@Component
final class FindPlacesTool implements Tool<FindPlacesTool.Parameters> {
    private static final ToolCard CARD = new ToolCard(
            "find_places",
            "Find places",
            "Finds existing places of a kind, such as bakeries, gyms or pharmacies, in or near a city, with their"
                    + " neighbourhood, distance and rating. Use it when somebody looks for a place to go to.",
            "🔎",
            ToolEffect.READ,
            Duration.ofSeconds(20),
            List.of(
                    "find bakeries near Paris",
                    "where can I get good coffee in Rome?",
                    "show me gyms around Austin",
                    "find gyms in Madrid",
                    "are there any pharmacies in the centre of Lisbon?",
                    "I am looking for a restaurant in Tokyo",
                    "recommend a hotel close to Berlin",
                    "what museums are there in Madrid?"));

    private final Places places;

    FindPlacesTool(Places places) {
        this.places = places;
    }

    record Parameters(
            @NotBlank @Size(max = 100) @About("What to look for: a kind of place or a name, such as “bakery”")
            String what,

            @NotBlank @Size(max = 200) @About("Where: a city or a part of one, such as “Paris” or “Kreuzberg, Berlin”")
            String area,

            @Min(100) @Max(50_000) @Default("3000") @About("How far from the middle of the area, in metres")
            int radiusM,

            @Min(1) @Max(20) @Default("5") @About("At most so many places")
            int limit) {}

    /** @param area absent when it is not known */
    record Result(
            String what,
            @Nullable Location area,
            List<Place> places,
            @Nullable String attribution,
            String provider) {}

    @Override
    public ToolCard card() {
        return CARD;
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public ToolOutcome run(Parameters wanted, ToolInvocation invocation) throws InterruptedException {
        var asking = new Asking(invocation.toolCallId(), invocation.deadline());
        try {
            PlacesFound found =
                    Answers.await(places.find(asking, wanted.what(), wanted.area(), wanted.radiusM(), wanted.limit()));
            return found.area() == null
                    ? Answers.unknownArea(wanted.area())
                    : ToolOutcome.of(result(found), found.cached());
        } catch (LookupException e) {
            return new ToolOutcome.Failure(e.code(), e.detail());
        }
    }

    private static Result result(PlacesFound found) {
        return new Result(found.what(), found.area(), found.places(), found.attribution(), found.provider());
    }
}
