package dev.parley.gateway.backing;

import dev.parley.gateway.GatewayService;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway for one test, with settings of its own. */
public final class OwnGateway implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Client client;

    private OwnGateway(ConfigurableApplicationContext context) {
        this.context = context;
        this.client = new Client(port());
    }

    /** Takes variables as they are set in the environment: {@code NAME=value}. */
    public static OwnGateway start(String... variables) {
        String[] arguments = Stream.concat(
                        Stream.of("server.port=0", "management.server.port=0"), Arrays.stream(variables))
                .map(variable -> "--" + variable)
                .toArray(String[]::new);
        return new OwnGateway(new SpringApplicationBuilder(GatewayService.class).run(arguments));
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public Client client() {
        return client;
    }

    /** Its address, with this path. */
    public String url(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path;
    }

    /** Tells it to stop; done when it has. */
    public CompletableFuture<Void> stop() {
        return CompletableFuture.runAsync(context::close);
    }

    @Override
    public void close() {
        context.close();
    }
}
