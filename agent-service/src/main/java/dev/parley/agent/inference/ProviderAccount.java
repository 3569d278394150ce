package dev.parley.agent.inference;

import dev.parley.platform.settings.BadSetting;
import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's account at a provider.
 *
 * @param key empty for none
 * @param url where it is; empty where there is no usual place
 * @param usdPerSecond what a second of computing costs; absent: what it costs is not known
 */
record ProviderAccount(
        @DefaultValue("") String key,
        @DefaultValue("") String url,
        @Nullable BigDecimal usdPerSecond) {
    ProviderAccount {
        key = key.strip();
        url = url.strip().replaceFirst("/+$", "");
    }

    void requirePrice(String variable) {
        if (usdPerSecond != null && usdPerSecond.signum() < 0) {
            throw BadSetting.value(variable, usdPerSecond.toPlainString(), "US dollars for a second, not less than 0");
        }
    }

    static boolean isHttp(String address) {
        try {
            URI uri = URI.create(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
