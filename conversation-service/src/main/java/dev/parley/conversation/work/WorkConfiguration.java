package dev.parley.conversation.work;

import dev.parley.platform.work.AdministeredWork;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose work there is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
class WorkConfiguration {
    @Bean
    AllWork allWork(AdministeredWork own, WorkSettings settings) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.patience())
                .build();
        List<WorkSource> sources = new ArrayList<>();
        sources.add(new OwnWork(own));
        settings.services()
                .forEach((service, replicas) ->
                        sources.add(new RemoteWork(service, replicas, settings.patience(), http)));
        return new AllWork(sources);
    }
}
