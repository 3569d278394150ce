package dev.parley.gateway.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client does not take what is sent to it: as long as it does not, the service's answer waits as
 * well. What stays unread in a stream can be read again at another connection. One for each connection.
 */
final class AnswerDeadline extends ChannelDuplexHandler {
    private final Duration most;
    private final Cuts cuts;
    private @Nullable ChannelPromise latest;
    private @Nullable Future<?> timer;

    AnswerDeadline(Duration most, Cuts cuts) {
        this.most = most;
        this.cuts = cuts;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ChannelPromise known = promise.unvoid();
        latest = known;
        var _ = context.write(message, known);
    }

    /** What the network takes at once, as nearly always, costs no timer. */
    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (timer == null) {
            watch(context);
        }
    }

    private void watch(ChannelHandlerContext context) {
        ChannelPromise sent = latest;
        if (sent != null && !sent.isDone()) {
            timer = context.executor().schedule(() -> look(context, sent), most.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void look(ChannelHandlerContext context, ChannelPromise sent) {
        timer = null;
        if (sent.isDone()) {
            watch(context);
        } else {
            cuts.count("answer");
            var _ = context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        context.fireChannelInactive();
    }
}
