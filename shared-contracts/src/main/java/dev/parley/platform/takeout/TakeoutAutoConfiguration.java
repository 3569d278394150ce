package dev.parley.platform.takeout;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RestController;

/** For every service that keeps something of people and has an HTTP interface. */
@AutoConfiguration
@ConditionalOnClass({RestController.class, Operation.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(KeptData.class)
public class TakeoutAutoConfiguration {
    /** Where it is asked for. */
    public static final String PATH = "/internal/v1/personal-data";

    @Bean
    TakeoutController takeoutController(List<KeptData> everything) {
        return new TakeoutController(everything);
    }
}
