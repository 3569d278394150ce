package dev.parley.agent.knowledge;

import dev.parley.agent.file.FileContent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a client has sent. Its bytes can be read several times.
 *
 * @param name what the client calls the file; perhaps empty
 */
record Upload(String title, String name, long size, FileContent content) {
    static Upload of(String title, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Upload(title, "", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    static Upload of(String title, String name, MultipartFile file) {
        return new Upload(title, name, file.getSize(), file::getInputStream);
    }
}
