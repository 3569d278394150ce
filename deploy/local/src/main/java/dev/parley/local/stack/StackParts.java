package dev.parley.local.stack;

import dev.parley.local.app.BootJars;
import dev.parley.local.app.ExtractedApps;
import dev.parley.local.data.DataFolder;
import dev.parley.local.database.PostgresOptions;
import dev.parley.local.plan.Plan;
import dev.parley.local.plan.Replica;
import dev.parley.local.plan.ServiceLaunch;
import dev.parley.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes the parts of a planned stack.
 *
 * @param binaries where PostgreSQL's programs are unpacked
 */
public record StackParts(DataFolder data, Path binaries, BootJars jars, ExtractedApps apps) {

    /** All of them, in the order in which they are shown. */
    public List<Part> of(Plan plan, ServiceLaunch services, Consumer<String> notices) {
        Stream<Part> backing = Stream.of(postgres(plan, notices), kafka(plan, services));
        Stream<Part> replicas = plan.replicas().stream().map(replica -> service(replica, services));
        return Stream.concat(backing, replicas).toList();
    }

    private Part postgres(Plan plan, Consumer<String> notices) {
        PostgresOptions options = PostgresOptions.of(data.postgres(), binaries, plan.postgresPort())
                .withLog(data.log(PartState.POSTGRES).path())
                .stoppedByCaller();
        return new PostgresPart(options, Plan.databases(), notices);
    }

    private Part kafka(Plan plan, ServiceLaunch services) {
        return new ChildPart(
                PartState.KAFKA,
                plan.bootstrapServers(),
                1,
                new Part.Serving(plan.kafkaPort(), 0),
                () -> broker(services),
                ReadyCheck.file(data.kafkaReady()));
    }

    private Launch broker(ServiceLaunch services) {
        // Of a broker that was killed.
        data.kafkaReady().toFile().delete();
        return new Launch(
                PartState.KAFKA,
                services.broker(data.kafka(), data.kafkaReady(), brokersFolder()),
                services.environment(),
                data.log(PartState.KAFKA).path());
    }

    private Path brokersFolder() {
        try {
            return apps.beside(PartState.KAFKA, System.getProperty("java.class.path"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at the broker's program", e);
        }
    }

    private Part service(Replica replica, ServiceLaunch services) {
        return new ChildPart(
                replica.name(),
                replica.url(),
                replica.service().tier(),
                new Part.Serving(replica.port(), replica.managementPort()),
                () -> services.of(
                        replica,
                        application(replica.service().module()),
                        data.log(replica.name()).path()),
                ReadyCheck.http(replica.managementPort()));
    }

    private Path application(String module) {
        try {
            return apps.of(module, jars.of(module));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + module, e);
        }
    }
}
