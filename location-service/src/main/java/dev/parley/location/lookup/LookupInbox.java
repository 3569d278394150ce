package dev.parley.location.lookup;

import dev.parley.contracts.location.LocationCommand;
import dev.parley.location.cache.Fingerprint;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns requests into work. */
@Component
class LookupInbox {
    // The topic does not say who asks, so everybody who does is one tenant beside what else may become work here.
    private static final String TENANT = "location.requests";
    private static final int LONGEST_LANE = 500;

    private final Inbox inbox;

    LookupInbox(Inbox inbox) {
        this.inbox = inbox;
    }

    void accept(List<Received<LocationCommand>> batch) {
        inbox.put(batch.stream().map(LookupInbox::work).toList());
    }

    private static NewWork work(Received<LocationCommand> received) {
        LocationCommand command = received.event();
        return new NewWork(
                received.id(),
                LookupHandler.KIND,
                lane(command.normalizedQuery()),
                TENANT,
                LookupPayload.pack(received),
                received.traceparent(),
                null,
                received.onTheLogsClock(command.expiresAt()));
    }

    /** A query that cannot be the name of a lane is still to be answered: with what is wrong with it. */
    static String lane(String query) {
        boolean usable = query.length() <= LONGEST_LANE && query.codePoints().allMatch(LookupInbox::isStorable);
        return usable ? query : Fingerprint.of(query);
    }

    private static boolean isStorable(int character) {
        return character != 0 && Character.getType(character) != Character.SURROGATE;
    }
}
