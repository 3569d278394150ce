package dev.parley.simulator.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One received call. Header names are lower case; of a repeated header or parameter the first value is kept. */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    static Request of(FullHttpRequest message) {
        QueryStringDecoder target = new QueryStringDecoder(message.uri());
        return new Request(
                message.method().name(),
                target.path(),
                firsts(target),
                headers(message),
                message.content().toString(StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The value of a query parameter, without blanks around it; empty when it is absent or blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The fields of a body sent as {@code application/x-www-form-urlencoded}. */
    public Map<String, String> form() {
        return firsts(new QueryStringDecoder(body, StandardCharsets.UTF_8, false));
    }

    private static Map<String, String> firsts(QueryStringDecoder decoder) {
        Map<String, String> values = new HashMap<>();
        decoder.parameters().forEach((String name, List<String> all) -> values.put(name, all.getFirst()));
        return Map.copyOf(values);
    }

    private static Map<String, String> headers(FullHttpRequest message) {
        Map<String, String> headers = new HashMap<>();
        message.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return Map.copyOf(headers);
    }
}
