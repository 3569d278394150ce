package dev.parley.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.identity.Person;
import dev.parley.system.node.NodeProgram;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import org.junit.jupiter.api.Test;

/** The clients that OpenAI and Vercel publish talk to Parley and notice nothing. */
@Journey
class OfficialClientsJourney {
    private static final int NODE = 20;

    private final Stack stack;

    OfficialClientsJourney(Stack stack) {
        this.stack = stack;
    }

    @Test
    void openais_client_works_with_an_access_token_as_its_key() {
        Person person = Person.register(stack.visitor());

        String said = NodeProgram.of("openai.mjs", NODE)
                .run(stack.gateway(), Person.text(person.registered(), "access_token"));

        assertThat(said).endsWith("ok\n");
    }

    @Test
    void a_page_made_with_the_ai_sdk_works_and_resumes() {
        String said = NodeProgram.of("ai-sdk.mjs", NODE)
                .run(stack.gateway(), stack.visitor().session());

        assertThat(said).endsWith("ok\n");
    }
}
