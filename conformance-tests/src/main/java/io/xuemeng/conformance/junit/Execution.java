package io.xuemeng.conformance.junit;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One role being tested in one run: what the tests are handed, and where their results go. Thread-safe.
 */
public final class Execution {

    private static final int MAX_TEXT = 4000;

    private final RoleKit<?> kit;
    private final Object subject;
    private final Set<String> features;
    private final Workspace workspace;
    private final Redaction redaction;
    private final Predicate<String> selection;
    private final Map<String, List<TestResult>> results = new ConcurrentHashMap<>();

    /**
     * An execution.
     *
     * @param subject of the type that the kit asks for
     * @param features those that the platform declares
     * @param redaction takes out of results what must not be shown
     * @param selection the ids that are to be tested
     */
    public Execution(
            RoleKit<?> kit,
            Object subject,
            Set<String> features,
            Workspace workspace,
            Redaction redaction,
            Predicate<String> selection) {
        this.kit = kit;
        this.subject = kit.subject().cast(subject);
        this.features = Set.copyOf(features);
        this.workspace = workspace;
        this.redaction = redaction;
        this.selection = selection;
    }

    RoleKit<?> kit() {
        return kit;
    }

    Object subject() {
        return subject;
    }

    Workspace workspace() {
        return workspace;
    }

    /** The lines of the audit that name a test and that are to be tested. */
    List<AuditEntry> entries(String test) {
        return kit.audit().of(test).stream()
                .filter(entry -> selection.test(entry.id()))
                .toList();
    }

    /** Whether all features that a requirement is about are declared. */
    public boolean applies(AuditEntry entry) {
        return features.containsAll(entry.features());
    }

    void record(String id, TestResult result) {
        TestResult clean = new TestResult(
                result.test(),
                result.verdict(),
                result.millis(),
                result.checks(),
                result.reason() == null ? null : redaction.apply(result.reason(), MAX_TEXT),
                result.exchanges().stream().map(this::clean).toList());
        results.computeIfAbsent(id, key -> new ArrayList<>());
        results.computeIfPresent(id, (key, list) -> {
            list.add(clean);
            return list;
        });
    }

    private Exchange clean(Exchange exchange) {
        return new Exchange(
                redaction.apply(exchange.sent(), MAX_TEXT),
                redaction.apply(exchange.expected(), MAX_TEXT),
                redaction.apply(exchange.received(), MAX_TEXT),
                clean(exchange.replay()));
    }

    private @Nullable String clean(@Nullable String replay) {
        return replay == null ? null : redaction.apply(replay, MAX_TEXT);
    }

    /** What was recorded for a requirement; empty when nothing was. */
    public List<TestResult> results(String id) {
        return List.copyOf(results.getOrDefault(id, List.of()));
    }
}
