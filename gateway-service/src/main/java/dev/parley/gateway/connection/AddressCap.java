package dev.parley.gateway.connection;

import dev.parley.gateway.limit.OpenPerCaller;
import dev.parley.gateway.security.GatewayCaller;
import dev.parley.gateway.security.TrustedProxies;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets an address have so many connections; a trusted proxy, behind which there are many clients, any number. */
@Component
final class AddressCap {
    private final int most;
    private final TrustedProxies proxies;
    private final Cuts cuts;
    private final OpenPerCaller open;

    AddressCap(ConnectionSettings settings, TrustedProxies proxies, Cuts cuts) {
        this.most = settings.perAddress();
        this.proxies = proxies;
        this.cuts = cuts;
        this.open = new OpenPerCaller(most);
    }

    /** Closes it where its address has too many. */
    void admit(Channel channel) {
        if (most == 0
                || !(channel.remoteAddress() instanceof InetSocketAddress from)
                || from.getAddress() == null
                || proxies.trusts(from.getAddress())) {
            return;
        }
        Optional<OpenPerCaller.Slot> slot = open.open(whose(from.getAddress()));
        if (slot.isPresent()) {
            var _ = channel.closeFuture().addListener(_ -> slot.get().close());
        } else {
            cuts.count("connections");
            var _ = channel.close();
        }
    }

    private static String whose(InetAddress address) {
        return GatewayCaller.address(address).key();
    }
}
