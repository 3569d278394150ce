package dev.parley.conversation.privacy;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the files of exports. Who takes over from another one begins anew. */
@Component
class ExportWork implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(ExportWork.class);

    static final WorkKind KIND = new WorkKind("export", Duration.ofHours(2), 5, 2);
    static final String TOO_LARGE = "too_large";

    private final FencedExports exports;
    private final List<PersonalData> everything;
    private final Archives archives;
    private final ExportSettings settings;

    ExportWork(FencedExports exports, List<PersonalData> everything, Archives archives, ExportSettings settings) {
        this.exports = exports;
        this.everything = everything;
        this.archives = archives;
        this.settings = settings;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    /** It is gone when its person is. */
    @Override
    public void run(WorkItem item) throws IOException {
        Optional<Export> export = exports.begin(item);
        if (export.isPresent()) {
            Principal person =
                    new Principal(Principal.Kind.USER, export.get().user().toString());
            try (TenantScope _ = TenantScope.of(person)) {
                make(item, export.get());
            }
        }
    }

    private void make(WorkItem item, Export export) throws IOException {
        long lines =
                everything.stream().mapToLong(data -> data.count(export.user())).sum();
        Chunks chunks = new Chunks((int) settings.chunkSize().toBytes(), (position, bytes) -> {
            requireToFit(position);
            exports.addChunk(item, position, bytes);
        });
        try (Archive archive = archives.open(item, chunks, lines)) {
            for (PersonalData data : everything) {
                data.copyTo(archive, export.user());
            }
        }
        exports.finish(item, chunks.size());
    }

    private void requireToFit(int position) {
        if ((position + 1L) * settings.chunkSize().toBytes()
                > settings.maxSize().toBytes()) {
            throw new PermanentFailure(TOO_LARGE, "An export has " + settings.maxSize() + " at the most.");
        }
    }

    @Override
    public void resend(WorkItem item) {
        log.debug("export {} is where it was", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Export {} could not be made: {}", item.id(), failure);
        exports.fail(item, failure.code());
    }
}
