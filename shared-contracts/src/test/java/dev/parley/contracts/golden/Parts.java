package dev.parley.contracts.golden;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.contracts.location.Location;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.Question;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the samples are made of. */
final class Parts {

    static final TurnId TURN = TurnId.parse("019aa0de-0000-7000-8000-000000000001");
    static final ConversationId CONVERSATION = ConversationId.parse("019aa0de-0000-7000-8000-000000000002");
    static final MessageId QUESTION_ID = MessageId.parse("019aa0de-0000-7000-8000-000000000003");
    static final MessageId ANSWER_ID = MessageId.parse("019aa0de-0000-7000-8000-000000000004");
    static final WorkspaceId WORKSPACE = WorkspaceId.parse("019aa0de-0000-7000-8000-000000000005");
    static final LookupId LOOKUP = LookupId.parse("019aa0de-0000-7000-8000-000000000006");

    static final Instant ASKED = Instant.parse("2026-11-20T10:15:30.123456Z");
    static final Instant ANSWERED = Instant.parse("2026-11-20T10:15:32Z");
    static final Instant EXPIRES = Instant.parse("2026-11-20T10:20:30Z");

    static final Principal VISITOR =
            new Principal(Principal.Kind.SESSION, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    static final Principal PERSON = new Principal(Principal.Kind.USER, "019aa0de-0000-7000-8000-000000000007");

    static final Usage USAGE = new Usage(212, 48, new BigDecimal("0.000513"));

    static final Citation CITATION =
            new Citation("019aa0de-0000-7000-8000-000000000008", "Handbook", 3, 0.82, "Coffee is served from seven.");

    static final Question QUESTION =
            new Question(QUESTION_ID, VISITOR, WORKSPACE, "web", "Wo gibt es Kaffee in Zürich? ☕", ASKED);

    static final Map<String, @Nullable Object> ARGUMENTS = Map.of("area", "Zürich", "limit", 5);

    static final ToolCallRecord CALL = new ToolCallRecord(
            "019aa0de-0000-7000-8000-000000000001/0/0",
            "location_scout",
            ARGUMENTS,
            Map.of("places", List.of("Café Odeon")),
            null,
            null,
            true,
            41);

    static final ToolCallRecord NESTED_CALL = new ToolCallRecord(
            "019aa0de-0000-7000-8000-000000000001:0:0:0:1",
            "location_scout",
            ARGUMENTS,
            Map.of("places", List.of("Café Odeon")),
            null,
            null,
            true,
            41,
            "019aa0de-0000-7000-8000-000000000001:0:0");

    static final ToolCallRecord FAILED_CALL = new ToolCallRecord(
            "019aa0de-0000-7000-8000-000000000001/1/0",
            "location_scout",
            ARGUMENTS,
            null,
            "lookup_timeout",
            "The places did not come in time.",
            false,
            10_000);

    static final Location ZURICH =
            new Location("Zürich", "CH", "Switzerland", "Zürich", 47.36667, 8.55, 436_332L, "Europe/Zurich");

    private Parts() {}
}
