package dev.parley.conversation.conversation;

import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Open;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers other services; the gateway has no route to it. */
@RestController
@Hidden
@Open
class AccessController {
    /** chat-service waits 200 ms in all. */
    private static final Duration PATIENCE = Duration.ofMillis(120);

    private final ConversationViews conversations;
    private final UpToDate upToDate;

    AccessController(ConversationViews conversations, UpToDate upToDate) {
        this.conversations = conversations;
        this.upToDate = upToDate;
    }

    @GetMapping("/internal/v1/conversations/{id}/access")
    @Operation(summary = "Who may use a conversation")
    AccessView access(@PathVariable UUID id) {
        return upToDate.answerWithin(PATIENCE, id, () -> find(id));
    }

    private AccessView find(UUID id) {
        return conversations.access(id).orElseThrow(() -> ProblemException.notFound("conversation"));
    }
}
