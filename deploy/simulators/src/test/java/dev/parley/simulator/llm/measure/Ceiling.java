package dev.parley.simulator.llm.measure;

import dev.parley.simulator.Simulators;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code Ceiling STREAMS [SECONDS]}: so many streams of 20 tokens a second each, for so long (20 seconds). */
public final class Ceiling {
    private static final int GAP_MILLIS = 50;
    private static final int CONNECTS_BETWEEN_PAUSES = 50;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Ceiling() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int streams = Integer.parseInt(args[0]);
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Process simulator = simulator();
        try (BufferedReader out = simulator.inputReader()) {
            measure(simulator.toHandle(), URI.create(out.readLine()), streams, seconds);
        } finally {
            simulator.destroy();
        }
        simulator.waitFor();
    }

    private static Process simulator() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulators.class.getName(),
                        "llm",
                        "--parent",
                        Long.toString(ProcessHandle.current().pid()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void measure(ProcessHandle simulator, URI address, int streams, int seconds)
            throws InterruptedException {
        int tokens = seconds * 1000 / GAP_MILLIS;
        Lags lags = new Lags();
        CountDownLatch open = new CountDownLatch(streams);
        Duration before = cpu(simulator);
        Duration ownBefore = cpu(ProcessHandle.current());
        long start = System.nanoTime();
        var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            connect(loop, address, streams, new Asking(address, tokens, GAP_MILLIS), lags, open);
            boolean all = open.await(seconds + 30L, TimeUnit.SECONDS);
            print(streams, tokens, all, lags, Duration.ofNanos(System.nanoTime() - start));
            System.out.printf(
                    "  cpu: simulator %.2f s, this reader %.2f s%n",
                    seconds(cpu(simulator).minus(before)),
                    seconds(cpu(ProcessHandle.current()).minus(ownBefore)));
        } finally {
            loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    /** In small steps, so that the figures are of running streams and not of a storm of connects. */
    private static void connect(
            MultiThreadIoEventLoopGroup loop, URI address, int streams, Asking asking, Lags lags, CountDownLatch open)
            throws InterruptedException {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new TokenReader(asking, lags, open));
                    }
                });
        for (int i = 0; i < streams; i++) {
            var _ = bootstrap
                    .connect(address.getHost(), address.getPort())
                    .sync()
                    .channel();
            if (i % CONNECTS_BETWEEN_PAUSES == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static void print(int streams, int tokens, boolean all, Lags lags, Duration took) {
        long expected = (long) streams * tokens;
        System.out.printf(
                "%d streams x %d tokens: %d of %d tokens read in %.1f s%s%n  lag ms: p50 %.2f, p99 %.2f, max %.2f%n",
                streams,
                tokens,
                lags.count(),
                expected,
                seconds(took),
                all ? "" : " (given up)",
                lags.quantile(0.5),
                lags.quantile(0.99),
                lags.quantile(1));
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
