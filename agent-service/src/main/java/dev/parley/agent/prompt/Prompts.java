package dev.parley.agent.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.settings.BadSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The prompts, read and checked at start: those that the service brings along, and in their place those of the folder of
 * {@code PROMPTS_DIR}.
 */
@Component
@EnableConfigurationProperties(PromptSettings.class)
public final class Prompts {
    static final String FOLDER = "PROMPTS_DIR";
    private static final String SUFFIX = ".md";
    private static final int FINGERPRINT_BYTES = 4;

    private final PromptTemplate assistant;
    private final PromptTemplate documents;
    private final PromptTemplate earlier;
    private final PromptTemplate summary;
    private final Clock clock;

    /** @throws BadSetting for a folder that is none, and for a file in it that is no prompt */
    Prompts(PromptSettings settings, Clock clock) {
        this.clock = clock;
        String folder = settings.folder().strip();
        if (!folder.isEmpty()) {
            requireKnown(Path.of(folder));
        }
        this.assistant = read(PromptKind.ASSISTANT, folder);
        this.documents = read(PromptKind.DOCUMENTS, folder);
        this.earlier = read(PromptKind.EARLIER, folder);
        this.summary = read(PromptKind.SUMMARY, folder);
    }

    /** The prompt of the default assistant. */
    public Prompt assistant() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return assistant.with(Map.of("today", today.toString()));
    }

    /** What is said of passages from documents, in front of them. */
    public Prompt documents() {
        return documents.with(Map.of());
    }

    /** What is said of what a conversation's beginning is summed up to, in front of it. */
    public Prompt earlier() {
        return earlier.with(Map.of());
    }

    /** How a conversation's beginning is summed up. */
    public Prompt summary() {
        return summary.with(Map.of());
    }

    /** A file that nobody would read is a mistake in its name. */
    private static void requireKnown(Path folder) {
        List<String> known =
                PromptKind.ALL.stream().map(it -> it.name() + SUFFIX).toList();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> unknown = files.map(it -> String.valueOf(it.getFileName()))
                    .filter(it -> it.endsWith(SUFFIX) && !known.contains(it))
                    .toList();
            if (!unknown.isEmpty()) {
                throw BadSetting.value(
                        FOLDER, folder + "/" + unknown.getFirst(), "only files of " + String.join(", ", known));
            }
        } catch (IOException e) {
            throw BadSetting.value(FOLDER, folder.toString(), "a folder that can be read");
        }
    }

    private static PromptTemplate read(PromptKind kind, String folder) {
        Path own = Path.of(folder, kind.name() + SUFFIX);
        return !folder.isEmpty() && Files.exists(own) ? own(kind, own) : bundled(kind);
    }

    /** Its version says that it is the operator's, and which one. */
    private static PromptTemplate own(PromptKind kind, Path file) {
        try {
            String text = Files.readString(file);
            String version = kind.name() + "/own-" + fingerprint(text);
            return PromptTemplate.checked(kind, version, file.toString(), text);
        } catch (IOException e) {
            throw BadSetting.value(FOLDER, file.toString(), "a text in UTF-8");
        }
    }

    private static PromptTemplate bundled(PromptKind kind) {
        String version = kind.name() + "/" + kind.version();
        try {
            var resource = new ClassPathResource("prompts/" + version + SUFFIX);
            return PromptTemplate.checked(kind, version, version, resource.getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The prompt " + version + " cannot be read", e);
        }
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
