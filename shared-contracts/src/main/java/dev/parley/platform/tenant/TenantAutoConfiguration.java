package dev.parley.platform.tenant;

import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** For every service with a database. */
@AutoConfiguration
@ConditionalOnClass({PGConnection.class, DelegatingDataSource.class})
class TenantAutoConfiguration {
    @Bean
    static BeanPostProcessor tenantDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new TenantDataSource(pool) : bean;
            }
        };
    }
}
