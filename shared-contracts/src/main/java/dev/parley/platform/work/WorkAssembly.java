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
        Claimer claimer = new Claimer(new Claims(id, client, settings), launcher, inFlight, metrics, handlers.kinds());
        Suspects suspects = new Suspects(id, client, settings, handlers.kinds());
        Quarantine quarantine = new Quarantine(suspects, launcher, inFlight, claimer, lease);
        Dispatcher dispatcher = new Dispatcher(settler, quarantine, chores(id, lease, runner), signal, settings.poll());
        Heartbeat heartbeat = new Heartbeat(id, lease, inFlight, database.heartbeats(), settings);
        return new Worker(heartbeat, dispatcher, inFlight, runner, settings.drain());
    }

    private Backoff backoff() {
        return new Backoff(settings.firstRetry(), settings.longestRetry(), RandomGenerator.getDefault());
    }

    private Chores chores(UUID id, Lease lease, Runner runner) {
        JdbcClient client = database.own();
        Duration poll = settings.poll();
        Inbox inbox =
                new DurableInbox(new Arrivals(client), new Cancellations(client), database.transactions(), signal);
        RecurringWorks recurring = new RecurringWorks(client, database.transactions(), inbox, handlers.recurring());
        FinishedWork finished = new FinishedWork(client, settings);
        Reclaimer reclaimer = new Reclaimer(id, new LostWork(client, settings), lease, inFlight, metrics);
        return new Chores()
                .add("wake lanes that rested", poll, true, new RestingLanes(client)::wake)
                .add(
                        "let items join whose time has come",
                        poll,
                        true,
                        new ScheduledWork(client, database.transactions())::joinDue)
                .add("put work that recurs", poll, false, recurring::putDue)
                .add("take over from silent workers", poll, false, reclaimer::takeOver)
                .add("return what nobody here knows of", settings.lease(), false, reclaimer::returnStray)
                .add("stop runs that hang", poll, false, new Watchdog(inFlight, runner, settings.grace())::look)
                .add("measure the backlog", MEASURE, false, () -> metrics.measured(new Backlog(client).byKind()))
                .add("forget old work", FORGET, false, finished::forgetOld)
                .add("forget old cancellations", FORGET_WORKERS, false, finished::forgetCancellations)
                .add("forget dead workers", FORGET_WORKERS, false, new Workers(client)::forgetDead);
    }
}
