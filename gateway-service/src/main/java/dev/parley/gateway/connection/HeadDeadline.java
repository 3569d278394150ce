package dev.parley.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpConstants;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection whose client takes too long for the headers of a request, however steadily it sends them. Stands before
 * the decoder: only there is a head seen that is not whole. One for each connection.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {
    private final Duration most;
    private final Requests requests;
    private final Cuts cuts;
    private @Nullable Future<?> timer;

    HeadDeadline(Duration most, Requests requests, Cuts cuts) {
        this.most = most;
        this.requests = requests;
        this.cuts = cuts;
    }

    /** A head that comes at once, as nearly all do, costs no timer. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        long before = requests.heads();
        // What ends a body that comes behind its head begins nothing: its answer may take as long as it likes.
        boolean mayBegin = timer == null && requests.isBetween() && !isBlank(bytes);
        context.fireChannelRead(bytes);
        if (requests.heads() != before) {
            stop();
        } else if (mayBegin && requests.isBetween()) {
            begin(context);
        }
    }

    /** Empty lines between requests begin none (RFC 9112): an answer may be under way. */
    private static boolean isBlank(Object bytes) {
        return bytes instanceof ByteBuf buffer
                && buffer.forEachByte(one -> one == HttpConstants.CR || one == HttpConstants.LF) < 0;
    }

    private void begin(ChannelHandlerContext context) {
        if (context.pipeline().get(NettyPipeline.HttpCodec) == null) {
            // It has become a WebSocket.
            context.pipeline().remove(this);
            return;
        }
        timer = context.executor().schedule(() -> cut(context), most.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void cut(ChannelHandlerContext context) {
        cuts.count("head");
        var _ = context.close();
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }
}
