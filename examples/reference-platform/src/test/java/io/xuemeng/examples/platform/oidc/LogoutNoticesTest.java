package io.xuemeng.examples.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.xuemeng.examples.platform.account.Account;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.federation.Role;
import io.xuemeng.examples.platform.web.HandClock;
import io.xuemeng.identity.token.EducationClaims;
import io.xuemeng.identity.token.EducationRole;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stopping and busy platforms have to do with notices; that they come is tested over HTTP. */
class LogoutNoticesTest {

    private static final int PLATFORMS = 6;
    private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(2));

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger busy = new AtomicInteger();
    private final Semaphore answered = new Semaphore(0);
    private HttpServer platforms;
    private Entity entity;
    private Tokens tokens;
    private LogoutNotices notices;

    @BeforeEach
    void start() throws Exception {
        platforms = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        platforms.setExecutor(threads);
        platforms.createContext("/", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            try {
                // Slow enough for the first notices to be under way, and the last ones to wait, when the platform
                // stops.
                Thread.sleep(300);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            received.add(form);
            exchange.sendResponseHeaders(busy.getAndDecrement() > 0 ? 503 : 204, -1);
            exchange.close();
            answered.release();
        });
        platforms.start();
        EntityKeys keys = EntityKeys.in(folder);
        EntityDescription hub = new EntityDescription(
                "https://hub.example.cn", Role.HUB.entityTypes(), Entity.keySet(keys.federation()));
        entity = new Entity(new Entity.Settings(
                URI.create("https://a.example.cn"),
                Role.PROVINCE,
                "甲",
                keys,
                hub,
                hub.entity(),
                List.of(),
                List.of(URI.create(address()))));
        tokens = new Tokens(entity, name -> Optional.empty(), clock);
        notices = new LogoutNotices(entity, tokens);
    }

    private String address() {
        return "http://localhost:" + platforms.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        platforms.stop(0);
        threads.shutdownNow();
    }

    private OwnSession sessionThatReached(int platforms) {
        OwnSession session =
                new OwnSession(new Account("lihua", "", EducationClaims.of(EducationRole.LEARNER)), clock.instant());
        for (int i = 0; i < platforms; i++) {
            Client client =
                    new Client("https://b" + i + ".example.cn", "乙", "b.example.cn", false, address() + "/" + i);
            session.reach(client, tokens.subject(client, session));
        }
        return session;
    }

    @Test
    void goOutBeforeThePlatformStops() throws Exception {
        notices.sessionEnded(sessionThatReached(PLATFORMS));

        notices.close();

        List<String> receivedBeforeItStopped = List.copyOf(received);
        assertThat(receivedBeforeItStopped)
                .hasSize(PLATFORMS)
                .allSatisfy(form -> assertThat(form).startsWith("logout_token="));
    }

    @Test
    @Timeout(120)
    void comeAgainToAPlatformThatIsBusyEachWithATokenOfItsOwn() throws Exception {
        busy.set(2);
        try (LogoutNotices soon = new LogoutNotices(entity, tokens, PAUSES)) {
            soon.sessionEnded(sessionThatReached(1));
            answered.acquire(3);
        }

        assertThat(received).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    @Timeout(120)
    void doNotComeForEverToAPlatformThatIsAlwaysBusy() throws Exception {
        busy.set(Integer.MAX_VALUE);
        try (LogoutNotices soon = new LogoutNotices(entity, tokens, PAUSES)) {
            soon.sessionEnded(sessionThatReached(1));
            answered.acquire(1 + PAUSES.size());
        }

        assertThat(received).hasSize(1 + PAUSES.size());
    }
}
