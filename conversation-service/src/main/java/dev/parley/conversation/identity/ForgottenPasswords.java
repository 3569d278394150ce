package dev.parley.conversation.identity;

import dev.parley.platform.secret.Secrets;
import dev.parley.platform.time.IdSource;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkCommand;
import dev.parley.platform.work.WorkItem;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the requests of people who have forgotten their passwords. Nobody learns from one whether there is an account: all that
 * happens before the answer is that the request is stored, the same two statements (one that counts, one that stores) for every
 * address. Whose it is a worker finds out later.
 */
@Component
class ForgottenPasswords {
    static final String KIND = "password-forgotten";
    private static final String LANE = KIND + ":";
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final Secrets secrets;
    private final Inbox inbox;
    private final IdSource ids;
    private final JsonMapper json;
    private final Clock clock;

    ForgottenPasswords(Secrets secrets, Inbox inbox, IdSource ids, JsonMapper json, Clock clock) {
        this.secrets = secrets;
        this.inbox = inbox;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What somebody asks for.
     *
     * @param address where the request comes from
     */
    record Forgotten(String email, String address) {
        @Override
        public String toString() {
            return "Forgotten";
        }
    }

    void ask(Email email, Client client) {
        String lane = lane(email);
        byte[] sealed = secrets.seal(json.writeValueAsBytes(new Forgotten(email.text(), client.address())), lane);
        inbox.put(List.of(new NewWork(
                ids.next(),
                KIND,
                lane,
                KIND,
                sealed,
                null,
                null,
                clock.instant().plus(GOOD_FOR))));
    }

    /** What was asked for by that address is not known any more. */
    void forget(Email email) {
        inbox.apply(List.of(new WorkCommand.Erase(lane(email), "The account is gone.")));
    }

    /** It names nobody to who reads the queue. */
    private static String lane(Email email) {
        return LANE + HexFormat.of().formatHex(RefreshTokens.hash(email.key()));
    }

    Forgotten open(WorkItem item) {
        return json.readValue(secrets.open(item.payload(), item.lane()), Forgotten.class);
    }
}
