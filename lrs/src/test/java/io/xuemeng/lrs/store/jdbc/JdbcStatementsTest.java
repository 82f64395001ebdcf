package io.xuemeng.lrs.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementPage;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import io.xuemeng.lrs.store.StoredStatement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a JDBC store does with statements, on both databases. */
class JdbcStatementsTest {

    private static void append(StatementStore store, StatementEntry... entries) {
        assertThat(store.append(List.of(entries), List.of(), StoreFixture.SAME))
                .isInstanceOf(AppendResult.Stored.class);
    }

    private static List<String> find(StatementStore store, StatementQuery query) {
        return StoreFixture.words(store.query(query).statements());
    }

    private static StatementQuery byVerb(String verb) {
        return new StatementQuery(
                RecordKey.verb(verb), null, false, null, false, null, null, null, null, false, 100, null);
    }

    private static StatementQuery byAgent(String agent, boolean related) {
        return new StatementQuery(
                null, RecordKey.agent(agent), related, null, false, null, null, null, null, false, 100, null);
    }

    @ParameterizedTest
    @EnumSource
    void writesTheTimeOfStoringIntoTheStatement(StoreFixture.Kind kind) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            append(
                    fixture.store.statements(),
                    StoreFixture.entry(StoreFixture.id(1), "one").build());

            StoredStatement stored = fixture.store
                    .statements()
                    .find(StoreFixture.id(1), false, null)
                    .orElseThrow();

            assertThat(Instant.parse(new String(stored.json(), 2, 27, StandardCharsets.US_ASCII)))
                    .isEqualTo(stored.stored());
            assertThat(fixture.store.statements().consistentThrough()).isAfterOrEqualTo(stored.stored());
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesARepetitionAndRefusesABatchWithAnotherStatementUnderAKnownId(StoreFixture.Kind kind) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            StatementStore store = fixture.store.statements();
            append(store, StoreFixture.entry(StoreFixture.id(1), "one").build());

            AppendResult repeated = store.append(
                    List.of(
                            StoreFixture.entry(StoreFixture.id(1), "one").build(),
                            StoreFixture.entry(StoreFixture.id(2), "two").build()),
                    List.of(),
                    StoreFixture.SAME);
            AppendResult refused = store.append(
                    List.of(
                            StoreFixture.entry(StoreFixture.id(3), "three").build(),
                            StoreFixture.entry(StoreFixture.id(2), "another").build()),
                    List.of(),
                    StoreFixture.SAME);

            assertThat(repeated).isEqualTo(new AppendResult.Stored(1));
            assertThat(refused).isEqualTo(new AppendResult.Conflict(List.of(StoreFixture.id(2))));
            assertThat(find(store, StatementQuery.all(10))).containsExactly("two", "one");
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAStatementByThoseItRefersToInWhicheverOrderTheyCome(StoreFixture.Kind kind) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            StatementStore store = fixture.store.statements();
            StatementEntry a = StoreFixture.entry(StoreFixture.id(1), "a")
                    .verb(RecordKey.verb("confirmed"))
                    .target(StoreFixture.id(2), false)
                    .build();
            StatementEntry b = StoreFixture.entry(StoreFixture.id(2), "b")
                    .verb(RecordKey.verb("agreed"))
                    .target(StoreFixture.id(3), false)
                    .build();
            StatementEntry c = StoreFixture.entry(StoreFixture.id(3), "c")
                    .verb(RecordKey.verb("passed"))
                    .actor(RecordKey.agent("ben"))
                    .build();
            append(store, a);
            append(store, c);
            append(store, b);

            assertThat(find(store, byVerb("passed"))).containsExactly("b", "c", "a");
            assertThat(find(store, byAgent("ben", false))).containsExactly("b", "c", "a");
            assertThat(find(store, byVerb("agreed"))).containsExactly("b", "a");
            // One statement of a chain must meet all conditions.
            assertThat(find(
                            store,
                            new StatementQuery(
                                    RecordKey.verb("confirmed"),
                                    RecordKey.agent("ben"),
                                    false,
                                    null,
                                    false,
                                    null,
                                    null,
                                    null,
                                    null,
                                    false,
                                    10,
                                    null)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void surviesReferencesThatGoInCircles(StoreFixture.Kind kind) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            StatementStore store = fixture.store.statements();
            append(
                    store,
                    StoreFixture.entry(StoreFixture.id(1), "a")
                            .target(StoreFixture.id(2), false)
                            .build(),
                    StoreFixture.entry(StoreFixture.id(2), "b")
                            .verb(RecordKey.verb("other"))
                            .target(StoreFixture.id(1), false)
                            .build(),
                    StoreFixture.entry(StoreFixture.id(3), "c")
                            .target(StoreFixture.id(3), false)
                            .build());

            assertThat(find(store, byVerb("other"))).containsExactly("b", "a");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hidesAVoidedStatementWhicheverOfTheTwoCameFirst(StoreFixture.Kind kind) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            StatementStore store = fixture.store.statements();
            append(store, StoreFixture.entry(StoreFixture.id(1), "first").build());
            append(
                    store,
                    StoreFixture.entry(StoreFixture.id(2), "voids first")
                            .verb(RecordKey.verb("voided"))
                            .target(StoreFixture.id(1), true)
                            .build());
            append(
                    store,
                    StoreFixture.entry(StoreFixture.id(3), "voids second")
                            .verb(RecordKey.verb("voided"))
                            .target(StoreFixture.id(4), true)
                            .build());
            append(store, StoreFixture.entry(StoreFixture.id(4), "second").build());
            append(
                    store,
                    StoreFixture.entry(StoreFixture.id(5), "voids the voiding")
                            .verb(RecordKey.verb("voided"))
                            .target(StoreFixture.id(2), true)
                            .build());

            // Those that refer to a voided one are still found by it.
            assertThat(find(store, byVerb("verb"))).containsExactly("voids the voiding", "voids second", "voids first");
            assertThat(store.find(StoreFixture.id(1), false, null)).isEmpty();
            assertThat(store.find(StoreFixture.id(1), true, null)).isPresent();
            assertThat(store.find(StoreFixture.id(4), true, null)).isPresent();
            assertThat(store.find(StoreFixture.id(2), false, null)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAgentsWhereTheFilterSaysAndElsewhereOnlyWhenRelatedAreWanted(StoreFixture.Kind kind) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            StatementStore store = fixture.store.statements();
            append(
                    store,
                    StoreFixture.entry(StoreFixture.id(1), "actor")
                            .actor(RecordKey.agent("ann"))
                            .build(),
                    StoreFixture.entry(StoreFixture.id(2), "member")
                            .agent(RecordKey.agent("ann"))
                            .build(),
                    StoreFixture.entry(StoreFixture.id(3), "instructor")
                            .related(RecordKey.agent("ann"))
                            .build(),
                    StoreFixture.entry(StoreFixture.id(4), "authority")
                            .authority(RecordKey.agent("ann"))
                            .build(),
                    StoreFixture.entry(StoreFixture.id(5), "all")
                            .actor(RecordKey.agent("ann"))
                            .authority(RecordKey.agent("ann"))
                            .related(RecordKey.agent("ann"))
                            .build());

            assertThat(find(store, byAgent("ann", false))).containsExactly("all", "member", "actor");
            assertThat(find(store, byAgent("ann", true)))
                    .containsExactly("all", "authority", "instructor", "member", "actor");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesEachStatementOnOnePageWhateverTheSizeOfPages(StoreFixture.Kind kind) {
        try (StoreFixture fixture = new StoreFixture(kind)) {
            StatementStore store = fixture.store.statements();
            int count = 40;
            for (int i = 0; i < count; i++) {
                StatementEntry.Builder entry = StoreFixture.entry(StoreFixture.id(i), "s" + i);
                if (i % 3 == 2) {
                    entry.target(StoreFixture.id(i - 1), false);
                }
                append(store, entry.build());
            }
            for (boolean ascending : new boolean[] {false, true}) {
                for (int size : new int[] {1, 2, 7, 39, 40, 41}) {
                    List<String> found = new ArrayList<>();
                    StatementQuery query = new StatementQuery(
                            RecordKey.verb("verb"),
                            null,
                            false,
                            null,
                            false,
                            null,
                            null,
                            null,
                            null,
                            ascending,
                            size,
                            null);
                    StatementPage page = store.query(query);
                    while (true) {
                        found.addAll(StoreFixture.words(page.statements()));
                        if (page.next() == null) {
                            break;
                        }
                        assertThat(page.statements()).hasSize(size);
                        page = store.query(query.from(page.next()));
                    }
                    List<String> expected = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        expected.add(ascending ? i : 0, "s" + i);
                    }
                    assertThat(found).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverDeadlocksAndStoresEveryBatchOnceWhileManyWriteTheSameAndReferToEachOther(StoreFixture.Kind kind)
            throws Exception {
        int threads = 8;
        int batches = 60;
        try (StoreFixture fixture = new StoreFixture(kind)) {
            StatementStore store = fixture.store.statements();
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<Integer>> added = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Random random = new Random(t);
                added.add(pool.submit(() -> {
                    int mine = 0;
                    for (int b = 0; b < batches; b++) {
                        TreeSet<Integer> numbers = new TreeSet<>();
                        for (int i = 0; i < 10; i++) {
                            numbers.add(random.nextInt(500));
                        }
                        List<Integer> order = new ArrayList<>(numbers);
                        java.util.Collections.shuffle(order, random);
                        List<StatementEntry> batch = new ArrayList<>();
                        for (int n : order) {
                            StatementEntry.Builder entry = StoreFixture.entry(StoreFixture.id(n), "s" + n);
                            if (n % 5 == 0) {
                                entry.target(StoreFixture.id((n * 7 + 1) % 500), n % 10 == 0);
                            }
                            batch.add(entry.build());
                        }
                        AppendResult result = store.append(batch, List.of(), StoreFixture.SAME);
                        mine += ((AppendResult.Stored) result).added();
                    }
                    return mine;
                }));
            }
            int total = 0;
            for (Future<Integer> one : added) {
                total += one.get();
            }
            pool.shutdown();

            int hidden = 0;
            int shown = 0;
            for (int n = 0; n < 500; n++) {
                boolean voided = store.find(StoreFixture.id(n), true, null).isPresent();
                boolean present = store.find(StoreFixture.id(n), false, null).isPresent();
                hidden += voided ? 1 : 0;
                shown += present ? 1 : 0;
                assertThat(voided && present).isFalse();
            }
            assertThat(hidden + shown).isEqualTo(total);
            assertThat(store.query(StatementQuery.all(1000)).statements()).hasSize(shown);
            for (int number = 0; number < 500; number += 10) {
                int n = number;
                UUID target = StoreFixture.id((n * 7 + 1) % 500);
                boolean voidingItself = ((n * 7 + 1) % 500) % 10 == 0;
                boolean bothThere = store.find(target, true, null)
                                .or(() -> store.find(target, false, null))
                                .isPresent()
                        && store.find(StoreFixture.id(n), false, null)
                                .or(() -> store.find(StoreFixture.id(n), true, null))
                                .isPresent();
                if (bothThere && !voidingItself) {
                    assertThat(store.find(target, true, null)).isPresent();
                }
            }
        }
    }
}
