package dev.parley.agent.turn;

import dev.parley.testing.backing.BackingServices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service, with a model that does as it is told and tools that count. */
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "parley.agent.turn.max-steps=3",
            "parley.agent.assistants.dir=src/test/resources/assistants",
            "parley.agent.budget.per-user-usd=1",
            "parley.agent.budget.per-workspace-usd=2",
            "parley.agent.budget.for-guests-usd=3"
        })
@Import(Scripted.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AgentTest {}
