package dev.parley.platform.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts workers together. */
final class WorkAssembly {

    private static final Duration MEASURE = Duration.ofSeconds(15);
    private static final Duration FORGET = Duration.ofSeconds(10);
    private static final Duration FORGET_WORKERS = Duration.ofMinutes(10);

    private final WorkDatabase database;
    private final Handlers handlers;
    private final WorkSettings settings;
    private final Signal signal;
    private final WorkMetrics metrics;
    private final InFlight inFlight = new InFlight();

    WorkAssembly(
            WorkDatabase database, Handlers handlers, WorkSettings settings, Signal signal, MeterRegistry registry) {
        this.database = database;
        this.handlers = handlers;
        this.settings = settings;
        this.signal = signal;
        this.metrics = new WorkMetrics(registry);
        handlers.kinds().forEach(kind -> metrics.watch(kind, inFlight));
    }

    Worker worker(UUID id) {
        JdbcClient client = database.own();
        Lease lease = new Lease(settings, System::nanoTime);
        Settler settler = new Settler(new Settlements(client, database.transactions()), signal, metrics);
        Runner runner = new Runner(handlers, new Verdicts(backoff()), settler, inFlight, metrics);
        Launcher launcher = new Launcher(lease, inFlight, runner, database.shared(), settings);
        Claims claims = new Claims(id, client, settings);
        Claimer claimer = new Claimer(claims, launcher, inFlight, metrics, handlers.kinds());
        Suspects suspects = new Suspects(id, client, settings, handlers.kinds());
        Quarantine quarantine = new Quarantine(suspects, launcher, inFlight, claimer, lease);
        signal.open(new Desk(inbox(), claims, database.transactions(), claimer, quarantine));
        Dispatcher dispatcher =
                new Dispatcher(settler, quarantine, chores(id, lease, runner, quarantine), signal, settings.poll());
        Heartbeat heartbeat = new Heartbeat(id, lease, inFlight, database.heartbeats(), settings);
        return new Worker(heartbeat, dispatcher, inFlight, runner, settings.drain());
    }

    private Backoff backoff() {
        return new Backoff(settings.firstRetry(), settings.longestRetry(), RandomGenerator.getDefault());
    }

    private DurableInbox inbox() {
        JdbcClient client = database.own();
        return new DurableInbox(client, database.transactions(), signal);
    }

    private Chores chores(UUID id, Lease lease, Runner runner, Quarantine quarantine) {
        JdbcClient client = database.own();
        Duration poll = settings.poll();
        RecurringWorks recurring = new RecurringWorks(client, database.transactions(), inbox(), handlers.recurring());
        FinishedWork finished = new FinishedWork(client, settings);
        ScheduledWork scheduled = new ScheduledWork(client, database.transactions());
        PausedLanes paused = new PausedLanes(client, database.transactions());
        Reclaimer reclaimer = new Reclaimer(id, new LostWork(client, settings), lease, inFlight, metrics);
        Runnable returnStray = () -> quarantine.whileNobodyClaims(reclaimer::returnStray);
        Horizon horizon = new Horizon(client);
        return new Chores(() -> !recurring.areDeclared() || !horizon.isClear(), poll)
                .addArrival("wake lanes that rested", new RestingLanes(client)::wake)
                .addArrival("end what waits and was superseded", paused::supersede)
                .addArrival("let items join whose time has come", scheduled::joinDue)
                .addArrival("put work that recurs", recurring::putDue)
                .add("take over from silent workers", poll, reclaimer::takeOver)
                .add("return what nobody here knows of", settings.lease(), returnStray)
                .add("stop runs that hang", poll, new Watchdog(inFlight, runner, settings.grace())::look)
                .add("measure the backlog", MEASURE, () -> metrics.measured(new Backlog(client).byKind()))
                .add("forget old work", FORGET, finished::forgetOld)
                .add("forget old cancellations", FORGET_WORKERS, finished::forgetCancellations)
                .add("forget dead workers", FORGET_WORKERS, new Workers(client)::forgetDead);
    }
}
