package dev.parley.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class StructuredLogTest {
    private static final Logger log = LoggerFactory.getLogger("dev.parley.example");

    @Configuration(proxyBeanMethods = false)
    static class Service {}

    private static ConfigurableApplicationContext start() {
        var application = new SpringApplication(Service.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return application.run("--spring.application.name=example-service");
    }

    private static List<JsonNode> lines(CapturedOutput output) {
        return output.getOut()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    @Test
    void every_line_is_an_object_with_its_service_and_request(CapturedOutput output) {
        try (var _ = start();
                var _ = MDC.putCloseable("request_id", "r1")) {
            log.atInfo().addKeyValue("route", "/things").log("said\nin two lines");
        }

        JsonNode line = lines(output).getLast();
        assertThat(line.path("message").asString()).isEqualTo("said\nin two lines");
        assertThat(line.path("service").asString()).isEqualTo("example-service");
        assertThat(line.path("level").asString()).isEqualTo("INFO");
        assertThat(line.path("request_id").asString()).isEqualTo("r1");
        assertThat(line.path("route").asString()).isEqualTo("/things");
        assertThat(line.path("@timestamp").asString()).isNotEmpty();
    }

    @Test
    void a_stack_trace_stays_in_its_line(CapturedOutput output) {
        try (var _ = start()) {
            log.error("It failed", new IllegalStateException("outer", new IllegalArgumentException("root")));
        }

        JsonNode line = lines(output).getLast();
        assertThat(line.path("stack_trace").asString()).startsWith("java.lang.IllegalArgumentException: root");
    }

    @Test
    void a_start_is_told_in_a_handful_of_lines(CapturedOutput output) {
        start().close();

        assertThat(lines(output))
                .hasSizeLessThan(6)
                .allSatisfy(line -> assertThat(line.path("level").asString()).isEqualTo("INFO"));
    }
}
