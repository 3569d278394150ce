package dev.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/23, 192.168.5.9, true",
        "192.168.4.0/23, 192.168.6.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
    })
    void an_address_is_in_it_or_not(String subnet, String address, boolean contained) {
        assertThat(Subnet.parse(subnet).orElseThrow().contains(address(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.1/8", "::/129", "1.2.3"
            })
    void what_is_none_is_not_read(String text) {
        assertThat(Subnet.parse(text)).isEmpty();
    }

    @Test
    void it_is_written_as_it_is_read() {
        assertThat(Subnet.of(address("2001:db8:1:2:3:4:5:6"), 64)).hasToString("2001:db8:1:2::/64");
    }

    private static InetAddress address(String text) {
        return Subnet.literal(text).orElseThrow();
    }
}
