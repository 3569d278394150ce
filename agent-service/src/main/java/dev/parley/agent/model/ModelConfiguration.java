package dev.parley.agent.model;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {
    /** For watchdogs and the pace of the offline model: nothing that runs on it blocks. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService modelTimer() {
        var timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("model-timer").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @Bean
    Models models(List<Provider> providers, ModelSettings settings, ScheduledExecutorService modelTimer) {
        return new ModelDirectory(providers, settings, modelTimer);
    }

    @Bean
    Prices prices() {
        return PriceTable.load("/model/prices.csv");
    }
}
