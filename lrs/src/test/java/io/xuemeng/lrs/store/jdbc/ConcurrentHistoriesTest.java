package io.xuemeng.lrs.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.Document;
import io.xuemeng.lrs.store.DocumentScope;
import io.xuemeng.lrs.store.DocumentStore;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Random histories of several threads at once: whatever their order was, it could have been one after the other. */
class ConcurrentHistoriesTest {

    private static final DocumentScope SCOPE =
            new DocumentScope(DocumentScope.Kind.AGENT_PROFILE, null, RecordKey.agent("a"), null);

    /** What a thread does next with a document. */
    enum Step {
        FIND,
        CREATE,
        REPLACE,
        DELETE
    }

    /** A change that a store accepted: from one etag to another, null for no document. */
    record Change(@Nullable String from, @Nullable String to) {}

    @Provide
    Arbitrary<List<List<Step>>> documentHistories() {
        return Arbitraries.of(Step.class)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15)
                .list()
                .ofSize(4);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void documentsInH2ChangeOneAfterTheOther(@ForAll("documentHistories") List<List<Step>> histories) {
        documents(StoreFixture.Kind.H2, histories);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void documentsInPostgresChangeOneAfterTheOther(@ForAll("documentHistories") List<List<Step>> histories) {
        documents(StoreFixture.Kind.POSTGRESQL, histories);
    }

    private static void documents(StoreFixture.Kind kind, List<List<Step>> histories) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            DocumentStore store = fixture.store.documents();
            AtomicInteger counter = new AtomicInteger();
            List<Callable<List<Change>>> threads = new ArrayList<>();
            for (List<Step> history : histories) {
                threads.add(() -> run(store, history, counter));
            }
            List<Change> changes = new ArrayList<>();
            together(threads).forEach(changes::addAll);

            // Contents never repeat, so every document was made once and ended once at most, and in all one is left at
            // most.
            Set<String> made = new HashSet<>();
            Set<String> ended = new HashSet<>();
            int creations = 0;
            int deletions = 0;
            for (Change change : changes) {
                creations += change.from == null ? 1 : 0;
                deletions += change.to == null ? 1 : 0;
                assertThat(change.to == null || made.add(change.to)).isTrue();
                assertThat(change.from == null || ended.add(change.from)).isTrue();
            }
            assertThat(made).containsAll(ended);
            made.removeAll(ended);
            String left = store.find(SCOPE, "d").map(Document::etag).orElse(null);
            assertThat(made).isEqualTo(left == null ? Set.of() : Set.of(left));
            assertThat(creations - deletions).isEqualTo(left == null ? 0 : 1);
        }
    }

    private static List<Change> run(DocumentStore store, List<Step> history, AtomicInteger counter) {
        List<Change> changes = new ArrayList<>();
        String seen = "";
        for (Step step : history) {
            String etag = "e" + counter.incrementAndGet();
            Document next = new Document(new byte[] {1}, "text/plain", etag, Instant.now());
            boolean changed = switch (step) {
                case FIND -> false;
                case CREATE -> store.replace(SCOPE, "d", null, next);
                case REPLACE -> store.replace(SCOPE, "d", seen, next);
                case DELETE -> store.delete(SCOPE, "d", seen);
            };
            if (changed) {
                changes.add(new Change(step == Step.CREATE ? null : seen, step == Step.DELETE ? null : etag));
            }
            seen = store.find(SCOPE, "d").map(Document::etag).orElse("");
        }
        return changes;
    }

    /** A statement by its id and what it says. */
    record Sent(int id, int word) {}

    @Provide
    Arbitrary<List<List<List<Sent>>>> statementHistories() {
        Arbitrary<Sent> sent = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 1))
                .as(Sent::new);
        return sent.list()
                .uniqueElements(Sent::id)
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .list()
                .ofSize(4);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void statementsInH2AreStoredOnceAndWholeBatchesOrNothing(
            @ForAll("statementHistories") List<List<List<Sent>>> histories) {
        statements(StoreFixture.Kind.H2, histories);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void statementsInPostgresAreStoredOnceAndWholeBatchesOrNothing(
            @ForAll("statementHistories") List<List<List<Sent>>> histories) {
        statements(StoreFixture.Kind.POSTGRESQL, histories);
    }

    /** What a store said to a batch. */
    record Told(List<Sent> batch, AppendResult result) {}

    private static void statements(StoreFixture.Kind kind, List<List<List<Sent>>> histories) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            StatementStore store = fixture.store.statements();
            List<Callable<List<Told>>> threads = new ArrayList<>();
            for (List<List<Sent>> history : histories) {
                threads.add(() -> {
                    List<Told> told = new ArrayList<>();
                    for (List<Sent> batch : history) {
                        Instant before = store.consistentThrough();
                        told.add(new Told(batch, store.append(entries(batch), List.of(), StoreFixture.SAME)));
                        assertThat(store.consistentThrough()).isAfterOrEqualTo(before);
                    }
                    return told;
                });
            }
            List<Told> all = new ArrayList<>();
            together(threads).forEach(all::addAll);

            Map<Integer, String> kept = new TreeMap<>();
            for (String word :
                    StoreFixture.words(store.query(StatementQuery.all(100)).statements())) {
                assertThat(kept.put(Integer.parseInt(word.substring(0, 1)), word))
                        .isNull();
            }
            Map<Integer, String> promised = new HashMap<>();
            int added = 0;
            for (Told told : all) {
                boolean asKept = told.batch.stream().allMatch(sent -> word(sent).equals(kept.get(sent.id)));
                if (told.result instanceof AppendResult.Stored stored) {
                    added += stored.added();
                    assertThat(asKept).isTrue();
                    told.batch.forEach(sent -> promised.put(sent.id, word(sent)));
                } else {
                    assertThat(asKept).isFalse();
                }
            }
            assertThat(kept).isEqualTo(promised).hasSize(added);
        }
    }

    private static String word(Sent sent) {
        return sent.id + "w" + sent.word;
    }

    private static List<StatementEntry> entries(List<Sent> batch) {
        return batch.stream()
                .map(sent ->
                        StoreFixture.entry(StoreFixture.id(sent.id), word(sent)).build())
                .toList();
    }

    /** Runs threads that start together. */
    private static <T> List<T> together(List<Callable<T>> threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads.size());
        CyclicBarrier start = new CyclicBarrier(threads.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> thread : threads) {
                running.add(pool.submit(() -> {
                    start.await();
                    return thread.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
