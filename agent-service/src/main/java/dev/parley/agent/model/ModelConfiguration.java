package dev.parley.agent.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {
    @Bean
    ModelTimer modelTimer() {
        return new ModelTimer();
    }

    @Bean
    Models models(List<ProviderGroup> groups, ModelSettings settings, ModelTimer timer, ModelTelemetry telemetry) {
        List<Provider> providers =
                groups.stream().flatMap(it -> it.providers().stream()).toList();
        return new ModelDirectory(providers, settings, timer, telemetry);
    }

    @Bean
    ModelTelemetry modelTelemetry(MeterRegistry meters, Prices prices) {
        return new ModelTelemetry(meters, prices);
    }

    @Bean
    Prices prices() {
        return PriceTable.load("/model/prices.csv");
    }
}
