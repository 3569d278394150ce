package dev.parley.conversation.identity;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** Looks at what the first administrator is made of before anything starts: a refusal should not wait for a database. */
final class FirstAdminVariables implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        FirstAdmin.check(environment.getProperty(FirstAdmin.EMAIL), environment.getProperty(FirstAdmin.PASSWORD));
    }
}
