package dev.parley.system.client;

import dev.parley.system.identity.Person;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import org.junit.jupiter.api.Test;

/** The clients that OpenAI and Vercel publish talk to Parley and notice nothing. */
@Journey
class OfficialClientsJourney {
    private final Stack stack;

    OfficialClientsJourney(Stack stack) {
        this.stack = stack;
    }

    @Test
    void openais_client_works_with_an_access_token_as_its_key() {
        Person person = Person.register(stack.visitor());

        NodeProgram.run("openai.mjs", stack.gateway(), Person.text(person.registered(), "access_token"));
    }

    @Test
    void a_page_made_with_the_ai_sdk_works_and_resumes() {
        NodeProgram.run("ai-sdk.mjs", stack.gateway(), stack.visitor().session());
    }
}
