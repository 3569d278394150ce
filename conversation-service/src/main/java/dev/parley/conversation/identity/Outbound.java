package dev.parley.conversation.identity;

import dev.parley.platform.secret.SealBroken;
import dev.parley.platform.secret.Secrets;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.time.IdSource;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkCommand;
import dev.parley.platform.work.WorkItem;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails on their way: stored as work in the transaction of what they are about, so that none is lost and none is sent of what
 * was rolled back. What waits is sealed for its account's lane: neither addresses nor tokens can be read in the database.
 */
@Component
class Outbound {
    static final String KIND = "account-mail";

    private final EmailTokens tokens;
    private final Secrets secrets;
    private final Inbox inbox;
    private final IdSource ids;
    private final JsonMapper json;

    Outbound(EmailTokens tokens, Secrets secrets, Inbox inbox, IdSource ids, JsonMapper json) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.inbox = inbox;
        this.ids = ids;
        this.json = json;
    }

    /**
     * Has a mail with a new token sent, unless this request has had its own already, or the account too many.
     *
     * @param request what asks for it; asked twice it is one
     * @return whether one will be sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean send(UUID request, Account account, EmailPurpose purpose) {
        String address = account.email();
        if (address == null) {
            return false;
        }
        Optional<EmailTokens.Issued> issued = issue(request, account, purpose);
        issued.ifPresent(token -> put(account, new Letter(address, purpose, token.text()), token));
        return issued.isPresent();
    }

    /** Mails that wait are not sent any more, and of those that were nothing is left. */
    void forget(UUID account) {
        inbox.apply(List.of(new WorkCommand.Erase(lane(account), "The account is gone.")));
    }

    /** It names nobody to who reads the queue. */
    private static String lane(UUID account) {
        return KIND + ":" + HexFormat.of().formatHex(RefreshTokens.hash(account.toString()));
    }

    private Optional<EmailTokens.Issued> issue(UUID request, Account account, EmailPurpose purpose) {
        try (TenantScope _ = account.scope()) {
            return tokens.issue(request, account.id(), purpose);
        }
    }

    /** @throws SealBroken when it was sealed for another account, or with another secret */
    Letter open(WorkItem item) {
        return json.readValue(secrets.open(item.payload(), item.lane()), Letter.class);
    }

    private void put(Account account, Letter letter, EmailTokens.Issued token) {
        String lane = lane(account.id());
        byte[] sealed = secrets.seal(json.writeValueAsBytes(letter), lane);
        inbox.put(List.of(new NewWork(ids.next(), KIND, lane, KIND, sealed, null, null, token.expiresAt())));
    }
}
