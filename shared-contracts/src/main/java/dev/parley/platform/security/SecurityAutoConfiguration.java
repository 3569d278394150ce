package dev.parley.platform.security;

import dev.parley.platform.settings.Stage;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Callers for every servlet service. */
@AutoConfiguration(after = TokenAutoConfiguration.class)
@ConditionalOnClass(WebMvcConfigurer.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityAutoConfiguration {
    /** A session id is all that keeps a visitor's conversations from others, so in production it must not be guessable. */
    private static final int MIN_LENGTH_IN_PRODUCTION = 16;

    @Bean
    Callers callers(Environment environment, TokenSettings settings, AccessTokens tokens) {
        int minLength = Stage.of(environment) == Stage.PRODUCTION ? MIN_LENGTH_IN_PRODUCTION : 1;
        return new Callers(minLength, settings.guestSessions(), tokens);
    }

    @Bean
    WebMvcConfigurer credentials(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(callers));
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new Protection(callers)).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
