package dev.parley.platform.work;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RestController;

/** Work as administrators see it, of every service that has both work and an HTTP interface. */
@AutoConfiguration(after = WorkAutoConfiguration.class)
@ConditionalOnClass({RestController.class, Operation.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(WorkAdmin.class)
class WorkWebAutoConfiguration {
    @Bean
    AdministeredWork administeredWork(WorkAdmin admin, @Value("${spring.application.name:parley}") String service) {
        return new AdministeredWork(admin, service);
    }

    @Bean
    AdministeredWorkController administeredWorkController(AdministeredWork work) {
        return new AdministeredWorkController(work);
    }
}
