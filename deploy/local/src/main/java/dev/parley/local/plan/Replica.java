package dev.parley.local.plan;

/**
 * One process of a service.
 *
 * @param number counts from 1
 * @param debugPort 0 when no debugger is wanted
 */
public record Replica(Service service, int number, int port, int managementPort, int debugPort) {

    /** The first one is called as its service, further ones carry their number. */
    public String name() {
        return number == 1 ? service.module() : service.module() + "-" + number;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }
}
