package dev.parley.gateway.route;

import dev.parley.gateway.RouteMetadata;
import dev.parley.gateway.upstream.Upstreams;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** All routes, the most specific path first. */
@Component
public final class RouteTable {

    private final List<TableRow> rows;

    RouteTable(RouteSettings settings, Upstreams upstreams) {
        this.rows = settings.table().entrySet().stream()
                .map(entry -> TableRow.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(TableRow::path))
                .toList();
        rows.forEach(row -> upstreams.named(row.service()));
    }

    /** The service that a documented path (its variables in braces) and method lead to. */
    public Optional<String> serviceOf(HttpMethod method, String path) {
        return row(method, PathContainer.parsePath(path)).map(TableRow::service);
    }

    /** The bytes that the largest body on any route may have, where the general limit is this. */
    public long largestBody(long general) {
        return rows.stream()
                .map(row -> row.route().getMetadata().get(RouteMetadata.MAX_BODY_BYTES))
                .mapToLong(limit -> limit instanceof Long bytes ? bytes : general)
                .reduce(general, Math::max);
    }

    Optional<Route> route(HttpMethod method, PathContainer path) {
        return row(method, path).map(TableRow::route);
    }

    /** The methods of the routes at that path; none when no route leads there, or when all lead on. */
    Set<HttpMethod> methodsAt(PathContainer path) {
        return rows.stream()
                .filter(row -> row.leadsTo(path))
                .flatMap(row -> row.methods().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<TableRow> row(HttpMethod method, PathContainer path) {
        return rows.stream()
                .filter(row -> row.takes(method) && row.leadsTo(path))
                .findFirst();
    }
}
