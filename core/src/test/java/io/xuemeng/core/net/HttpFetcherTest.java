package io.xuemeng.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private URI origin;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/keys", exchange -> answer(exchange, 200, "{\"keys\":[]}"));
        server.createContext(
                "/echo",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestMethod()
                                + ' '
                                + exchange.getRequestHeaders().getFirst("Content-Type")
                                + ' '
                                + exchange.getRequestHeaders().getFirst("Authorization")
                                + ' '
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        server.createContext("/denied", exchange -> answer(exchange, 401, "{}"));
        server.createContext("/missing", exchange -> answer(exchange, 404, "nothing"));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", origin + "/keys");
            answer(exchange, 302, "");
        });
        server.createContext("/large", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] block = new byte[1 << 16];
                for (int i = 0; i < 1000; i++) {
                    out.write(block);
                }
            } catch (IOException e) {
                // The client has hung up, as it should.
                requests.incrementAndGet();
            }
        });
        server.start();
        origin = URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        requests.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "Application/JWK-Set+JSON; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "public, max-age=600");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpFetcher allowed() {
        return HttpFetcher.under(FetchPolicy.publicHttps().allowOrigin(origin).withTimeLimit(Duration.ofSeconds(2)));
    }

    @Test
    void postsUnderTheSamePolicy() throws IOException {
        byte[] form = "code=一".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("Content-Type", "text/plain; charset=utf-8", "Authorization", "Bearer a");
        HttpFetcher allowed = HttpFetcher.under(FetchPolicy.publicHttps().allowOrigin(origin));

        Fetched answer = allowed.post(origin.resolve("/echo"), headers, form);

        assertThat(answer.isOk()).isTrue();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("POST text/plain; charset=utf-8 Bearer a code=一");
        assertThat(allowed.post(origin.resolve("/moved"), headers, form).status())
                .isEqualTo(302);
        assertThat(allowed.post(origin.resolve("/denied"), headers, form).status())
                .isEqualTo(401);
        int before = requests.get();
        HttpFetcher guarded = HttpFetcher.under(FetchPolicy.publicHttps());
        assertThatThrownBy(() -> guarded.post(origin.resolve("/echo"), headers, form))
                .isInstanceOf(FetchRefusedException.class);
        URI byTls = URI.create("https://localhost:" + origin.getPort() + "/echo");
        assertThatThrownBy(() -> guarded.post(byTls, headers, form))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("public address");
        assertThat(requests.get()).isEqualTo(before);
    }

    @Test
    void fetchesFromAnOriginThatWasAllowed() throws Exception {
        Fetched fetched = allowed().fetch(origin.resolve("/keys"), "application/jwk-set+json");

        assertThat(fetched.isOk()).isTrue();
        assertThat(fetched.statedMediaType()).contains("application/jwk-set+json");
        assertThat(fetched.statedMaxAge()).hasValue(600);
        assertThat(fetched.body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void anErrorIsAnAnswerAndARedirectIsNotFollowed() throws Exception {
        Fetched missing = allowed().fetch(origin.resolve("/missing"), "*/*");
        Fetched moved = allowed().fetch(origin.resolve("/moved"), "*/*");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).asString(StandardCharsets.UTF_8).isEqualTo("nothing");
        assertThat(moved.status()).isEqualTo(302);
        assertThat(requests).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:%d/keys",
                "https://localhost:%d/keys",
                "https://127.0.0.1:%d/keys",
                "https://[::1]:%d/keys",
                "https://[::ffff:127.0.0.1]:%d/keys",
                "https://user@localhost:%d/keys",
                "file:///etc/passwd",
                "/keys",
                "ftp://localhost:%d/keys"
            })
    void refusesWhatThePolicyForbidsWithoutASingleRequest(String address) {
        URI uri = URI.create(String.format(address, server.getAddress().getPort()));

        assertThatThrownBy(() -> HttpFetcher.under(FetchPolicy.publicHttps()).fetch(uri, "*/*"))
                .isInstanceOf(FetchRefusedException.class)
                .hasMessageNotContaining("127.0.0.1");
        assertThat(requests).hasValue(0);
    }

    @Test
    void anotherPortIsAnotherOrigin() {
        assertThatThrownBy(() -> allowed().fetch(URI.create("http://localhost:1/keys"), "*/*"))
                .isInstanceOf(FetchRefusedException.class);
    }

    @Test
    void stopsReadingAtTheLimit() {
        assertThatThrownBy(() -> allowed().fetch(origin.resolve("/large"), "*/*"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1048576");
    }

    @Test
    void aHostThatDripsIsLeftWhenTheTimeIsOver() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread host = new Thread(() -> drip(dripping));
            host.setDaemon(true);
            host.start();
            URI address = URI.create("https://localhost:" + dripping.getLocalPort());
            HttpFetcher fetcher = HttpFetcher.under(
                    FetchPolicy.publicHttps().allowOrigin(address).withTimeLimit(Duration.ofMillis(300)));

            assertThatThrownBy(() -> fetcher.fetch(address, "*/*"))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("PT0.3S");
        }
    }

    /** Begins a TLS record of 16 KiB, and never ends it. */
    private static void drip(ServerSocket dripping) {
        try (Socket socket = dripping.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write(new byte[] {0x16, 3, 3, 0x40, 0});
            while (true) {
                out.write(0);
                out.flush();
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // The client has hung up, as it should.
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "1.1.1.1, true",
        "2400:3200::1, true",
        "64:ff9b::808:808, true",
        "2002:808:808::1, true",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "172.32.0.1, true",
        "192.168.1.1, false",
        "100.64.0.1, false",
        "100.128.0.1, true",
        "169.254.169.254, false",
        "0.0.0.0, false",
        "255.255.255.255, false",
        "224.0.0.1, false",
        "198.18.0.1, false",
        "::1, false",
        "::, false",
        "fe80::1, false",
        "fd00::1, false",
        "fec0::1, false",
        "64:ff9b::7f00:1, false",
        "2002:7f00:1::, false",
        "2002:a00:1::, false",
        "2001:db8::1, false",
        "ff02::1, false",
        "::ffff:10.0.0.1, false",
        "2001:0:7f00:1::, false"
    })
    void onlyPublicAddressesAreAllowed(String address, boolean allowed) throws Exception {
        InetAddress resolved = InetAddress.getByName(address);

        if (allowed) {
            FetchPolicy.publicHttps().check(resolved);
        } else {
            assertThatThrownBy(() -> FetchPolicy.publicHttps().check(resolved))
                    .isInstanceOf(FetchRefusedException.class);
        }
    }

    @Test
    void anOriginIsNothingButSchemeHostAndPort() {
        for (String wrong :
                new String[] {"http://localhost/keys", "localhost:80", "http://a@b", "http://b?c", "file:/"}) {
            assertThatThrownBy(() -> FetchPolicy.publicHttps().allowOrigin(URI.create(wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        FetchPolicy policy = FetchPolicy.publicHttps().allowOrigin(URI.create("HTTPS://Example.CN:443/"));

        assertThat(policy.isAllowedOrigin(URI.create("https://example.cn/anything")))
                .isTrue();
        assertThat(policy.isAllowedOrigin(URI.create("http://example.cn:443/"))).isFalse();
    }
}
