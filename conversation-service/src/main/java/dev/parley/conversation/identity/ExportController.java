package dev.parley.conversation.identity;

import dev.parley.conversation.privacy.DataExports;
import dev.parley.conversation.privacy.ExportFiles;
import dev.parley.conversation.privacy.ExportView;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me/export")
@Tag(name = "People")
class ExportController {
    private static final String ZIP = "application/zip";

    private final DataExports exports;
    private final ExportFiles files;

    ExportController(DataExports exports, ExportFiles files) {
        this.exports = exports;
        this.files = files;
    }

    @GetMapping
    @Operation(
            summary = "Have all one's data exported",
            description =
                    "A job that makes a ZIP file of JSON and JSON Lines: account, profile, sessions, audit entries,"
                            + " conversations and messages. There is one at a time: who asks again gets the one that is being"
                            + " made, or whose file is there, for 24 hours. A file has 1 GiB at the most (`too_large`); after a"
                            + " failure one can be asked for again 10 minutes later.")
    @ApiResponse(responseCode = "202", description = "It is being made: ask again, there or at `Location`")
    @ApiResponse(responseCode = "200", description = "It is there, or has failed")
    ResponseEntity<ExportView> export(Caller.User caller, HttpServletRequest request) {
        ExportView export = exports.request(caller.id(), Client.of(request).address());
        return ResponseEntity.status(export.status().isEnd() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create(ExportView.pathOf(export.id())))
                .cacheControl(CacheControl.noStore())
                .body(export);
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an export is")
    ResponseEntity<ExportView> find(@PathVariable UUID id, Caller.User caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(exports.find(caller.id(), id));
    }

    @GetMapping("/{id}/file")
    @Operation(summary = "The file of an export", description = "404 until it is there, and when its time is over.")
    @ApiResponse(
            responseCode = "200",
            description = "A ZIP file",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void file(@PathVariable UUID id, Caller.User caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long size = files.opened(caller.id(), id, Client.of(request).address());
        response.setContentType(ZIP);
        response.setContentLengthLong(size);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("parley-export-" + id + ".zip")
                        .build()
                        .toString());
        files.copy(id, size, response.getOutputStream());
    }
}
