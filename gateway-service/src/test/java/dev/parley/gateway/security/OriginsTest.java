package dev.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {

    @Test
    void without_a_setting_only_development_has_some() {
        assertThat(Origins.of(null, Stage.DEVELOPMENT).listed()).contains("http://localhost:3000");
        assertThat(Origins.of(List.of(), Stage.PRODUCTION).listed()).isEmpty();
    }

    @Test
    void every_origin_means_none_with_credentials_and_never_in_production() {
        assertThat(Origins.of(List.of("*"), Stage.DEVELOPMENT).any()).isTrue();
        assertThatThrownBy(() -> Origins.of(List.of("https://a.example", "*"), Stage.PRODUCTION))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("CORS_ORIGINS=*");
    }

    @Test
    void what_is_no_origin_is_refused() {
        assertThatThrownBy(() -> Origins.of(List.of("app.example.com"), Stage.DEVELOPMENT))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("CORS_ORIGINS=app.example.com");
        assertThatThrownBy(() -> Origins.of(List.of("https://app.example.com/path"), Stage.PRODUCTION))
                .isInstanceOf(BadSetting.class);
    }
}
