package dev.parley.gateway.route;

import dev.parley.gateway.RouteLimit;
import dev.parley.gateway.RouteMetadata;
import dev.parley.gateway.route.RouteSettings.Row;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A row of the table, ready to be matched. */
record TableRow(PathPattern path, Set<HttpMethod> methods, String service, Route route) {

    private static final long NO_TIMEOUT = -1;

    static TableRow of(String id, Row row) {
        PathPattern path = PathPatternParser.defaultInstance.parse(row.path());
        Set<HttpMethod> methods =
                row.methods().stream().map(HttpMethod::valueOf).collect(Collectors.toUnmodifiableSet());
        return new TableRow(path, methods, row.service(), route(id, row));
    }

    boolean leadsTo(PathContainer asked) {
        return path.matches(asked);
    }

    boolean takes(HttpMethod method) {
        return methods.isEmpty() || methods.contains(method);
    }

    /** The address is a placeholder: which replica it becomes is decided for each request. */
    private static Route route(String id, Row row) {
        return Route.async()
                .id(id)
                .uri(URI.create("http://" + row.service()))
                .predicate(_ -> true)
                .metadata(metadata(row))
                .build();
    }

    private static Map<String, Object> metadata(Row row) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(RouteMetadata.SERVICE, row.service());
        metadata.put(RouteMetadata.STREAM, row.stream());
        metadata.put(RouteMetadata.ACCESS, row.access());
        if (row.stream()) {
            metadata.put(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, NO_TIMEOUT);
        }
        DataSize maxBytes = row.maxBytes();
        if (maxBytes != null) {
            metadata.put(RouteMetadata.MAX_BODY_BYTES, maxBytes.toBytes());
        }
        RouteLimit limit = row.limit();
        if (limit != null) {
            metadata.put(RouteMetadata.LIMIT, limit);
        }
        return metadata;
    }
}
