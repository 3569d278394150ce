package dev.parley.agent.model.remote;

import java.net.URI;

final class Addresses {
    private Addresses() {}

    static boolean isHttp(String address) {
        try {
            URI uri = URI.create(address.strip());
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
