package dev.parley.agent.model.openai;

import dev.parley.platform.settings.BadSetting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param apiKey {@code OPENAI_API_KEY}; blank: there are no such models
 * @param baseUrl {@code OPENAI_BASE_URL}, with the version in its path
 * @param usualModel for those who name none
 */
@ConfigurationProperties("parley.agent.model.openai")
record OpenAiSettings(
        @DefaultValue("") String apiKey,
        @DefaultValue("https://api.openai.com/v1") String baseUrl,
        @DefaultValue("gpt-4o-mini") String usualModel) {
    OpenAiSettings {
        if (!baseUrl.isBlank() && !isHttp(baseUrl)) {
            throw BadSetting.hidden("OPENAI_BASE_URL", "a URL such as https://api.openai.com/v1");
        }
    }

    private static boolean isHttp(String address) {
        try {
            String scheme = URI.create(address).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "OpenAiSettings[baseUrl=" + baseUrl + "]";
    }
}
