package io.xuemeng.examples.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            TrustedProxies.at(List.of("127.0.0.1", "10.0.0.0/8", "::1", "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 | 192.0.2.1 | 192.0.2.1",
                "[::1] | 192.0.2.1 | 192.0.2.1",
                "10.255.1.1 | 192.0.2.1 | 192.0.2.1",
                "127.0.0.1 | 192.0.2.1:4711 | 192.0.2.1",
                "127.0.0.1 | 2001:db8:2::7 | 2001:db8:2:0:0:0:0:7",
                "127.0.0.1 | [2001:db8:2::7]:4711 | 2001:db8:2:0:0:0:0:7",
                "127.0.0.1 | 203.0.113.9, 192.0.2.1 | 192.0.2.1",
                "127.0.0.1 | 203.0.113.9, 192.0.2.1,10.1.1.1 ,2001:db8:1::5 | 192.0.2.1",
                "127.0.0.1 | 203.0.113.9; 192.0.2.1; 10.1.1.1 | 192.0.2.1",
                "127.0.0.1 | 10.1.1.2, 10.1.1.1 | 10.1.1.2"
            })
    void takesWhatTheLastProxyOfItsOwnSaysAndNothingBeforeThat(String peer, String headers, String sender) {
        assertThat(PROXIES.sender(peer, Arrays.asList(headers.split("; ")))).isEqualTo(sender);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.200 | 192.0.2.1",
                "11.0.0.1 | 192.0.2.1",
                "2001:db8:2::1 | 192.0.2.1",
                "127.0.0.1 | unknown",
                "127.0.0.1 | localhost",
                "127.0.0.1 | 192.0.2.1, 999.0.0.1",
                "127.0.0.1 | 192.0.2.1, ",
                "127.0.0.1 | ''"
            })
    void takesWhoConnectsWhenThatIsNoProxyOrSaysNoAddress(String peer, String header) {
        assertThat(PROXIES.sender(peer, List.of(header))).isEqualTo(peer);
        assertThat(PROXIES.sender(peer, List.of())).isEqualTo(peer);
    }

    @Test
    void believesNobodyWhenThereIsNoProxy() {
        assertThat(TrustedProxies.none().sender("127.0.0.1", List.of("192.0.2.1")))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "proxy.example.cn",
                "10.0.0",
                "256.0.0.1",
                "10.0.0.0/33",
                "10.0.0.0/",
                "::/129",
                "10.0.0.0/8/8",
                "10.0.0.0/-1",
                ":",
                "[10.0.0.1]",
                "010.0.0.1",
                "10.0.0.1.",
                "10.0.0.1.1",
                ".:1"
            })
    void knowsProxiesByAddressOnly(String text) {
        assertThatThrownBy(() -> TrustedProxies.at(List.of("127.0.0.1", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "[2001:db8:1:2::9], 2001:db8:1:2:0:0:0:0/64",
        "somewhere, somewhere"
    })
    void countsWhoeverHasANetworkOnce(String address, String counted) {
        assertThat(NetworkAddress.countedBy(address)).isEqualTo(counted);
    }
}
