package dev.parley.location.provider.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.Geocoder;
import dev.parley.location.place.GeocoderTestKit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest extends GeocoderTestKit {

    @Override
    protected Geocoder geocoder() {
        return Bundled.GAZETTEER;
    }

    @ParameterizedTest
    @CsvSource({
        "münchen, Munich",
        "muenchen, Munich",
        "MUNCHEN, Munich",
        "Wien, Vienna",
        "koeln, Cologne",
        "Köln, Cologne",
        "東京, Tokyo",
        "Москва, Moscow",
        "القاهرة, Cairo",
        "st petersburg, Saint Petersburg",
        "St. Petersburg, Saint Petersburg",
        "sao paulo, São Paulo",
        "NYC, New York",
        "bombay, Mumbai",
        "xian, Xi'an",
        "Saigon, Ho Chi Minh City",
        "  berlin  , Berlin"
    })
    void a_city_is_found_by_whatever_it_is_called(String query, String name) {
        assertThat(names(query)).startsWith(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'paris, texas', Texas",
        "'Paris TX', Texas",
        "'Austin, TX', Texas",
        "'Austin TX USA', Texas",
        "'Austin, Texas, United States', Texas",
        "'texas austin', Texas",
        "'London, Ontario', Ontario",
        "'London ON', Ontario",
        "'London, UK', England",
        "'Birmingham, Alabama', Alabama",
        "'Portland, Maine', Maine",
        "'Cambridge MA', Massachusetts",
        "'Cambridge, Vereinigtes Königreich', England",
        "'Washington, D.C.', District of Columbia",
        "'New York, New York', New York",
        "'Atlanta Georgia', Georgia"
    })
    void a_qualifier_says_which_one_is_meant(String query, String region) {
        assertThat(first(query).region()).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({
        "Berlin Mitte, Mitte, Berlin",
        "'Mitte, Berlin', Mitte, Berlin",
        "Kreuzberg, Kreuzberg, Berlin",
        "'neukoelln, berlin, germany', Neukölln, Berlin",
        "le marais paris, Le Marais, Paris",
        "'Paris, Canal Saint-Martin', Canal Saint-Martin, Paris",
        "Hyde Park Austin, Hyde Park, Austin",
        "'South Congress, Austin, TX', South Congress, Austin",
        "Singapore Tiong Bahru, Tiong Bahru, Singapore",
        "tanjong pagar, Tanjong Pagar, Singapore"
    })
    void a_neighbourhood_is_found_with_and_without_its_city(String query, String name, String city) {
        Location found = first(query);

        assertThat(found.name()).isEqualTo(name);
        assertThat(found.region()).isEqualTo(city);
    }

    @Test
    void of_the_same_name_the_largest_comes_first() {
        assertThat(Bundled.GAZETTEER.geocode("London", 10))
                .extracting(Location::country)
                .containsExactly("GB", "CA");
        assertThat(first("Paris").country()).isEqualTo("FR");
    }

    @Test
    void a_qualifier_that_does_not_fit_is_not_ignored() {
        assertThat(names("Berlin, Texas")).isEmpty();
        assertThat(names("Mitte, Paris")).isEmpty();
        assertThat(names("Paris, Middle-earth")).isEmpty();
    }

    @Test
    void the_beginning_of_a_name_is_enough_when_nothing_is_called_so() {
        assertThat(names("san fran")).containsExactly("San Francisco");
        assertThat(names("reykj")).containsExactly("Reykjavik");
        assertThat(names("san di, california")).containsExactly("San Diego");
        assertThat(names("zz")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Belrin, Berlin",
        "Pariss, Paris",
        "Barcelna, Barcelona",
        "Sinagpore, Singapore",
        "Amsteradm, Amsterdam",
        "Filadelphia PA, Philadelphia",
        "'Autsin, Texas', Austin"
    })
    void a_typing_error_is_forgiven(String query, String name) {
        assertThat(names(query)).startsWith(name);
    }

    @Test
    void short_names_have_to_be_right() {
        assertThat(names("Rmoe")).isEmpty();
    }

    @Test
    void a_long_query_is_no_problem() {
        assertThat(names("berlin paris ".repeat(15))).isEmpty();
        assertThat(names("x".repeat(200))).isEmpty();
    }

    @Test
    void another_collection_is_another_edition() {
        GazetteerBuilder other = new GazetteerBuilder(new Regions());
        BundledSettlements.cities().stream().skip(1).forEach(other::add);

        assertThat(other.build().provider().edition())
                .isNotEqualTo(Bundled.GAZETTEER.provider().edition());
    }

    private static Location first(String query) {
        return Bundled.GAZETTEER.geocode(query, 5).getFirst();
    }

    private static List<String> names(String query) {
        return Bundled.GAZETTEER.geocode(query, 5).stream().map(Location::name).toList();
    }
}
