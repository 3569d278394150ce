package dev.parley.conversation.privacy;

import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Begins archives with the page that says what is in them. */
@Component
class Archives {
    private static final String README = "README.txt";

    private final JsonMapper json;
    private final WorkProgress progress;

    Archives(JsonMapper json, WorkProgress progress) {
        this.json = json;
        this.progress = progress;
    }

    /** @param lines about how many there will be */
    Archive open(WorkItem item, OutputStream out, long lines) throws IOException {
        var archive = new Archive(
                out,
                json,
                written -> progress.tell(item, Math.min(1, written / (double) Math.max(1, lines)), "copying"));
        archive.begin(README);
        archive.addBytes(readme());
        return archive;
    }

    private static byte[] readme() throws IOException {
        try (InputStream page = Archives.class.getResourceAsStream("/export/" + README)) {
            if (page == null) {
                throw new IllegalStateException(README + " is not on the class path");
            }
            return page.readAllBytes();
        }
    }
}
