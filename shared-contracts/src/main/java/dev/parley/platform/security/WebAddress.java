package dev.parley.platform.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Set;

/** An address that may be fetched from: of the web, and of nothing else that Java has a handler for. */
final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebAddress() {}

    /** @throws IllegalArgumentException when it is none */
    static URL url(String text) {
        try {
            return parse(text).toURL();
        } catch (URISyntaxException | MalformedURLException notAnAddress) {
            throw new IllegalArgumentException("that is no address of the web", notAnAddress);
        }
    }

    /** Whether what comes from it is what was sent: nobody on the way can change it. */
    static boolean isTrusted(String text) {
        URI address = URI.create(url(text).toString());
        return "https".equals(address.getScheme()) || THIS_MACHINE.contains(address.getHost());
    }

    private static URI parse(String text) throws URISyntaxException {
        URI address = new URI(text);
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme()) || address.getHost() == null) {
            throw new URISyntaxException(text, "not http or https");
        }
        return address;
    }
}
