package io.xuemeng.examples.platform;

import io.xuemeng.lrs.client.Credentials;
import io.xuemeng.lrs.client.LrsClient;
import io.xuemeng.lrs.client.LrsException;
import io.xuemeng.lrs.client.LrsQuery;
import io.xuemeng.lrs.client.RetryPolicy;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.Verbs;
import io.xuemeng.lrs.statement.XapiVersion;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Vendors who send statements without pause, and remember exactly what was acknowledged. */
final class Load {

    private static final int THREADS = 4;
    private static final int BATCH = 20;
    private static final Pattern ID = Pattern.compile("[{,]\"id\":\"([0-9a-f-]{36})\"");

    private final Queue<List<UUID>> sent = new ConcurrentLinkedQueue<>();
    private final Queue<List<UUID>> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    static LrsClient client(URI address) {
        return LrsClient.builder(address, Credentials.basic(PlatformProcess.NAME, PlatformProcess.SECRET))
                .version(XapiVersion.V2_0)
                .retries(RetryPolicy.none())
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    /** Sends until the platform answers no more, or until it is told to stop. */
    void start(URI address) {
        threads.clear();
        stopping = false;
        for (int i = 0; i < THREADS; i++) {
            // Every other thread sends one at a time.
            int size = i % 2 == 0 ? BATCH : 1;
            Thread thread = new Thread(() -> send(client(address), size), "load-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    private void send(LrsClient lrs, int size) {
        while (!stopping) {
            List<Statement> batch = new ArrayList<>();
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                UUID id = UUID.randomUUID();
                ids.add(id);
                batch.add(Statement.builder()
                        .id(id)
                        .actor(Agent.account("https://hub.example.cn", "learner-" + i))
                        .verb(Verbs.EXPERIENCED)
                        .object(Activity.of("https://example.cn/lesson/" + i))
                        .build());
            }
            sent.add(ids);
            try {
                lrs.store(batch);
            } catch (LrsException e) {
                // The platform is gone, which is what the test is about. This batch may be stored, or not, but not in
                // part.
                return;
            }
            acknowledged.add(ids);
        }
    }

    void stop() throws InterruptedException {
        stopping = true;
        awaitEnd();
    }

    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** How many statements were acknowledged until now. */
    int count() {
        return acknowledged.stream().mapToInt(List::size).sum();
    }

    /** How many of the acknowledged statements a platform has not, after page by page all of them were read. */
    List<UUID> missing(Set<UUID> stored) {
        return acknowledged.stream()
                .flatMap(List::stream)
                .filter(id -> !stored.contains(id))
                .toList();
    }

    /** The batches of which a platform has a part only. */
    List<List<UUID>> torn(Set<UUID> stored) {
        return sent.stream()
                .filter(batch -> {
                    long found = batch.stream().filter(stored::contains).count();
                    return found != 0 && found != batch.size();
                })
                .toList();
    }

    /** The ids of all statements, each of which comes once. */
    static Set<UUID> stored(URI address) {
        Set<UUID> ids = new HashSet<>();
        try (Stream<io.xuemeng.core.json.RawJson> all = client(address).statementsAsJson(LrsQuery.query())) {
            all.forEach(statement -> {
                Matcher matcher = ID.matcher(statement.text());
                if (!matcher.find() || !ids.add(UUID.fromString(matcher.group(1)))) {
                    throw new AssertionError("a statement without id, or for the second time: " + statement.text());
                }
            });
        }
        return ids;
    }
}
