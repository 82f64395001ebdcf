package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.xuemeng.examples.platform.account.Accounts;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.federation.Role;
import io.xuemeng.examples.platform.web.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Anybody can name an entity that is to be looked for, and one that does not answer holds a thread. */
@Timeout(300)
class BusyTest {

    private static final URI PROVINCE = URI.create("https://province.example.cn");

    /** Nothing in these tests may depend on how fast the machine is, so the platform waits for longer than they take. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int BACKLOG = 128;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore asked = new Semaphore(0);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer others;
    private EntityKeys keys;
    private PlatformServer server;

    @BeforeEach
    void start() throws Exception {
        others = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), BACKLOG);
        others.setExecutor(threads);
        others.createContext("/", exchange -> {
            asked.release();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        others.start();
        keys = EntityKeys.in(folder);
        EntityDescription hub =
                new EntityDescription(other("hub"), Role.HUB.entityTypes(), Entity.keySet(keys.federation()));
        server = PlatformServer.start(new PlatformServer.Settings(
                "localhost",
                0,
                TrustedProxies.none(),
                new Clients(PROVINCE.toString()),
                null,
                new IdentityPart.Settings(
                        new Entity.Settings(
                                        PROVINCE,
                                        Role.PROVINCE,
                                        "甲",
                                        keys,
                                        hub,
                                        hub.entity(),
                                        List.of(),
                                        List.of(URI.create("http://localhost:"
                                                + others.getAddress().getPort())))
                                .withPatience(PATIENCE),
                        Accounts.none(),
                        false)));
    }

    private String other(String name) {
        return "http://localhost:" + others.getAddress().getPort() + '/' + name;
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        server.close();
        others.stop(0);
        threads.shutdownNow();
    }

    private CompletableFuture<HttpResponse<String>> get(String path) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Until so many requests more have come to the others. */
    private void awaitAsked(int times) throws InterruptedException {
        assertThat(asked.tryAcquire(times, 2, TimeUnit.MINUTES)).as("asked").isTrue();
    }

    private List<CompletableFuture<HttpResponse<String>>> fillAllPlacesForStrangers() throws InterruptedException {
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < Entity.STRANGERS_AT_ONCE; i++) {
            waiting.add(get("/visit/signin?iss=" + other("stranger-" + i)));
        }
        awaitAsked(Entity.STRANGERS_AT_ONCE);
        return waiting;
    }

    @Test
    void looksForSoManyStrangersAtOnceAndStillForThoseItKnows() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = fillAllPlacesForStrangers();

        HttpResponse<String> page =
                get("/visit/signin?iss=" + other("one-more")).join();
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("5");
        assertThat(page.body()).contains("Too much is going on here just now.");
        HandMadeClient client = new HandMadeClient(URI.create(other("client")), keys.client());
        HttpResponse<String> tokens = HandMadeClient.post(
                URI.create(server.address() + "/token"), client.tokenRequest(PROVINCE, "code", Map.of()));
        assertThat(tokens.statusCode()).isEqualTo(503);
        assertThat(tokens.headers().firstValue("Retry-After")).contains("5");
        assertThat(tokens.body()).isEqualTo("{\"error\":\"temporarily_unavailable\"}");
        assertThat(asked.tryAcquire()).as("nobody else was asked").isFalse();

        CompletableFuture<HttpResponse<String>> overTheHub = get("/visit/signin");
        awaitAsked(1);

        mayAnswer.countDown();
        assertThat(overTheHub.join().statusCode()).isEqualTo(502);
        assertThat(waiting)
                .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(400));
        assertThat(get("/visit/signin?iss=" + other("one-more")).join().statusCode())
                .isEqualTo(400);
    }

    @Test
    void leavesPlacesForOthersHoweverManyWaitForTheSameStranger() throws Exception {
        int turnedAway = Entity.STRANGERS_AT_ONCE - Entity.SAME_STRANGER_AT_ONCE;
        Semaphore busy = new Semaphore(0);
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < Entity.STRANGERS_AT_ONCE; i++) {
            waiting.add(get("/visit/signin?iss=" + other("hangs")).thenAccept(page -> {
                if (page.statusCode() == 503) {
                    busy.release();
                }
            }));
        }
        awaitAsked(1);
        assertThat(busy.tryAcquire(turnedAway, 2, TimeUnit.MINUTES)).isTrue();

        CompletableFuture<HttpResponse<String>> another = get("/visit/signin?iss=" + other("another"));
        awaitAsked(1);

        mayAnswer.countDown();
        assertThat(another.join().statusCode()).isEqualTo(400);
        waiting.forEach(CompletableFuture::join);
    }

    @Test
    void signsOutWhoeverWantsThatAlthoughItCannotFindOutWhereToGoAfterwards() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = fillAllPlacesForStrangers();

        HttpResponse<String> page = get("/signout?client_id=" + other("client") + "&post_logout_redirect_uri="
                        + other("client/signed-out"))
                .join();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("You are signed out.");
        assertThat(asked.tryAcquire()).as("nobody else was asked").isFalse();
        mayAnswer.countDown();
        waiting.forEach(CompletableFuture::join);
    }
}
