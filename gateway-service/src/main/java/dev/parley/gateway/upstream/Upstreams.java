package dev.parley.gateway.upstream;

import dev.parley.gateway.upstream.UpstreamSettings.Addresses;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All services behind the gateway, in the order of the settings. */
@Component
public final class Upstreams {

    private final Map<String, Upstream> byName = new LinkedHashMap<>();

    Upstreams(UpstreamSettings settings, Clock clock) {
        settings.services()
                .forEach((name, addresses) ->
                        byName.put(name, new Upstream(name, replicas(name, addresses), clock, settings.rest())));
    }

    private static List<Replica> replicas(String name, Addresses addresses) {
        List<URI> urls = AddressList.services(name, addresses.urls());
        List<URI> management = AddressList.management(name, addresses.managementUrls(), urls);
        List<Replica> replicas = new ArrayList<>(urls.size());
        for (int i = 0; i < urls.size(); i++) {
            replicas.add(new Replica(urls.get(i), management.get(i)));
        }
        return replicas;
    }

    public Collection<Upstream> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The service of that name, which the settings must have. */
    public Upstream named(String name) {
        Upstream upstream = byName.get(name);
        if (upstream == null) {
            throw new IllegalArgumentException("There is no service '" + name + "'; there are " + byName.keySet());
        }
        return upstream;
    }
}
