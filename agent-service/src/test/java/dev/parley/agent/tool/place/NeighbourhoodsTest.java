package dev.parley.agent.tool.place;

import static dev.parley.agent.tool.place.Cities.BERLIN;
import static dev.parley.agent.tool.place.Cities.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.tool.place.ScoutReport.Candidate;
import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.Place;
import dev.parley.contracts.location.PlacesFound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {
    private static final Magnet OFFICE = Magnet.all().getFirst();

    @Test
    void customers_nearby_count_for_a_neighbourhood_and_competitors_against_it() {
        List<Candidate> ranking = rank(
                List.of(place("Rival 1", "Mitte", 1_000), place("Rival 2", "Mitte", 1_000)),
                List.of(place("Office 1", "Kreuzberg", 1_000), place("Office 2", "Mitte", 1_000)));

        assertThat(ranking).extracting(Candidate::name).containsExactly("Kreuzberg", "Mitte");
        assertThat(ranking).extracting(Candidate::score).containsExactly(93, 63);
        assertThat(ranking.getFirst().reasons())
                .containsExactly(
                        "customers come from 1 office nearby",
                        "no competitor was found here",
                        "about 1.0 km from the middle of the area");
        assertThat(ranking.getLast().reasons()).contains("2 competitors are here already");
    }

    @Test
    void the_middle_is_better_than_the_edge() {
        List<Candidate> ranking =
                rank(List.of(), List.of(place("Office 1", "Edge", 2_900), place("Office 2", "Middle", 300)));

        assertThat(ranking).extracting(Candidate::name).containsExactly("Middle", "Edge");
    }

    @Test
    void the_order_of_what_was_found_does_not_matter() {
        List<Place> rivals = new ArrayList<>();
        List<Place> offices = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rivals.add(place("Rival " + i, "Part " + i % 7, 100 * i));
            offices.add(place("Office " + i, "Part " + i % 5, 70 * i));
        }
        List<Candidate> ranking = rank(rivals, offices);
        Collections.reverse(rivals);
        Collections.reverse(offices);

        assertThat(rank(rivals, offices)).isEqualTo(ranking).hasSize(3);
        assertThat(ranking).allMatch(it -> it.score() >= 0 && it.score() <= 100);
    }

    @Test
    void without_neighbourhoods_the_winds_give_the_names() {
        var north = new Place("1", "N", "kind", null, 52.60, 13.405, 2_000, null, null, "google");
        var east = new Place("2", "E", "kind", null, 52.52, 13.60, 2_000, null, null, "google");
        var centre = new Place("3", "C", "kind", " ", 52.52, 13.405, 100, null, null, "google");

        assertThat(rank(List.of(north, east, centre), List.of()))
                .extracting(Candidate::name)
                .containsExactlyInAnyOrder("Berlin North", "Berlin East", "Berlin Centre");
    }

    @Test
    void nothing_found_is_nothing_recommended() {
        assertThat(rank(List.of(), List.of())).isEmpty();
    }

    private static List<Candidate> rank(List<Place> rivals, List<Place> offices) {
        var surroundings =
                new Surroundings(BERLIN, 3_000, found(rivals), List.of(new Surroundings.Found(OFFICE, found(offices))));
        return Neighbourhoods.rank(surroundings, 3);
    }

    private static PlacesFound found(List<Place> places) {
        return new PlacesFound(new LookupId(new UUID(0, 1)), "x", BERLIN, places, "demo", null, false);
    }
}
