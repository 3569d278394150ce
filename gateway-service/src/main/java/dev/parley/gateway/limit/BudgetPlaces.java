package dev.parley.gateway.limit;

import dev.parley.platform.outage.Outage;
import dev.parley.platform.redis.RedisLink;
import dev.parley.platform.redis.RedisSettings;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps budgets in Redis where there is one, else in this process. */
@Configuration(proxyBeanMethods = false)
class BudgetPlaces {

    @Bean
    Budgets budgets(ObjectProvider<RedisLink> redis, RedisSettings settings, Clock clock, MeterRegistry meters) {
        Budgets own = new OwnBudgets(TimeMeter.SYSTEM_NANOTIME);
        RedisLink link = redis.getIfAvailable();
        if (link == null) {
            return own;
        }
        Outage outage = new Outage(
                "Redis does not answer: each gateway limits by what it has counted itself",
                "Redis answers again: the gateways count together",
                System::nanoTime);
        Gauge.builder("parley.gateway.limits.shared", outage, seen -> seen.isOn() ? 0 : 1)
                .description("1: the gateways count together, in Redis; 0: Redis is away, and each counts alone")
                .register(meters);
        Budgets shared = new SharedBudgets(link::commands, new WallTime(clock), settings.patience());
        return new GuardedBudgets(shared, own, outage);
    }
}
