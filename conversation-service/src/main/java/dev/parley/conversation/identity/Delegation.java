package dev.parley.conversation.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets work act for somebody who has asked for it, at the services that have what is theirs. */
@Component
public class Delegation {
    private final Tokens tokens;

    Delegation(Tokens tokens) {
        this.tokens = tokens;
    }

    /** An access token as short-lived as any, without the powers of an administrator. */
    public String tokenOf(UUID user) {
        return tokens.onBehalfOf(user);
    }
}
