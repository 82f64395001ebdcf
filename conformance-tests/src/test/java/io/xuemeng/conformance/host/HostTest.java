package io.xuemeng.conformance.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What the kit publishes, and what it knows of who asked for it. */
class HostTest {

    private final Host host = Host.at("127.0.0.1", 0, null);

    @Test
    void countsAPathAndAllThatBelongsToItButNoNeighbour() throws IOException, InterruptedException {
        for (String path :
                new String[] {"/run/i4", "/run/i4/jwks", "/run/i4-hub/fetch?sub=a", "/run/i4?b", "/run/i40/jwks"}) {
            get(host, path);
        }

        assertThat(host.calls("/run/i4")).isEqualTo(4);
        assertThat(host.calls("/run/i40")).isEqualTo(1);
        assertThat(host.calls("/run/i5")).isZero();
    }

    @Test
    void onePortOfAllAddressesIsReachedByThatOfThisMachine() throws IOException, InterruptedException {
        Host everywhere = Host.at("0.0.0.0", 0, null);

        assertThat(everywhere.address("/a")).startsWith("http://127.0.0.1:");
        get(everywhere, "/a");
        assertThat(everywhere.calls("/a")).isOne();
    }

    @Test
    void anAddressOfNumbersHasNoName() {
        assertThat(host.isNamed()).isFalse();
        assertThat(Host.at("127.0.0.1", 0, URI.create("http://[::1]:9")).isNamed())
                .isFalse();
        assertThat(Host.at("127.0.0.1", 0, URI.create("http://localhost:9")).isNamed())
                .isTrue();
        assertThat(Host.at("127.0.0.1", 0, URI.create("http://127.kit.example")).isNamed())
                .isTrue();
    }

    private static void get(Host host, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(host.address(path))).build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
