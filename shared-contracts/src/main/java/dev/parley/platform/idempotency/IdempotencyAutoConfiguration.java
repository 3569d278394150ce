package dev.parley.platform.idempotency;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency keys for every servlet service with a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnClass({WebMvcConfigurer.class, JdbcClient.class, DataSource.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class IdempotencyAutoConfiguration {
    @Bean
    @ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
    IdempotencyKeys idempotencyKeys(JdbcClient jdbc) {
        return new IdempotencyKeys(jdbc);
    }

    @Bean
    @ConditionalOnBean(IdempotencyKeys.class)
    Idempotency idempotency(IdempotencyKeys keys, PlatformTransactionManager transactions, JsonMapper json) {
        return new Idempotency(keys, new TransactionTemplate(transactions), json);
    }

    @Bean(initMethod = "start")
    @ConditionalOnBean(IdempotencyKeys.class)
    IdempotencyCleanup idempotencyCleanup(IdempotencyKeys keys) {
        return new IdempotencyCleanup(keys);
    }

    @Bean
    WebMvcConfigurer idempotencyKeyArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdempotencyKeyArgument());
            }
        };
    }
}
