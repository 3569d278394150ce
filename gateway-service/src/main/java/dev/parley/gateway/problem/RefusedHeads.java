package dev.parley.gateway.problem;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** Has every connection explain what it refuses. */
@Component
final class RefusedHeads implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private final JsonMapper json;

    RefusedHeads(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::explaining);
    }

    private HttpServer explaining(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, RefusedHead.class.getName(), new RefusedHead(json)));
    }
}
