package dev.parley.simulator.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** One client's connection: one call at a time, and a word to the running call when the client leaves. */
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = System.getLogger(Connection.class.getName());

    private final Handler handler;
    private final Wheel wheel;
    private @Nullable Exchange current;

    Connection(Handler handler, Wheel wheel) {
        this.handler = handler;
        this.wheel = wheel;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        Exchange before = current;
        // No client of these APIs pipelines; an answer in the middle of a stream would spoil both.
        if (message.decoderResult().isFailure() || (before != null && before.running())) {
            var _ = context.close();
            return;
        }
        Exchange exchange = new Exchange(context, Request.of(message), HttpUtil.isKeepAlive(message), wheel);
        current = exchange;
        handle(exchange);
    }

    private void handle(Exchange exchange) {
        try {
            handler.handle(exchange);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "cannot answer " + exchange.request().path(), broken);
            exchange.broken(broken);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Exchange left = current;
        current = null;
        if (left != null) {
            left.clientLeft();
        }
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.log(Level.WARNING, "connection closed", cause);
        }
        var _ = context.close();
    }
}
