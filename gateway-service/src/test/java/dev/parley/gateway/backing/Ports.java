package dev.parley.gateway.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports at which nobody listens. */
public final class Ports {

    private Ports() {}

    /** An address that refuses connections. */
    public static String deadUrl() {
        return "http://127.0.0.1:" + free();
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
