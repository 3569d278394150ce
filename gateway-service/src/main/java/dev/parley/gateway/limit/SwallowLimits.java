package dev.parley.gateway.limit;

import dev.parley.gateway.route.RouteTable;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Gives every connection its limit: the largest body that any route takes, and some more for a client to notice that it was refused. */
@Component
final class SwallowLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final long MORE = DataSize.ofMegabytes(2).toBytes();

    private final long most;

    SwallowLimits(LimitSettings settings, RouteTable table) {
        this.most = table.largestBody(settings.maxRequestBytes().toBytes()) + MORE;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limited);
    }

    private HttpServer limited(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, SwallowLimit.class.getName(), new SwallowLimit(most)));
    }
}
