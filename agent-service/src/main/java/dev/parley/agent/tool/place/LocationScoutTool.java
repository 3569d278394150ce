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
import dev.parley.contracts.location.PlacesFound;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Where in an area a business would do well: its neighbourhoods, scored by what is there already. */
@Component
final class LocationScoutTool implements Tool<LocationScoutTool.Parameters> {
    private static final int PLACES_A_KIND = 50;
    private static final int SHOWN_COMPETITORS = 10;
    private static final ToolCard CARD = new ToolCard(
            "location_scout",
            "Location scout",
            "Recommends where in a city to open a business: looks at competitors and at what brings customers (offices,"
                    + " stations, schools) and scores the neighbourhoods, with reasons. Use it when somebody wants to open,"
                    + " start or relocate a shop, a restaurant or another business and asks for a good location.",
            "📍",
            ToolEffect.READ,
            Duration.ofSeconds(25),
            List.of(
                    "I want to open a coffee bar in Berlin",
                    "open a gym in Austin",
                    "where should I put a gym around Austin?",
                    "what is the best neighbourhood for a bakery in Paris?",
                    "scout locations for a restaurant in Tokyo",
                    "find a good location for my bookshop in Madrid",
                    "which area of London is best to start a pharmacy?",
                    "help me choose a site for a new store in Chicago"));

    private final Places places;

    LocationScoutTool(Places places) {
        this.places = places;
    }

    record Parameters(
            @NotBlank @Size(max = 100) @About("What the business is, such as “coffee bar”")
            String businessType,

            @NotBlank @Size(max = 200) @About("Where: a city or a part of one, such as “Berlin”")
            String area,

            @Min(100) @Max(50_000) @Default("3000") @About("How far from the middle of the area, in metres")
            int radiusM,

            @Min(1) @Max(20) @Default("5") @About("At most so many recommended neighbourhoods")
            int candidates) {}

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
        invocation.progress("looking for " + wanted.area(), 0);
        try {
            List<Location> known =
                    Answers.await(places.whereIs(asking, wanted.area(), 1)).locations();
            return known.isEmpty()
                    ? Answers.unknownArea(wanted.area())
                    : scout(wanted, asking, known.getFirst(), invocation);
        } catch (LookupException e) {
            return new ToolOutcome.Failure(e.code(), e.detail());
        }
    }

    private ToolOutcome scout(Parameters wanted, Asking asking, Location area, ToolInvocation invocation)
            throws InterruptedException {
        int kinds = Magnet.all().size() + 1;
        invocation.progress("looking for competitors", share(0, kinds));
        CompletableFuture<PlacesFound> rivals = find(asking, wanted.businessType(), wanted);
        // All at once, then awaited one by one: the slowest decides.
        List<CompletableFuture<PlacesFound>> helpers = Magnet.all().stream()
                .map(magnet -> find(asking, magnet.what(), wanted))
                .toList();
        PlacesFound competitors = Answers.await(rivals);
        List<Surroundings.Found> found = new ArrayList<>();
        for (int i = 0; i < helpers.size(); i++) {
            invocation.progress("looking at what brings customers", share(i + 1, kinds));
            found.add(new Surroundings.Found(Magnet.all().get(i), Answers.await(helpers.get(i))));
        }
        var surroundings = new Surroundings(area, wanted.radiusM(), competitors, found);
        return ToolOutcome.of(result(wanted, surroundings), surroundings.cached());
    }

    /** The area is found first, then places of so many kinds. */
    private static double share(int kindsFound, int kinds) {
        return (kindsFound + 1.0) / (kinds + 1);
    }

    private CompletableFuture<PlacesFound> find(Asking asking, String what, Parameters wanted) {
        return places.find(asking, what, wanted.area(), wanted.radiusM(), PLACES_A_KIND);
    }

    private static ScoutReport result(Parameters wanted, Surroundings surroundings) {
        PlacesFound competitors = surroundings.competitors();
        return new ScoutReport(
                wanted.businessType(),
                surroundings.area(),
                wanted.radiusM(),
                competitors.places().size(),
                competitors.places().stream().limit(SHOWN_COMPETITORS).toList(),
                Neighbourhoods.rank(surroundings, wanted.candidates()),
                competitors.attribution(),
                competitors.provider());
    }
}
