package dev.parley.conversation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.web.PublicCalls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What this service takes, what it documents and where the gateway leads are the same. */
@IdentityWithMails
class PublicCallsTest {

    private final ApplicationContext service;

    PublicCallsTest(@Autowired ApplicationContext service) {
        this.service = service;
    }

    @Test
    void every_call_is_documented_and_has_its_route_and_every_route_leads_to_one() {
        assertThat(PublicCalls.of(service).faults()).isEmpty();
    }
}
