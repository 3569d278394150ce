package dev.parley.chat.ui;

import dev.parley.chat.turn.Asked;
import dev.parley.chat.turn.RequestHash;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the AI SDK's transport sends, and what a page may add to its body. */
@Schema(name = "UiChatRequest")
record UiRequest(
        @Schema(description = "The page's own name for the chat") @NotBlank @Size(max = 200) @Nullable
        String id,

        @Schema(
                description =
                        "The last one is the question, or has what was decided about tool calls; those before are known here already")
        @NotNull
        List<@NotNull @Valid UiMessage> messages,

        @Schema(description = "submit-message, or regenerate-message: the same question once more") @Nullable
        String trigger,

        @Schema(description = "The visitor's secret, also as the header X-Session-Id") @Nullable
        String sessionId,

        @Schema(description = "The tool that has to answer") @Nullable
        String toolId,

        @Schema(description = "provider:name; absent: the default model") @Size(max = 200) @Nullable
        String model) {
    private static final String CHANNEL = "web";
    private static final String APPROVAL_RESPONDED = "approval-responded";

    /** A message as pages keep it. */
    @Schema(name = "UiMessage")
    record UiMessage(
            @NotBlank @Nullable String role, @Nullable List<@NotNull @Valid UiPart> parts) {
        List<UiPart> allParts() {
            return parts == null ? List.of() : parts;
        }
    }

    /** A piece of it, of which only texts are questions, and only tool calls have something decided about them. */
    @Schema(name = "UiPart")
    record UiPart(
            @NotBlank @Nullable String type,
            @Nullable String text,

            @Schema(description = "Of a tool call", example = "approval-responded") @Nullable
            String state,

            @Valid @Nullable UiApproval approval) {
        /** What was decided about it since it was shown. */
        Stream<UiApproval> response() {
            return APPROVAL_RESPONDED.equals(state) ? Stream.ofNullable(approval) : Stream.empty();
        }
    }

    /** What the user says of a tool call. */
    @Schema(name = "UiApproval")
    record UiApproval(
            @NotBlank @Nullable String id,
            @Nullable Boolean approved,

            @Schema(description = "Why; the model reads it") @Size(max = 2000) @Nullable
            String reason) {}

    private record Hashed(
            String message,
            String chat,
            @Nullable String toolId,
            @Nullable String model) {}

    String requiredId() {
        if (id == null) {
            throw new IllegalStateException("Not validated");
        }
        return id;
    }

    private static final int MOST_APPROVALS = 64;

    /** What was decided about the tool calls that wait: then nothing is asked. */
    List<UiApproval> approvals() {
        return messages == null
                        || messages.isEmpty()
                        || !"assistant".equals(messages.getLast().role())
                ? List.of()
                : distinct(messages.getLast().allParts().stream().flatMap(UiPart::response));
    }

    /** @throws ProblemException 422 for more than a turn can ask for */
    private static List<UiApproval> distinct(Stream<UiApproval> approvals) {
        List<UiApproval> each = List.copyOf(approvals
                .collect(Collectors.toMap(
                        approval -> String.valueOf(approval.id()),
                        Function.identity(),
                        (first, _) -> first,
                        LinkedHashMap::new))
                .values());
        if (each.size() > MOST_APPROVALS) {
            throw ProblemException.invalidField(
                    "messages", "must not decide about more than " + MOST_APPROVALS + " calls");
        }
        return each;
    }

    /** @throws ProblemException 400 for a file, 422 where nothing is asked, or too much */
    String question() {
        if (messages == null
                || messages.isEmpty()
                || !"user".equals(messages.getLast().role())) {
            throw ProblemException.invalidField("messages", "must end with a message of the user");
        }
        String text = messages.getLast().allParts().stream()
                .filter(UiRequest::isText)
                .map(part -> String.valueOf(part.text()))
                .collect(Collectors.joining("\n"));
        if (text.isBlank() || text.length() > Asked.LONGEST_MESSAGE) {
            throw ProblemException.invalidField(
                    "messages", "must end with a text of 1 to " + Asked.LONGEST_MESSAGE + " characters");
        }
        return text;
    }

    /** @param conversation of the chat; empty: one begins */
    Asked asked(Optional<ConversationId> conversation) {
        String message = question();
        return new Asked(
                message,
                conversation,
                toolId,
                null,
                model,
                OnBusy.ENQUEUE,
                CHANNEL,
                null,
                null,
                RequestHash.of(new Hashed(message, requiredId(), toolId, model)));
    }

    private static boolean isText(UiPart part) {
        if ("file".equals(part.type())) {
            throw new ProblemException(ProblemCode.UNSUPPORTED_VALUE, "Files are not supported in questions.")
                    .withField("messages", "must have no file in its last message");
        }
        return "text".equals(part.type()) && part.text() != null;
    }
}
