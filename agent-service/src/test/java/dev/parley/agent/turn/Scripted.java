package dev.parley.agent.turn;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.testing.token.TestTokens;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A model that does as it is told, tools that count, and the key of {@link TestTokens}. */
@TestConfiguration(proxyBeanMethods = false)
class Scripted {

    @Bean
    @Primary
    ScriptedModel scriptedModel() {
        return new ScriptedModel();
    }

    @Bean
    JWKSource<SecurityContext> tokenKeys() {
        return TestTokens.keys();
    }

    @Bean
    CountingTool counting() {
        return new CountingTool("counting", ToolEffect.WRITE);
    }

    @Bean
    CountingTool reading() {
        return new CountingTool("reading", ToolEffect.READ);
    }

    @Bean
    CountingTool sending() {
        return new CountingTool("sending", ToolEffect.IDEMPOTENT_WRITE);
    }

    @Bean
    CountingTool asking() {
        return new CountingTool("asking", ToolEffect.WRITE, true);
    }

    @Bean
    SpeakingTool speaking() {
        return new SpeakingTool();
    }

    @Bean
    StagedTool staged() {
        return new StagedTool();
    }

    @Bean
    ComingTools comingTools(ApplicationEventPublisher events) {
        return new ComingTools(events);
    }

    @Bean
    GateTool gate() {
        return new GateTool("gate");
    }

    @Bean
    GateTool door() {
        return new GateTool("door");
    }

    @Bean
    LargeTool large() {
        return new LargeTool();
    }

    @Bean
    BrokenTool brokenReading() {
        return new BrokenTool("broken_reading", ToolEffect.READ);
    }

    @Bean
    BrokenTool brokenWriting() {
        return new BrokenTool("broken_writing", ToolEffect.WRITE);
    }

    @Bean
    BrokenTool brokenSending() {
        return new BrokenTool("broken_sending", ToolEffect.IDEMPOTENT_WRITE);
    }

    @Bean
    CountingTool paying() {
        return new CountingTool("paying", ToolEffect.COSTS_MONEY);
    }
}
