package dev.parley.agent.file;

import dev.parley.agent.turn.AgentTest;
import dev.parley.platform.tenant.TenantScope;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

@AgentTest
class DatabaseFilesTest extends FileStoreKit {
    private final FileStore store;
    private final StoredFiles known;
    private final String tenant = "user:" + UUID.randomUUID();
    private TenantScope scope;

    DatabaseFilesTest(@Autowired FileStore store, @Autowired StoredFiles known) {
        this.store = store;
        this.known = known;
    }

    @BeforeEach
    void enter() {
        scope = TenantScope.named(tenant);
    }

    @AfterEach
    void leave() {
        scope.close();
    }

    @Override
    FileStore store() {
        return store;
    }

    @Override
    UUID entered() {
        UUID id = UUID.randomUUID();
        known.add(id, tenant);
        return id;
    }
}
