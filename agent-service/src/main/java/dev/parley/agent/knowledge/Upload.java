package dev.parley.agent.knowledge;

import dev.parley.agent.file.FileContent;
import dev.parley.agent.knowledge.text.DocumentType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a client has sent. Its bytes can be read several times.
 *
 * @param name what the client calls the file; perhaps empty
 * @param type what it is for sure; absent: to be found out
 */
record Upload(
        String title,
        String name,
        long size,
        FileContent content,
        @Nullable DocumentType type) {
    static Upload of(String title, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Upload(title, "", bytes.length, () -> new ByteArrayInputStream(bytes), DocumentType.TXT);
    }

    static Upload of(String title, String name, MultipartFile file) {
        return new Upload(title, name, file.getSize(), file::getInputStream, null);
    }
}
