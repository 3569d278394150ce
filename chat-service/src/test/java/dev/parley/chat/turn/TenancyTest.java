package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.tenant.Catalog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class TenancyTest extends WithOneReplica {
    TenancyTest(@Autowired EventProducer producer, @LocalServerPort int port) {
        super(producer, port);
    }

    @Test
    void every_table_belongs_to_tenants_or_says_why_not(@Autowired TestDatabase database) {
        Catalog catalog = new Catalog(database);

        assertThat(catalog.unprotectedTables()).isEmpty();
        assertThat(catalog.protectedTables()).contains("turn", "conversation_access", "idempotency_key");
        assertThat(catalog.functionsForEverybody()).isEmpty();
        assertThat(catalog.ownedByTheApplication()).isEmpty();
        assertThat(catalog.waysAroundForTheApplication()).isEmpty();
    }
}
