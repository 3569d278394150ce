package dev.parley.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PlatformDefaultsTest {
    private static ConfigurableEnvironment environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        sources.replace(name, new SystemEnvironmentPropertySource(name, new HashMap<>(variables)));
        Map<String, Object> own = Map.of("spring.application.name", "chat-service", "server.port", "${PORT:8010}");
        sources.addLast(new MapPropertySource("application.yml", own));
        new PlatformDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void everything_has_a_default_that_works_at_home() {
        var environment = environment(Map.of());

        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://127.0.0.1:5433/chat");
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("parley_application");
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("parley");
        assertThat(environment.getProperty("spring.kafka.bootstrap-servers")).isEqualTo("127.0.0.1:9092");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("9010");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("logging.level.dev.parley")).isEqualTo("INFO");
        assertThat(environment.containsProperty("spring.kafka.properties.sasl.mechanism"))
                .isFalse();
    }

    @Test
    void a_service_uses_the_database_of_its_own_name_unless_its_own_variable_names_one() {
        var shared = environment(Map.of("DATABASE_URL", "postgresql://u:p@db:5432/anything"));
        var own = environment(Map.of(
                "DATABASE_URL", "postgresql://u:p@db/anything", "CHAT_DATABASE_URL", "postgresql://c:d@other/turns"));

        assertThat(shared.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://db:5432/chat");
        assertThat(own.getProperty("spring.datasource.url")).isEqualTo("jdbc:postgresql://other/turns");
        assertThat(own.getProperty("spring.datasource.password")).isEqualTo("d");
    }

    @Test
    void a_password_is_never_taken_for_a_placeholder() {
        var environment = environment(Map.of("DATABASE_URL", "postgresql://u:a%24%7BUSER%7Db@db/d"));

        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("a${USER}b");
    }

    @Test
    void a_replica_needs_one_number_only() {
        assertThat(environment(Map.of("PORT", "8011")).getProperty("management.server.port"))
                .isEqualTo("9011");
        assertThat(environment(Map.of("PORT", "8011", "MANAGEMENT_PORT", "7000"))
                        .getProperty("management.server.port"))
                .isEqualTo("7000");
        assertThat(environment(Map.of("PORT", "0")).getProperty("management.server.port"))
                .isEqualTo("0");
    }

    @Test
    void an_empty_variable_is_one_that_is_not_set() {
        var environment = environment(Map.of("DATABASE_POOL_SIZE", "", "DATABASE_URL", " ", "LOG_LEVEL", ""));

        assertThat(environment.getProperty("spring.datasource.hikari.maximum-pool-size"))
                .isEqualTo("20");
        assertThat(environment.getProperty("spring.datasource.url")).endsWith("/chat");
    }

    @ParameterizedTest
    @CsvSource({"DEBUG,true,DEBUG,INFO", "LOG_LEVEL,debug,DEBUG,INFO", "LOG_LEVEL,WARN,WARN,WARN"})
    void libraries_never_say_more_than_info(String variable, String value, String ours, String others) {
        var environment = environment(Map.of(variable, value));

        assertThat(environment.getProperty("logging.level.dev.parley")).isEqualTo(ours);
        assertThat(environment.getProperty("logging.level.root")).isEqualTo(others);
        assertThat(environment.getProperty("debug", "false")).isEqualTo("false");
    }

    @Test
    void the_broker_may_ask_who_is_there() {
        var environment = environment(Map.of(
                "KAFKA_SECURITY_PROTOCOL",
                "sasl_ssl",
                "KAFKA_SASL_MECHANISM",
                "PLAIN",
                "KAFKA_SASL_JAAS_CONFIG",
                "x;"));

        assertThat(environment.getProperty("spring.kafka.properties.security.protocol"))
                .isEqualTo("SASL_SSL");
        assertThat(environment.getProperty("spring.kafka.properties.sasl.mechanism"))
                .isEqualTo("PLAIN");
        assertThat(environment.getProperty("spring.kafka.properties.sasl.jaas.config"))
                .isEqualTo("x;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PORT                    | abc          | PORT=abc is not accepted: give a port from 0 to 65535
                    PORT                    | 65536        | PORT=65536 is not accepted: give a port from 0 to 65535
                    LOG_LEVEL               | loud         | LOG_LEVEL=loud is not accepted: give TRACE, DEBUG, INFO, WARN or ERROR
                    ENVIRONMENT             | foo          | ENVIRONMENT=foo is not accepted: give development or production
                    DEBUG                   | 1            | DEBUG=1 is not accepted: give true or false
                    DATABASE_POOL_SIZE      | 0            | DATABASE_POOL_SIZE=0 is not accepted: give a whole number from 1 to 1000
                    MAX_REQUEST_BYTES       | 1MB          | MAX_REQUEST_BYTES=1MB is not accepted: give a number of bytes from 1024 to 1073741824
                    KAFKA_BOOTSTRAP_SERVERS | broker       | KAFKA_BOOTSTRAP_SERVERS=broker is not accepted: give host:port, or several with commas between
                    KAFKA_SECURITY_PROTOCOL | TLS          | KAFKA_SECURITY_PROTOCOL=TLS is not accepted: give PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL
                    DATABASE_URL            | mysql://u:secret@h/d | DATABASE_URL is not accepted: give postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database
                    DATABASE_URL            | postgresql://u:%zz@h/d | DATABASE_URL is not accepted: give postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database
                    CHAT_DATABASE_URL       | postgresql://u:secret@h | CHAT_DATABASE_URL is not accepted: give postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database; the database's name is missing
                    """)
    void a_wrong_value_names_its_variable_and_what_it_accepts(String variable, String value, String message) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> environment(Map.of(variable, value)))
                .withMessage(message);
    }

    @Test
    void production_has_no_default_for_the_database() {
        var environment = environment(Map.of("ENVIRONMENT", "production"));

        assertThat(environment.containsProperty("spring.datasource.url")).isFalse();
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> SettingsAutoConfiguration.productionNamesItsDatabase(environment)
                        .postProcessBeanFactory(new DefaultListableBeanFactory()))
                .withMessageStartingWith("DATABASE_URL is not accepted: give postgresql://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_URL", "DATABASE_MIGRATION_URL", "DATABASE_REPLICATION_URL", "CHAT_DATABASE_URL"})
    void production_refuses_the_password_that_everybody_knows(String variable) {
        Map<String, Object> variables = new HashMap<>(Map.of("ENVIRONMENT", "production"));
        variables.put("DATABASE_URL", "postgresql://u:secret@h/d");
        variables.put(variable, "postgresql://parley:parley@h/d");

        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> environment(variables))
                .withMessageStartingWith(variable + " is not accepted: give a password");
    }

    @Test
    void production_refuses_to_log_what_people_write() {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> environment(Map.of("ENVIRONMENT", "production", "DEBUG", "true")))
                .withMessageStartingWith("DEBUG=true is not accepted");
    }
}
