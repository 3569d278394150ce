package dev.parley.gateway.security;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** The addresses that begin with the same bits. Addresses are read as they are written: no name is ever looked up. */
record Subnet(InetAddress network, int prefix) {

    private static final String BETWEEN = "/";

    /** The one that this address is in. */
    static Subnet of(InetAddress member, int prefix) {
        byte[] bytes = member.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(prefix - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        return new Subnet(address(bytes), prefix);
    }

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; empty for anything else, and for bits beside the prefix. */
    static Optional<Subnet> parse(String text) {
        String[] parts = text.split(BETWEEN, 2);
        return literal(parts[0])
                .flatMap(address -> prefix(parts, address.getAddress().length * Byte.SIZE)
                        .map(prefix -> of(address, prefix))
                        .filter(subnet -> subnet.network().equals(address)));
    }

    /** Reads an address; empty when it is none. */
    static Optional<InetAddress> literal(String text) {
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(text))
                .map(Subnet::address);
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == network.getAddress().length
                && of(address, prefix).network().equals(network);
    }

    @Override
    public String toString() {
        return NetUtil.toAddressString(network) + BETWEEN + prefix;
    }

    private static Optional<Integer> prefix(String[] parts, int most) {
        if (parts.length == 1) {
            return Optional.of(most);
        }
        return Optional.of(parts[1])
                .filter(digits -> digits.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(prefix -> prefix <= most);
    }

    /** An IPv4 address within an IPv6 one becomes an IPv4 address. */
    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
