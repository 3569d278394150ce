package dev.parley.gateway.connection;

import dev.parley.gateway.problem.BareAnswers;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Gives every connection its deadlines. The server's own read timeouts would count the time in which a service does not read
 * on, and have none for a head.
 */
@Component
final class Connections implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private final ConnectionSettings settings;
    private final AddressCap cap;
    private final BareAnswers answers;
    private final Cuts cuts;

    Connections(ConnectionSettings settings, AddressCap cap, BareAnswers answers, Cuts cuts) {
        this.settings = settings;
        this.cap = cap;
        this.answers = answers;
        this.cuts = cuts;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::bounded);
    }

    private HttpServer bounded(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> {
            cap.admit(channel);
            addDeadlines(channel);
        });
    }

    private void addDeadlines(Channel channel) {
        Requests requests = new Requests();
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addBefore(
                NettyPipeline.HttpCodec,
                HeadDeadline.class.getName(),
                new HeadDeadline(settings.headTimeout(), requests, cuts));
        pipeline.addAfter(
                NettyPipeline.HttpCodec, BodyDeadline.class.getName(), new BodyDeadline(settings, answers, cuts));
        pipeline.addAfter(NettyPipeline.HttpCodec, Requests.class.getName(), requests);
        pipeline.addAfter(
                NettyPipeline.HttpCodec,
                AnswerDeadline.class.getName(),
                new AnswerDeadline(settings.answerTimeout(), cuts));
    }
}
