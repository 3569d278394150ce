package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.tenant.Catalog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AgentTest
class TenancyTest {
    @Test
    void every_table_belongs_to_tenants_or_says_why_not(@Autowired TestDatabase database) {
        Catalog catalog = new Catalog(database);

        assertThat(catalog.unprotectedTables()).isEmpty();
        assertThat(catalog.protectedTables()).contains("job", "memory", "turn_result", "turn_step", "turn_call");
        assertThat(catalog.functionsForEverybody()).isEmpty();
        assertThat(catalog.ownedByTheApplication()).isEmpty();
        assertThat(catalog.waysAroundForTheApplication()).isEmpty();
    }
}
