package dev.parley.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresBinariesTest {

    @Test
    void each_platform_has_its_archive() {
        assertThat(PostgresBinaries.resource("Linux", "amd64")).isEqualTo("/postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.resource("Linux", "aarch64")).isEqualTo("/postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.resource("Mac OS X", "x86_64")).isEqualTo("/postgres-darwin-x86_64.txz");
        assertThat(PostgresBinaries.resource("Mac OS X", "aarch64")).isEqualTo("/postgres-darwin-arm_64.txz");
    }

    @Test
    void a_normal_user_runs_the_server_itself() {
        assertThat(Account.SELF.command(List.of("postgres", "-D", "x"))).containsExactly("postgres", "-D", "x");
    }

    @Test
    void root_steps_down() {
        assertThat(Account.NAMESPACE.command(List.of("postgres"))).containsExactly("unshare", "-U", "postgres");
        assertThat(Account.NOBODY.command(List.of("postgres")))
                .startsWith("setpriv", "--reuid=nobody")
                .endsWith("postgres");
    }
}
