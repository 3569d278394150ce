package dev.parley.local.sample;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many visitors at once, who do what visitors do: a load to learn from. */
public final class Crowd {

    private static final int VISITORS = 50;

    private final String gatewayUrl;
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();

    public Crowd(String gatewayUrl) {
        this.gatewayUrl = gatewayUrl;
    }

    /**
     * Each visitor has a round, and begins no further one after this time.
     *
     * @return how many answers were read to their end
     * @throws IllegalStateException when there was none
     */
    public long rush(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        try (HttpClient client = ChatApi.client()) {
            List<Thread> visitors = new ArrayList<>();
            for (int i = 0; i < VISITORS; i++) {
                ChatApi api = new ChatApi(client, gatewayUrl, "training-session-" + i);
                visitors.add(Thread.ofVirtual().start(() -> visit(api, end)));
            }
            for (Thread visitor : visitors) {
                visitor.join();
            }
        }
        if (answers.get() == 0) {
            throw new IllegalStateException("No question was answered (" + faults + " failed)");
        }
        return answers.get();
    }

    private void visit(ChatApi api, long end) {
        int round = 0;
        do {
            try {
                round(api, round++);
            } catch (IOException | IllegalStateException _) {
                // A busy machine may refuse some; the others teach enough.
                faults.incrementAndGet();
            }
        } while (System.nanoTime() - end < 0);
    }

    private void round(ChatApi api, int round) throws IOException {
        ChatApi.Answer answer = api.ask("Where could I open a coffee bar in Berlin, or what else is there to do?");
        answers.incrementAndGet();
        api.conversations();
        api.questions(answer.conversation());
        api.resume(answer.turn(), "");
        api.resume(answer.turn(), answer.middle());
        if (round % 2 == 1) {
            api.send("And in Hamburg?", answer.conversation(), "training-" + answer.turn());
            answers.incrementAndGet();
            api.questions(answer.conversation());
        }
    }
}
