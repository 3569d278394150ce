package dev.parley.gateway.security;

import dev.parley.platform.settings.BadSetting;
import java.net.InetAddress;
import java.util.List;
import org.springframework.stereotype.Component;

/** The proxies in front of the gateway whose word about a client counts. */
@Component
public final class TrustedProxies {
    private final List<Subnet> subnets;

    TrustedProxies(SecuritySettings settings) {
        List<String> given = settings.trustedProxies();
        this.subnets = given == null
                ? List.of()
                : given.stream().map(TrustedProxies::subnet).toList();
    }

    /** Whether this is the address of one. */
    public boolean trusts(InetAddress address) {
        return subnets.stream().anyMatch(subnet -> subnet.contains(address));
    }

    private static Subnet subnet(String text) {
        return Subnet.parse(text)
                .orElseThrow(() -> BadSetting.value(
                        "TRUSTED_PROXIES", text, "addresses and ranges such as 10.0.0.0/8, separated by commas"));
    }
}
