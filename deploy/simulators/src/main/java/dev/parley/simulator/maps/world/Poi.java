package dev.parley.simulator.maps.world;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/** An invented place. */
public record Poi(
        Category category,
        String name,
        City city,
        District district,
        String number,
        Position position,
        double rating,
        int ratings,
        int phone,
        DayOfWeek closed) {

    public String placeId() {
        return Ids.placeId(key());
    }

    public long osmId() {
        return Ids.osmId(key());
    }

    public String street() {
        return city.streetOf(district);
    }

    public String nationalNumber() {
        return "%s %04d %04d"
                .formatted(city.dialling().substring(city.dialling().indexOf(' ') + 1), phone / 10000, phone % 10000);
    }

    public String internationalNumber() {
        return "%s %04d %04d".formatted(city.dialling(), phone / 10000, phone % 10000);
    }

    public String website() {
        return "https://" + Words.of(name).replace(' ', '-') + ".example/";
    }

    public boolean isOpenAt(ZonedDateTime time) {
        return category.alwaysOpen()
                || (time.getDayOfWeek() != closed
                        && time.getHour() >= category.opens()
                        && time.getHour() < category.closes());
    }

    private String key() {
        return "poi/" + city.name() + "/" + category.type() + "/" + name + "/" + position;
    }
}
