package dev.parley.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTest {
    enum Pace {
        SLOW,
        QUICK
    }

    @Validated
    @ConfigurationProperties("feature")
    record FeatureSettings(
            @Min(1) int batchSize,
            Duration tokenGap,
            Pace pace,
            @Nullable URI baseUrl,
            @NotBlank String modelName) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FeatureSettings.class)
    static class Service {}

    private static final Map<String, Object> APPLICATION_YML = Map.of(
            "feature.batch-size", "${BATCH_SIZE:10}",
            "feature.token-gap", "${TOKEN_GAP:20ms}",
            "feature.pace", "${PACE:slow}",
            "feature.base-url", "${BASE_URL:http://localhost}",
            "feature.model-name", "${MODEL_NAME:offline}");

    private static void start(String argument) {
        var application = new SpringApplication(Service.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(APPLICATION_YML);
        application.run(argument).close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --PORT=abc                  | PORT=abc is not accepted: give a port from 0 to 65535
                    --LOG_LEVEL=loud            | LOG_LEVEL=loud is not accepted: give TRACE, DEBUG, INFO, WARN or ERROR
                    --BATCH_SIZE=many           | BATCH_SIZE=many is not accepted: give a whole number
                    --BATCH_SIZE=0              | BATCH_SIZE must be greater than or equal to 1
                    --TOKEN_GAP=soon            | TOKEN_GAP=soon is not accepted: give a duration such as 500ms, 10s or 5m
                    --PACE=middling             | PACE=middling is not accepted: give one of slow, quick
                    --BASE_URL=http://[         | BASE_URL is not accepted: give a URL such as http://host:port
                    --MODEL_NAME= ${EMPTY:}     | MODEL_NAME must not be blank
                    --feature.batch-size=x      | feature.batch-size=x is not accepted: give a whole number
                    --feature.pace=${NOT_SET}   | NOT_SET must be set
                    """)
    void one_line_says_what_is_wrong(String argument, String line, CapturedOutput output) {
        assertThatException().isThrownBy(() -> start(argument));

        assertThat(output.getErr().lines()).containsExactly("Cannot start: " + line);
        assertThat(output.getOut()).doesNotContain("Exception", "APPLICATION FAILED");
    }

    @Test
    void a_database_that_lets_nobody_in_is_one_line_too() {
        var cause = new SQLException("FATAL: password authentication failed for user \"parley\"", "28P01");
        var failure =
                new IllegalStateException("refresh", new SQLTransientConnectionException("timed out", "28P01", cause));

        assertThat(StartRefusal.lineFor(failure))
                .hasValue("the database cannot be used: FATAL: password authentication failed for user \"parley\"");
    }

    @Test
    void what_a_person_has_to_decide_is_one_line_too() {
        assertThat(StartRefusal.lineFor(new IllegalStateException(new StartRefused("it is lost: set X=true"))))
                .hasValue("it is lost: set X=true");
    }

    @Test
    void what_is_nobodys_setting_is_left_to_spring_boot() {
        assertThat(StartRefusal.lineFor(new IllegalStateException("a bug", new SQLException("syntax", "42601"))))
                .isEmpty();
    }
}
