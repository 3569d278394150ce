package dev.parley.gateway.security;

import dev.parley.platform.settings.BadSetting;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxies in front of the gateway whose word about a client counts. */
record TrustedProxies(List<Subnet> subnets) {

    static TrustedProxies of(@Nullable List<String> given) {
        return new TrustedProxies(
                given == null
                        ? List.of()
                        : given.stream().map(TrustedProxies::subnet).toList());
    }

    boolean trusts(InetAddress address) {
        return subnets.stream().anyMatch(subnet -> subnet.contains(address));
    }

    private static Subnet subnet(String text) {
        return Subnet.parse(text)
                .orElseThrow(() -> BadSetting.value(
                        "TRUSTED_PROXIES", text, "addresses and ranges such as 10.0.0.0/8, separated by commas"));
    }
}
