package dev.parley.platform.settings;

import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What can be checked only when every source of settings has spoken. */
@AutoConfiguration
@ConditionalOnClass({Driver.class, DataSource.class, DataSourceAutoConfiguration.class})
class SettingsAutoConfiguration {
    @Bean
    static BeanFactoryPostProcessor productionNamesItsDatabase(Environment environment) {
        return beans -> {
            if (!environment.containsProperty(DatabaseSettings.URL)) {
                throw BadSetting.hidden(
                        DatabaseSettings.SHARED, DatabaseUrl.ACCEPTED + "; production has no default for it");
            }
        };
    }
}
