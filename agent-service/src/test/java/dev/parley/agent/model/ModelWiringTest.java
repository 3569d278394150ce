package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.location.FakePlaces;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.tool.TestTools;
import dev.parley.agent.tool.Tools;
import dev.parley.agent.tool.place.PlaceTools;
import dev.parley.platform.settings.BadSetting;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class ModelWiringTest {
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.parley.agent.model")
    static class ModelsAlone {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Tools tools() {
            return TestTools.registry(PlaceTools.all(new FakePlaces()));
        }
    }

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(ModelsAlone.class);

    @Test
    void without_settings_offline_answers() {
        service.withPropertyValues("parley.agent.model.offline-token-gap-ms=0").run(context -> {
            Models models = context.getBean(Models.class);
            var heard = new Heard();

            models.find(models.defaultName()).orElseThrow().start(ModelRequest.of(List.of(new User("Hello!"))), heard);

            assertThat(models.defaultName()).isEqualTo("offline");
            assertThat(heard.reply().text()).contains("offline");
        });
    }

    @Test
    void a_key_makes_openai_the_default() {
        service.withPropertyValues(
                        "parley.agent.model.remote.openai.api-key=k",
                        "parley.agent.model.remote.openai.usual-model=gpt-4o-mini")
                .run(context ->
                        assertThat(context.getBean(Models.class).defaultName()).isEqualTo("openai:gpt-4o-mini"));
    }

    @Test
    void a_wrong_setting_stops_the_start_and_names_its_variable() {
        assertRefused("parley.agent.model.offline-token-gap-ms=-1", "OFFLINE_TOKEN_GAP_MS");
        assertRefused("parley.agent.model.temperature=3", "MODEL_TEMPERATURE");
        assertRefused("parley.agent.model.default-name=gpt-5", "TEXT_MODEL_NAME");
        assertRefused("parley.agent.model.remote.openai.base-url=nowhere", "OPENAI_BASE_URL");
        assertRefused("parley.agent.model.remote.modal.base-url=ftp://x", "MODAL_BASE_URL");
        assertRefused("parley.agent.model.remote.runpod.base-url=https://x/v1", "RUNPOD_API_KEY");
        assertRefused("parley.agent.model.remote.custom=[{}]", "MODEL_ENDPOINTS");
        assertRefused("parley.agent.model.fallbacks=gpt-5", "MODEL_FALLBACKS");
        assertRefused("parley.agent.model.first-token-timeout=0s", "MODEL_FIRST_TOKEN_TIMEOUT");
    }

    @Test
    void production_takes_no_simulators() {
        service.withPropertyValues(
                        "ENVIRONMENT=production",
                        "parley.agent.model.remote.openai.api-key=k",
                        "parley.agent.model.remote.openai.base-url=http://127.0.0.1:9900/v1")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("OPENAI_BASE_URL=http://127.0.0.1:9900/v1 is not accepted"));
    }

    private void assertRefused(String property, String variable) {
        service.withPropertyValues(property)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasRootCauseInstanceOf(BadSetting.class)
                        .rootCause()
                        .hasMessageStartingWith(variable));
    }
}
