package dev.parley.agent.model;

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
    Models models(List<Provider> providers, ModelSettings settings, ModelTimer timer) {
        return new ModelDirectory(providers, settings, timer);
    }

    @Bean
    Prices prices() {
        return PriceTable.load("/model/prices.csv");
    }
}
