package io.xuemeng.conformance.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the kit publishes, and what it knows of who asked for it. */
class HostTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Host host = Host.at("127.0.0.1", 0, null);

    @AfterEach
    void close() {
        host.close();
    }

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
        try (Host everywhere = Host.at("0.0.0.0", 0, null)) {
            assertThat(everywhere.address("/a")).startsWith("http://127.0.0.1:");
            get(everywhere, "/a");
            assertThat(everywhere.calls("/a")).isOne();
        }
    }

    @Test
    void handsOverWhatIsSentToAPathAsLongAsItIsOpen() throws IOException, InterruptedException {
        List<Host.Received> received = new ArrayList<>();
        String address;
        try (Host inbox = Host.at("127.0.0.1", 0, null)) {
            inbox.receive("/logout", received::add);
            address = inbox.address("/logout");
            HttpResponse<String> answer = post(address, "logout_token=a", "application/x-www-form-urlencoded");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(post(inbox.address("/other"), "logout_token=b", "text/plain")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(post(address, "x".repeat(100_000), "text/plain").statusCode())
                    .isEqualTo(200);
        }
        assertThat(received.get(0))
                .isEqualTo(new Host.Received("POST", "application/x-www-form-urlencoded", "logout_token=a"));
        assertThat(received).hasSize(2);
        assertThat(received.get(1).body()).hasSize(65_536);
        // The port is shared with the host of this test, which has no such path.
        assertThat(post(address, "late", "text/plain").statusCode()).isEqualTo(404);
        assertThat(received).hasSize(2);
    }

    private static HttpResponse<String> post(String address, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void anAddressOfNumbersHasNoName() {
        assertThat(host.isNamed()).isFalse();
        assertThat(isNamed("http://[::1]:9")).isFalse();
        assertThat(isNamed("http://localhost:9")).isTrue();
        assertThat(isNamed("http://127.kit.example")).isTrue();
    }

    private static boolean isNamed(String address) {
        try (Host named = Host.at("127.0.0.1", 0, URI.create(address))) {
            return named.isNamed();
        }
    }

    @Test
    void whatARunPublishedIsGoneWithItWhileAnotherOneGoesOn() throws IOException, InterruptedException {
        Host other = Host.at("127.0.0.1", 0, null);
        host.publish("/run/a", Host.Page.json("{}"));
        other.publish("/other/b", Host.Page.json("{}"));
        assertThat(other.address("/x")).isEqualTo(host.address("/x"));
        assertThat(get(host, "/other/b")).isEqualTo(200);

        other.close();
        other.close();

        assertThat(get(host, "/other/b")).isEqualTo(404);
        assertThat(get(host, "/run/a")).isEqualTo(200);
        assertThat(other.calls("/run/a")).isZero();
        assertThat(host.calls("/other/b")).isEqualTo(2);
    }

    @Test
    void ofTwoPagesAtOnePathTheOneOfWhoCameLastIsGiven() throws IOException, InterruptedException {
        host.publish("/a", Host.Page.json("{}"));
        try (Host last = Host.at("127.0.0.1", 0, null)) {
            last.publish("/a", Host.Page.json("{}").withStatus(503));

            assertThat(get(host, "/a")).isEqualTo(503);
        }
        assertThat(get(host, "/a")).isEqualTo(200);
    }

    @Test
    void thePortIsClosedWithTheLastRunThatPublishesThereAndCanBeUsedAgain() throws IOException, InterruptedException {
        int port = freePort();
        for (int i = 0; i < 3; i++) {
            try (Host first = Host.at("127.0.0.1", port, null);
                    Host second = Host.at("127.0.0.1", port, null)) {
                first.publish("/a", Host.Page.json("{}"));
                assertThat(get(second, "/a")).isEqualTo(200);
            }
            Host gone = Host.at("127.0.0.1", port, null);
            gone.close();
            assertThatThrownBy(() -> get(gone, "/a")).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Host.at("127.0.0.1", taken.getLocalPort(), null))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void clientsThatDoNotFinishTheirRequestsTakeABoundedNumberOfThreads() throws IOException, InterruptedException {
        List<Socket> clients = new ArrayList<>();
        URI address = URI.create(host.address("/a"));
        host.publish("/a", Host.Page.json("{}"));
        try {
            for (int i = 0; i < 3 * Listener.MAX_THREADS; i++) {
                Socket client = new Socket(address.getHost(), address.getPort());
                clients.add(client);
                client.getOutputStream().write("GET /a HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            String name = "conformance-issuer-" + address.getPort();
            Instant end = Instant.now().plusSeconds(20);
            while (threads(name) < Listener.MAX_THREADS && Instant.now().isBefore(end)) {
                Thread.sleep(20);
            }
            Thread.sleep(200);
            assertThat(threads(name)).isEqualTo(Listener.MAX_THREADS);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        assertThat(get(host, "/a")).isEqualTo(200);
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int get(Host host, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(host.address(path))).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
