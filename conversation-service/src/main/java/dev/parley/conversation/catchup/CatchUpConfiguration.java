package dev.parley.conversation.catchup;

import dev.parley.platform.messaging.LogAdmin;
import dev.parley.platform.messaging.LogEnds;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatchUpConfiguration {
    @Bean
    LogEnds followedEnds(LogAdmin log, Progress progress, AppliedPositions positions) {
        var replaced = new ReplacedLog(progress, positions);
        return new LogEnds(() -> replaced.check(() -> log.ends(Followed.PARTITIONS)));
    }

    @Bean
    CatchUp catchUp(LogEnds followedEnds, Waiting waiting, CatchUpSettings settings, MeterRegistry meters) {
        return new CatchUp(followedEnds, waiting, settings, meters);
    }

    @Bean
    AnswersFirst answersFirst(LogEnds followedEnds, Waiting waiting, CatchUpSettings settings) {
        return new AnswersFirst(followedEnds, waiting, settings.order());
    }

    @Bean
    Waiting waitingReaders(
            Progress progress,
            AppliedPositions positions,
            LogAdmin log,
            CatchUpSettings settings,
            @Value("${spring.application.name}") String group) {
        return new Waiting(progress, positions::all, () -> Followed.settled(log, group), settings.poll());
    }
}
