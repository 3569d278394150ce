package dev.parley.platform.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.security.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The common frame of the services' OpenAPI documents. */
@AutoConfiguration
@ConditionalOnClass({OperationCustomizer.class, ModelResolver.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {
    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, Caller.User.class, Limit.class, Cursor.class, IdempotencyKey.class);
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI apiDocument(
            @Value("${spring.application.name:parley}") String title, @Value("${info.version}") String version) {
        return ApiDocument.of(title, version);
    }

    @Bean
    ApiOperation apiOperation() {
        return new ApiOperation();
    }

    /** The document's schemas name fields as the JSON does. The mapper is a copy: the document's own names stay. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new RecordModels(
                mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
    }
}
