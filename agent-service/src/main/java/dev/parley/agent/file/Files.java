package dev.parley.agent.file;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.time.IdSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Files and what is known of them. A file is entered before its bytes come and crossed out after they have gone, so none is
 * forgotten when a replica dies in between. Not within transactions.
 */
@Component
public class Files {
    private static final Logger log = LoggerFactory.getLogger(Files.class);

    private final StoredFiles known;
    private final FileStore store;
    private final IdSource ids;

    Files(StoredFiles known, FileStore store, IdSource ids) {
        this.known = known;
        this.store = store;
        this.ids = ids;
    }

    /** Keeps it for as long as something refers to it. */
    public UUID add(Principal owner, long size, FileContent content) throws IOException {
        UUID id = ids.next();
        known.add(id, TenantScope.nameOf(owner));
        store.write(id, size, content);
        return id;
    }

    public InputStream read(UUID id) throws IOException {
        return store.read(id);
    }

    public void delete(UUID id) throws IOException {
        store.delete(id);
        known.remove(id);
    }

    /** When the store does not answer, it goes later: as one that nothing refers to. */
    public void deleteOrLeave(UUID id) {
        try {
            delete(id);
        } catch (IOException | DataAccessException e) {
            log.warn("A file that nobody needs is left for later: {}", e.toString());
        }
    }

    List<UUID> unused(Duration age, int most) {
        return known.unused(age, most);
    }
}
