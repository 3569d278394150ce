package dev.parley.agent.model.offline;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OfflineSettings.class)
class OfflineConfiguration {
    @Bean
    Embeddings embeddings() {
        return new RememberedEmbeddings(new MiniLm());
    }
}
