package dev.parley.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql://u:p@h:1/d | jdbc:postgresql://h:1/d
                    postgres://u:p@h/d | jdbc:postgresql://h/d
                    postgresql+asyncpg://u:p@h:1/d | jdbc:postgresql://h:1/d
                    postgresql+psycopg2://h/d | jdbc:postgresql://h/d
                    postgresql://u:p@h:1/d?sslmode=require | jdbc:postgresql://h:1/d?sslmode=require
                    postgresql://u:p@a:1,b:2/d | jdbc:postgresql://a:1,b:2/d
                    postgresql://u:p@[::1]:1/d | jdbc:postgresql://[::1]:1/d
                    jdbc:postgresql://h:1/d | jdbc:postgresql://h:1/d
                    jdbc:postgresql://h/d?user=u&ssl=true | jdbc:postgresql://h/d?ssl=true
                    jdbc:postgresql://h/d?ssl=true&password=p&user=u | jdbc:postgresql://h/d?ssl=true
                    jdbc:postgresql://h/d? | jdbc:postgresql://h/d
                    """)
    void every_usual_form_is_understood(String text, String jdbc) {
        assertThat(DatabaseUrl.parse(text).orElseThrow().jdbcUrl()).isEqualTo(jdbc);
    }

    @Test
    void user_and_password_are_decoded() {
        DatabaseUrl url =
                DatabaseUrl.parse("postgresql://us%40er:p%2Fa+s%3As@h/d").orElseThrow();

        assertThat(url.username()).isEqualTo("us@er");
        assertThat(url.password()).isEqualTo("p/a+s:s");
    }

    @Test
    void user_and_password_may_be_parameters() {
        DatabaseUrl jdbc = DatabaseUrl.parse("jdbc:postgresql://h/d?user=us%40er&ssl=true&password=p%2Fa%2Bs=s")
                .orElseThrow();
        DatabaseUrl plain =
                DatabaseUrl.parse("postgresql://h/d?user=u&password=p").orElseThrow();

        assertThat(jdbc.username()).isEqualTo("us@er");
        assertThat(jdbc.password()).isEqualTo("p/a+s=s");
        assertThat(jdbc.toString()).isEqualTo("DatabaseUrl h/d");
        assertThat(plain.username()).isEqualTo("u");
        assertThat(plain.password()).isEqualTo("p");
    }

    @Test
    void a_missing_password_stays_missing() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://user@h/d").orElseThrow();

        assertThat(url.username()).isEqualTo("user");
        assertThat(url.password()).isNull();
    }

    @Test
    void another_database_keeps_the_rest() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@h:1/d?a=b").orElseThrow();

        assertThat(url.withDatabase("chat").jdbcUrl()).isEqualTo("jdbc:postgresql://h:1/chat?a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "h:1/d",
                "mysql://u:p@h/d",
                "postgresql://",
                "postgresql:///d",
                "postgresql://u:p@h:port/d",
                "postgresql://u:p@h h/d",
                "jdbc:mysql://h/d",
                "jdbc:postgresql:",
                "http://h/d"
            })
    void anything_else_is_not(String text) {
        assertThat(DatabaseUrl.parse(text)).isEmpty();
    }
}
