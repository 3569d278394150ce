package dev.parley.gateway.upstream;

import dev.parley.platform.settings.BadSetting;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the addresses of a service's replicas from the settings; a wrong one is refused with a line that names its variable. */
final class AddressList {

    private static final int MANAGEMENT_PORT_OFFSET = 1000;
    private static final String ACCEPTED = "http or https URLs with a host, separated by commas";

    private AddressList() {}

    static List<URI> services(String service, String urls) {
        return parse(variable(service, "SERVICE"), urls);
    }

    /** The management addresses, one for each of the service's own; where none are given, the same hosts with port + 1000. */
    static List<URI> management(String service, String urls, List<URI> services) {
        if (urls.isBlank()) {
            return services.stream().map(AddressList::besides).toList();
        }
        String variable = variable(service, "MANAGEMENT");
        List<URI> parsed = parse(variable, urls);
        if (parsed.size() != services.size()) {
            throw BadSetting.value(variable, urls, "as many URLs as " + variable(service, "SERVICE") + " has");
        }
        return parsed;
    }

    private static String variable(String service, String kind) {
        return service.replaceFirst("-service$", "").toUpperCase(Locale.ROOT).replace('-', '_') + "_" + kind + "_URL";
    }

    private static List<URI> parse(String variable, String urls) {
        List<URI> parsed = Arrays.stream(urls.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> parseOne(variable, url))
                .toList();
        if (parsed.isEmpty()) {
            throw BadSetting.value(variable, urls, ACCEPTED);
        }
        return parsed;
    }

    private static URI parseOne(String variable, String url) {
        URI uri;
        try {
            uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        } catch (IllegalArgumentException e) {
            throw BadSetting.value(variable, url, ACCEPTED);
        }
        if (!Set.of("http", "https").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw BadSetting.value(variable, url, ACCEPTED);
        }
        return uri;
    }

    private static URI besides(URI url) {
        int port = url.getPort() < 0 ? defaultPort(url) : url.getPort();
        return URI.create(url.getScheme() + "://" + url.getHost() + ":" + (port + MANAGEMENT_PORT_OFFSET));
    }

    private static int defaultPort(URI url) {
        return "https".equals(url.getScheme()) ? 443 : 80;
    }
}
