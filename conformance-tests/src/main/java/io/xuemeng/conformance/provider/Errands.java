package io.xuemeng.conformance.provider;

import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.role.XapiRoles;
import io.xuemeng.lrs.statement.XapiVersion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a sender is asked to send in one run. Each order is given once, and all tests look at what became of it. */
record Errands(List<Errand> all) {

    private static final Instant TIME = Instant.parse("2026-09-01T00:00:00Z");
    private static final String COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
    private static final int MANY = 120;

    private record Key() {}

    /** Those of this run; done when nobody asked before. */
    static Errands of(RecordProvision provider, Set<String> features, Workspace workspace) {
        return workspace.once(new Key(), () -> {
            String password = Workspace.digest((workspace.run() + "/password").getBytes(StandardCharsets.UTF_8))
                    .substring(0, 20);
            List<Errand> errands = new ArrayList<>();
            for (XapiVersion version : XapiRoles.declared(features)) {
                errands.add(Errand.run("plain", version, List.of(plain()), Temper.WILLING, password, provider));
                errands.add(Errand.run("scores", version, scores(), Temper.WILLING, password, provider));
                errands.add(Errand.run("words", version, words(), Temper.WILLING, password, provider));
                errands.add(Errand.run("many", version, many(), Temper.WILLING, password, provider));
                errands.add(
                        Errand.run("store-busy", version, List.of(plain()), Temper.BUSY_AT_FIRST, password, provider));
                errands.add(
                        Errand.run("store-refuses", version, List.of(plain()), Temper.REFUSING, password, provider));
            }
            return new Errands(List.copyOf(errands));
        });
    }

    /** Those that were done in preflight. */
    static Errands known(Workspace workspace) {
        return workspace.once(new Key(), () -> {
            throw new IllegalStateException("preflight gives the orders");
        });
    }

    private static LearnerRecord plain() {
        return record("8f1c2d", "lesson/312", Map.of("zh-CN", "分数的初步认识"), TIME, null, null);
    }

    /** Numbers that a careless sender rounds or writes as texts, and moments and durations that it writes as it likes. */
    private static List<LearnerRecord> scores() {
        return List.of(
                record(
                        "a",
                        "quiz/1",
                        Map.of(),
                        TIME.plusMillis(123),
                        new BigDecimal("0.8512345678"),
                        Duration.ofMinutes(32)),
                record(
                        "a",
                        "quiz/2",
                        Map.of(),
                        TIME.plusSeconds(86_399),
                        new BigDecimal("-0.05"),
                        Duration.ofSeconds(1)),
                record("a", "quiz/3", Map.of(), TIME.plusSeconds(1), BigDecimal.ONE, Duration.ofHours(30)),
                record("a", "quiz/4", Map.of(), TIME.plusSeconds(2), BigDecimal.ZERO, Duration.ZERO));
    }

    /** Words that must be escaped in JSON and survive it; languages; names that are no ASCII. */
    private static List<LearnerRecord> words() {
        return List.of(
                record("学生 一", "课程/第一课", Map.of("zh-CN", "“引号” \"q\" \\ 𠮷\t", "en-GB", "a\nb"), TIME, null, null),
                record("a+b@c", "lesson?a=1&b=2#c", Map.of("zh-Hans", "甲", "und", "x"), TIME, null, null));
    }

    private static List<LearnerRecord> many() {
        List<LearnerRecord> records = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            records.add(record("m", "page/" + i, Map.of(), TIME.plusSeconds(i), null, null));
        }
        return records;
    }

    private static LearnerRecord record(
            String account,
            String activity,
            Map<String, String> title,
            Instant time,
            @Nullable BigDecimal scaled,
            @Nullable Duration duration) {
        return new LearnerRecord(
                "https://hub.kit.example",
                account,
                COMPLETED,
                "https://kit.example/" + activity,
                title,
                time,
                scaled,
                duration);
    }
}
