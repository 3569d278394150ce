package dev.parley.location.provider.gazetteer;

import dev.parley.contracts.location.Location;
import dev.parley.location.place.GeoPoint;
import dev.parley.location.provider.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a table of cities in the format of GeoNames ({@code cities15000.txt}: UTF-8, 19 columns, described in its
 * readme.txt), row by row. A row that cannot be used is left out and counted.
 */
final class GeoNamesFile {
    private static final Logger log = LoggerFactory.getLogger(GeoNamesFile.class);
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int COLUMNS = 19;

    private static final int NAME = 1;
    private static final int OTHER_NAMES = 3;
    private static final int LATITUDE = 4;
    private static final int LONGITUDE = 5;
    private static final int COUNTRY_CODE = 8;
    private static final int ADMIN1_CODE = 10;
    private static final int POPULATION = 14;
    private static final int TIMEZONE = 17;

    private final Regions regions;

    GeoNamesFile(Regions regions) {
        this.regions = regions;
    }

    /** @param refused rows that were left out */
    record Report(int read, int refused) {}

    /** @throws IOException when the file cannot be read */
    Report read(Path file, Consumer<Settlement> reader) throws IOException {
        int read = 0;
        int refused = 0;
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Settlement city = parse(line);
                if (city == null) {
                    refused++;
                } else {
                    reader.accept(city);
                    read++;
                }
            }
        }
        if (refused > 0) {
            log.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("rows", refused)
                    .log("{} rows of the gazetteer file are no cities in GeoNames' format and were left out", refused);
        }
        return new Report(read, refused);
    }

    /** Bytes that are no UTF-8 spoil a name, not the file. */
    private static BufferedReader open(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
    }

    private @Nullable Settlement parse(String line) {
        Row row = new Row(List.of(TAB.split(line, -1)));
        if (row.columns().size() != COLUMNS || !isUsable(row)) {
            return null;
        }
        try {
            return settlement(row);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static boolean isUsable(Row row) {
        return !row.text(NAME).isBlank()
                && COUNTRY.matcher(row.text(COUNTRY_CODE)).matches();
    }

    private Settlement settlement(Row row) {
        String country = row.text(COUNTRY_CODE);
        GeoPoint point = new GeoPoint(row.number(LATITUDE), row.number(LONGITUDE));
        Location location = new Location(
                row.text(NAME),
                country,
                Countries.name(country),
                regions.name(country, row.text(ADMIN1_CODE)),
                point.lat(),
                point.lng(),
                population(row.text(POPULATION)),
                timezone(row.optional(TIMEZONE)));
        return new Settlement(location, row.list(OTHER_NAMES, ","), List.of());
    }

    /** GeoNames writes 0 where it does not know. */
    private static @Nullable Long population(String text) {
        long population = text.isEmpty() ? 0 : Long.parseLong(text);
        if (population < 0) {
            throw new IllegalArgumentException("fewer than no inhabitants");
        }
        return population == 0 ? null : population;
    }

    private static @Nullable String timezone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id).getId();
    }
}
