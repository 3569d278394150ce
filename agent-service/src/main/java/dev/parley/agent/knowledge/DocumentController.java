package dev.parley.agent.knowledge;

import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.text.Storable;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/knowledge/documents")
@Tag(name = "Knowledge", description = "Documents that answers are found in")
class DocumentController {
    private static final int LONGEST_TITLE = 300;
    private static final String BRING = "Bring a document";
    private static final String BRINGING =
            "A file of up to 20 MiB (txt, md, html, pdf, docx, told by its content), as `multipart/form-data` with `file` and"
                    + " perhaps `title`, or a text as JSON. It is read, cut into chunks and embedded by the job; when its status is"
                    + " `ready`, answers are found in it. The same content again is the same document; one that has failed is"
                    + " tried again. 415 for a file of another type; what only shows later is the document's `error`.";

    private final Documents documents;
    private final Library library;
    private final Removal removal;

    DocumentController(Documents documents, Library library, Removal removal) {
        this.documents = documents;
        this.library = library;
        this.removal = removal;
    }

    @Schema(name = "NewDocument")
    record NewText(
            @NotBlank @Size(max = LONGEST_TITLE) String title,
            @NotBlank String text) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = BRING, description = BRINGING)
    @ApiResponse(
            responseCode = "202",
            description = "It will be taken in",
            content = @Content(schema = @Schema(implementation = Library.Accepted.class)))
    ResponseEntity<byte[]> bring(Caller.User caller, @Nullable IdempotencyKey key, @Valid @RequestBody NewText document)
            throws IOException {
        return library.take(caller, key, Upload.of(document.title().strip(), document.text()));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = BRING, description = BRINGING)
    @ApiResponse(
            responseCode = "202",
            description = "It will be taken in",
            content = @Content(schema = @Schema(implementation = Library.Accepted.class)))
    ResponseEntity<byte[]> bring(
            Caller.User caller,
            @Nullable IdempotencyKey key,
            @RequestPart MultipartFile file,
            @RequestParam(required = false) @Nullable String title)
            throws IOException {
        String name = file.getOriginalFilename();
        String known = name == null ? "" : name;
        return library.take(caller, key, Upload.of(title(title, known), known, file));
    }

    @GetMapping
    @Operation(summary = "List one's documents", description = "Newest first.")
    Page<DocumentView> list(Caller.User caller, Limit limit, @Nullable Cursor cursor) {
        return Page.of(
                        documents.list(caller.principal(), limit, cursor),
                        limit,
                        document -> Cursor.of(document.createdAt(), document.id()))
                .map(DocumentView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read what is known of a document")
    DocumentView find(@PathVariable UUID id, Caller.User caller) {
        return documents
                .find(id, caller.principal())
                .map(DocumentView::of)
                .orElseThrow(() -> ProblemException.notFound("document"));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a document",
            description =
                    "With its file: nothing is found in it from then on. What answers cite of it already stays there.")
    void delete(@PathVariable UUID id, Caller.User caller) {
        removal.remove(id, caller.principal());
    }

    private static String title(@Nullable String given, String name) {
        String title = Storable.clean(given == null || given.isBlank() ? withoutEnding(name) : given)
                .strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw ProblemException.invalidField("title", "must have 1 to " + LONGEST_TITLE + " characters");
        }
        return title;
    }

    private static String withoutEnding(String name) {
        String file = StringUtils.getFilename(name.replace('\\', '/'));
        return file == null ? "" : StringUtils.stripFilenameExtension(file);
    }
}
