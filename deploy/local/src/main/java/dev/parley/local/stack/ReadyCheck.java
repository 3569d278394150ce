package dev.parley.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a part can be used. */
@FunctionalInterface
public interface ReadyCheck {

    boolean passes();

    /** The readiness group of a service's management port answers 200. */
    static ReadyCheck http(int managementPort) {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
        return () -> answersOk(address);
    }

    static ReadyCheck file(Path file) {
        return () -> Files.exists(file);
    }

    private static boolean answersOk(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(3_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (java.net.MalformedURLException e) {
            throw new UncheckedIOException(e);
        } catch (IOException _) {
            return false;
        }
    }
}
