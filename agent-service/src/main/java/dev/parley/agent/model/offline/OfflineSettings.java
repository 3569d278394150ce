package dev.parley.agent.model.offline;

import dev.parley.platform.settings.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param offlineTokenGapMs {@code OFFLINE_TOKEN_GAP_MS}: milliseconds between two pieces of an answer; 0 for none */
@ConfigurationProperties("parley.agent.model")
record OfflineSettings(@DefaultValue("20") int offlineTokenGapMs) {
    OfflineSettings {
        if (offlineTokenGapMs < 0 || offlineTokenGapMs > 10_000) {
            throw BadSetting.value(
                    "OFFLINE_TOKEN_GAP_MS", Integer.toString(offlineTokenGapMs), "milliseconds from 0 to 10000");
        }
    }
}
