package dev.parley.platform.web;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.platform.problem.ProblemAnswers;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all HTTP interfaces have in common, for every servlet service. */
@AutoConfiguration
@ConditionalOnClass(WebMvcConfigurer.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebAutoConfiguration {
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    StrictTypes strictTypes() {
        return new StrictTypes();
    }

    @Bean
    JsonBodies jsonBodies(@Value("${parley.max-request-bytes}") int maxBytes) {
        return new JsonBodies(maxBytes);
    }

    @Bean
    FilterRegistrationBean<QueryTexts> queryTexts(ProblemAnswers answers) {
        var registration = new FilterRegistrationBean<>(new QueryTexts(answers));
        registration.setOrder(EARLY);
        return registration;
    }

    /** {@code /x/} is {@code /x}. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
        var registration = new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
        registration.setOrder(EARLY + 1);
        return registration;
    }

    @Bean
    WebMvcConfigurer listsAndIds() {
        return new WebMvcConfigurer() {
            // Bodies are JSON, whatever else a library on the classpath could read: what is checked, is checked there.
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(
                        all -> all.removeIf(converter -> converter instanceof AbstractJacksonHttpMessageConverter<?>
                                && !(converter instanceof JacksonJsonHttpMessageConverter)));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ListArguments());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverterFactory(new EnumWords());
                registry.addConverter(String.class, ConversationId.class, ConversationId::parse);
                registry.addConverter(String.class, LookupId.class, LookupId::parse);
                registry.addConverter(String.class, MessageId.class, MessageId::parse);
                registry.addConverter(String.class, TurnId.class, TurnId::parse);
                registry.addConverter(String.class, WorkspaceId.class, WorkspaceId::parse);
            }
        };
    }
}
