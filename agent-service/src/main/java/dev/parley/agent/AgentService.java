package dev.parley.agent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The thinking side: answers turns with models and tools. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class AgentService {
    public static void main(String[] args) {
        SpringApplication.run(AgentService.class, args);
    }
}
