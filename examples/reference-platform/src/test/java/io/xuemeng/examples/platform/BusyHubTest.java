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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hub of which one member does not answer, while very many wait for that one. */
@Timeout(300)
class BusyHubTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MORE_THAN_MAY_WAIT = 100;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<PlatformServer> servers = new ArrayDeque<>();
    private HttpServer hanging;
    private URI hub;
    private URI platform;
    private List<URI> origins;

    @BeforeEach
    void start() throws Exception {
        hanging = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        hanging.setExecutor(threads);
        hanging.createContext("/", exchange -> {
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        hanging.start();
        List<Integer> ports = TestFederation.freePorts(3);
        hub = URI.create("http://localhost:" + ports.get(0));
        platform = URI.create("http://localhost:" + ports.get(1));
        URI province = URI.create("http://localhost:" + ports.get(2));
        origins = List.of(hub, platform, province, URI.create(hanging()));
        EntityDescription atHub = describe(hub.toString(), Role.HUB);
        serve(
                hub,
                Role.HUB,
                null,
                List.of(
                        describe(hanging(), Role.PROVINCE),
                        describe(platform.toString(), Role.PLATFORM),
                        describe(province.toString(), Role.PROVINCE)));
        serve(platform, Role.PLATFORM, atHub, List.of());
        serve(province, Role.PROVINCE, atHub, List.of());
    }

    private String hanging() {
        return "http://localhost:" + hanging.getAddress().getPort();
    }

    private EntityKeys keys(Role role) throws Exception {
        return EntityKeys.in(folder.resolve(role.text()));
    }

    private EntityDescription describe(String entity, Role role) throws Exception {
        return new EntityDescription(
                entity, role.entityTypes(), Entity.keySet(keys(role).federation()));
    }

    private void serve(URI address, Role role, @Nullable EntityDescription anchor, List<EntityDescription> members)
            throws Exception {
        Entity.Settings entity = new Entity.Settings(
                        address,
                        role,
                        "name of the " + role.text(),
                        keys(role),
                        anchor,
                        anchor == null ? null : anchor.entity(),
                        members,
                        origins)
                .withPatience(PATIENCE);
        servers.push(PlatformServer.start(new PlatformServer.Settings(
                address.getHost(),
                address.getPort(),
                TrustedProxies.none(),
                new Clients(address.toString()),
                null,
                new IdentityPart.Settings(entity, Accounts.none(), false))));
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        servers.forEach(PlatformServer::close);
        hanging.stop(0);
        threads.shutdownNow();
    }

    private CompletableFuture<HttpResponse<String>> choose(String client) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(hub + "/choose?client_id=" + client))
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void offersTheOthersWhenTooManyWaitForOneMember() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
            waiting.add(choose(hanging()).thenAccept(page -> {
                if (page.statusCode() == 503) {
                    busy.countDown();
                }
            }));
        }
        busy.await();

        HttpResponse<String> page = choose(platform.toString()).join();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name of the province").doesNotContain(hanging());
        mayAnswer.countDown();
        waiting.forEach(CompletableFuture::join);
    }
}
