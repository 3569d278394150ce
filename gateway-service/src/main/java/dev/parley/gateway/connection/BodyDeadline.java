package dev.parley.gateway.connection;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.gateway.problem.BareAnswers;
import dev.parley.platform.problem.ProblemException;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that comes too slowly, and closes its connection: the service that reads it is then rid of it too. A large
 * body gets more time as it comes. While nobody here reads on, the client is not to blame. One for each connection.
 */
final class BodyDeadline extends ChannelDuplexHandler {
    private final long leastNanos;
    private final long nanosPerByte;
    private final BareAnswers answers;
    private final Cuts cuts;

    private String uri = "";
    private boolean open;
    private boolean answered;
    private boolean wanted;
    private long received;
    private long waited;
    private long wantedSince;
    private @Nullable Future<?> timer;

    BodyDeadline(ConnectionSettings settings, BareAnswers answers, Cuts cuts) {
        this.leastNanos = settings.bodyTimeout().toNanos();
        this.nanosPerByte =
                TimeUnit.SECONDS.toNanos(1) / settings.bodyPerSecond().toBytes();
        this.answers = answers;
        this.cuts = cuts;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (wanted) {
            wanted = false;
            waited += System.nanoTime() - wantedSince;
        }
        if (message instanceof HttpRequest request) {
            uri = request.uri();
            open = true;
            answered = false;
        }
        if (message instanceof HttpContent part) {
            received += part.content().readableBytes();
        }
        if (message instanceof LastHttpContent) {
            stop();
        }
        context.fireChannelRead(message);
    }

    /** A body that comes along with its head, as most do, costs no timer. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (open && timer == null) {
            begin(context);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (!wanted) {
            wanted = true;
            wantedSince = System.nanoTime();
        }
        context.read();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            answered = true;
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        wantedSince = System.nanoTime();
        waited = 0;
        received = 0;
        wait(context, leastNanos);
    }

    private void wait(ChannelHandlerContext context, long nanos) {
        timer = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        long soFar = waited + (wanted ? System.nanoTime() - wantedSince : 0);
        long left = leastNanos + received * nanosPerByte - soFar;
        if (left > 0) {
            wait(context, wanted ? left : leastNanos);
        } else {
            cut(context);
        }
    }

    private void cut(ChannelHandlerContext context) {
        cuts.count("body");
        if (answered) {
            var _ = context.close();
            return;
        }
        var _ = context.writeAndFlush(answers.of(tooSlow(), uri.replaceFirst("\\?.*", "")))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private void stop() {
        open = false;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private static ProblemException tooSlow() {
        return new ProblemException(ProblemCode.REQUEST_TIMEOUT, "The body of the request came too slowly.");
    }
}
