package dev.parley.simulator.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/** An HTTP/1.1 server with keep-alive on 127.0.0.1, run by one daemon thread. */
public final class LoopbackServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final byte[] ADDRESS = {127, 0, 0, 1};
    private static final int LARGEST_BODY = 16 * 1024 * 1024;
    private static final int BACKLOG = 4096;

    private final MultiThreadIoEventLoopGroup loop;
    private final Channel listening;

    private LoopbackServer(MultiThreadIoEventLoopGroup loop, Channel listening) {
        this.loop = loop;
        this.listening = listening;
    }

    /**
     * Starts listening.
     *
     * @param port 0 for a free one
     */
    public static LoopbackServer start(int port, String threadName, Handler handler) {
        var loop = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory(threadName, true), NioIoHandler.newFactory());
        try {
            Channel listening = bootstrap(loop, handler)
                    .bind(loopback(port))
                    .syncUninterruptibly()
                    .channel();
            return new LoopbackServer(loop, listening);
        } catch (RuntimeException taken) {
            stop(loop);
            throw taken;
        }
    }

    /** Such as {@code http://127.0.0.1:41234}. */
    public String url() {
        return "http://" + HOST + ":" + ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        stop(loop);
    }

    private static ServerBootstrap bootstrap(MultiThreadIoEventLoopGroup loop, Handler handler) {
        Wheel wheel = new Wheel(loop.next());
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpResponseEncoder())
                                .addLast(new HttpRequestDecoder())
                                .addLast(new HttpObjectAggregator(LARGEST_BODY))
                                .addLast(new Connection(handler, wheel));
                    }
                });
    }

    private static InetSocketAddress loopback(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void stop(MultiThreadIoEventLoopGroup loop) {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
