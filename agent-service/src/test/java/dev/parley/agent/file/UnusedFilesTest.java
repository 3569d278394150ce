package dev.parley.agent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.HeldItem;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AgentTest
class UnusedFilesTest {
    @Test
    void a_file_that_nothing_refers_to_goes_when_no_upload_can_still_want_it(
            @Autowired UnusedFiles unused, @Autowired Files files, @Autowired TestDatabase database)
            throws IOException {
        Principal ada = new Principal(Principal.Kind.USER, UUID.randomUUID().toString());
        try (TenantScope _ = TenantScope.of(ada)) {
            UUID old = files.add(ada, 1, () -> new ByteArrayInputStream(new byte[] {1}));
            UUID fresh = files.add(ada, 1, () -> new ByteArrayInputStream(new byte[] {2}));
            JdbcClient.create(database.dataSource())
                    .sql("update stored_file set stored_at = now() - interval '1 hour' where id = :id")
                    .param("id", old)
                    .update();

            unused.run(HeldItem.of("unused-files", new byte[0]));

            assertThat(files.read(fresh).readAllBytes()).containsExactly(2);
            assertThatThrownBy(() -> files.read(old)).isInstanceOf(FileNotFoundException.class);
        }
    }
}
