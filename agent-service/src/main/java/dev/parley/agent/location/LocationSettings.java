package dev.parley.agent.location;

import dev.parley.platform.settings.BadSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param timeout how long an answer about places is waited for */
@ConfigurationProperties("parley.agent.location")
record LocationSettings(@DefaultValue("15s") Duration timeout) {
    LocationSettings {
        if (!timeout.isPositive()) {
            throw BadSetting.value("LOCATION_LOOKUP_TIMEOUT", timeout.toString(), "a duration such as 15s");
        }
    }
}
