package dev.parley.bench.reads;

import dev.parley.bench.http.Connection;
import dev.parley.bench.http.Loop;
import dev.parley.bench.http.Requests;
import dev.parley.bench.process.Meter;
import dev.parley.bench.process.Usage;
import dev.parley.bench.stream.Quantiles;
import java.time.Duration;
import java.util.Map;

/**
 * Reads the conversations of one account again and again, over so many connections, each of which asks when it was answered.
 *
 * @param warmUp runs before it is measured
 */
public record ListLoad(int connections, Duration warmUp, Duration window) {
    private static final String PATH = "/api/chat/conversations?limit=" + Account.CONVERSATIONS;

    /**
     * What was measured.
     *
     * @param usage of the window
     */
    public record Measured(double perSecond, Quantiles times, long errors, Usage usage) {}

    public Measured run(Account account, Meter meter) throws InterruptedException {
        Requests requests = new Requests(account.gateway());
        byte[] request = requests.get(PATH, Map.of("Authorization", account.authorization()));
        try (Loop loop = Loop.start()) {
            ReadCount count = new ReadCount();
            loop.execute(() -> {
                for (int i = 0; i < connections; i++) {
                    new Reader(new Connection(loop, requests.address()), request, count).ask();
                }
            });
            Thread.sleep(warmUp);
            Meter.Reading before = meter.read();
            loop.execute(count::begin);
            Thread.sleep(window);
            Usage usage = meter.read().since(before);
            loop.execute(count::stop);
            return count.awaitMeasured(usage);
        }
    }
}
