package dev.parley.agent.model.remote;

import java.net.InetAddress;
import java.net.URI;

final class Addresses {
    private Addresses() {}

    /** Whether it says itself that it is on this machine. */
    static boolean isLoopback(String address) {
        String host = URI.create(address.strip()).getHost();
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        try {
            InetAddress literal = InetAddress.ofLiteral(host);
            return literal.isLoopbackAddress() || literal.isAnyLocalAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static boolean isHttp(String address) {
        try {
            URI uri = URI.create(address.strip());
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
