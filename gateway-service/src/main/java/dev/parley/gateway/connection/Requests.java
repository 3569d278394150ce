package dev.parley.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/** Knows how far the requests of a connection have come. Stands behind the decoder. One for each connection. */
final class Requests extends ChannelInboundHandlerAdapter {
    private long heads;
    private boolean between = true;

    /** How many requests have begun. */
    long heads() {
        return heads;
    }

    /** Whether the last request has come whole. */
    boolean isBetween() {
        return between;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            heads++;
            between = false;
        }
        if (message instanceof LastHttpContent) {
            between = true;
        }
        context.fireChannelRead(message);
    }
}
