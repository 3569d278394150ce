package dev.parley.gateway.route;

import dev.parley.gateway.FilterOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.reactive.UrlHandlerFilter;

/** A path with a trailing slash is the same resource as without. */
@Configuration(proxyBeanMethods = false)
class TrailingSlash {

    @Bean
    @Order(FilterOrder.TRAILING_SLASH)
    UrlHandlerFilter trailingSlashFilter() {
        return UrlHandlerFilter.trailingSlashHandler("/**").mutateRequest().build();
    }
}
