package dev.parley.conversation.conversation;

import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/chat/conversations")
@Tag(name = "Conversations")
class ConversationController {
    private final OwnConversations conversations;
    private final UpToDate upToDate;

    ConversationController(OwnConversations conversations, UpToDate upToDate) {
        this.conversations = conversations;
        this.upToDate = upToDate;
    }

    @GetMapping
    @Operation(summary = "One's conversations, newest first")
    Page<ConversationView> list(Caller caller, @Nullable Cursor cursor, Limit limit) {
        return upToDate.answer(() -> conversations.list(caller.principal(), cursor, limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One conversation")
    ConversationView find(@PathVariable UUID id, Caller caller) {
        return upToDate.answer(id, () -> conversations.find(caller.principal(), id));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change title or tags", description = "Only the fields sent are changed.")
    ConversationView patch(@PathVariable UUID id, Caller caller, @Valid @RequestBody ConversationPatch patch) {
        return upToDate.answer(id, () -> conversations.patch(caller.principal(), id, patch));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace title and tags", description = "What is not sent is cleared.")
    ConversationView replace(
            @PathVariable UUID id, Caller caller, @Valid @RequestBody ConversationReplacement replacement) {
        return upToDate.answer(id, () -> conversations.replace(caller.principal(), id, replacement));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a conversation for good",
            description = "With its messages and what the agent remembers of it; a tombstone goes to the event stream.")
    void delete(@PathVariable UUID id, Caller caller) {
        upToDate.change(id, () -> conversations.delete(caller.principal(), id));
    }

    @GetMapping("/{id}/messages")
    @Operation(summary = "The messages of a conversation, oldest first")
    Page<MessageView> messages(@PathVariable UUID id, Caller caller, @Nullable Cursor cursor, Limit limit) {
        return upToDate.answer(id, () -> conversations.messages(caller.principal(), id, cursor, limit));
    }
}
