package dev.parley.agent.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prices by model name; a dated name such as {@code openai:gpt-4o-2024-08-06} costs what its undated one does. */
final class PriceTable implements Prices {
    private static final Logger log = LoggerFactory.getLogger(PriceTable.class);
    private static final Pattern DATE = Pattern.compile("-(\\d{4}-\\d{2}-\\d{2}|\\d{8})$");
    private static final int SCALE = 8;
    private static final int REMEMBERED = 1_000;

    private final Map<String, Price> prices;
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    private final Map<String, Price> dearest;

    private PriceTable(Map<String, Price> prices) {
        this.prices = prices;
        this.dearest = prices.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        price -> providerOf(price.model()),
                        it -> it,
                        BinaryOperator.maxBy(Comparator.comparing(Price::output).thenComparing(Price::input))));
    }

    private static String providerOf(String model) {
        return model.split(":", 2)[0];
    }

    /** US dollars per million tokens. */
    private record Price(String model, BigDecimal input, BigDecimal output) {
        static Price parse(String line) {
            List<String> cells =
                    Stream.of(line.split(",", 3)).map(String::strip).toList();
            return new Price(cells.get(0), new BigDecimal(cells.get(1)), new BigDecimal(cells.get(2)));
        }

        BigDecimal of(int inputTokens, int outputTokens) {
            return input.multiply(BigDecimal.valueOf(inputTokens))
                    .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                    .movePointLeft(6)
                    .setScale(SCALE, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
        }
    }

    static PriceTable load(String resource) {
        try (InputStream in = Objects.requireNonNull(PriceTable.class.getResourceAsStream(resource), resource)) {
            return new PriceTable(new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Price::parse)
                    .collect(Collectors.toUnmodifiableMap(Price::model, it -> it)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public BigDecimal costUsd(String model, int inputTokens, int outputTokens) {
        Price price = Optional.ofNullable(prices.get(model))
                .orElseGet(() -> prices.get(DATE.matcher(model).replaceFirst("")));
        if (price == null) {
            sayOnce(model);
            price = dearest.get(providerOf(model));
        }
        if (price == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal cost = price.of(inputTokens, outputTokens);
        return cost.scale() < 0 ? cost.setScale(0) : cost;
    }

    private void sayOnce(String model) {
        if (unknown.size() < REMEMBERED && unknown.add(model)) {
            log.atWarn()
                    .addKeyValue("model", model)
                    .log("The price of a model is not known: it counts as the dearest of its provider, or as nothing");
        }
    }
}
