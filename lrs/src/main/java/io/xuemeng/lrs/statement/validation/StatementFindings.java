package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.JsonRequirement;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts what is found by the statement it is about. A good statement costs nothing here. Not thread-safe.
 */
final class StatementFindings implements FindingSink {

    /** What is found outside all statements goes here. */
    private static final int DOCUMENT = -1;

    private final int listed;
    private boolean batch;
    private int current = DOCUMENT;
    private @Nullable FindingCollector document;
    private final List<@Nullable FindingCollector> statements = new ArrayList<>(0);

    StatementFindings(int listed) {
        this.listed = listed;
    }

    /** Begins with another document. */
    void restart() {
        batch = false;
        current = DOCUMENT;
        document = null;
        statements.clear();
    }

    void startBatch() {
        batch = true;
    }

    /** From now on findings are about this statement. */
    void start(int statement) {
        current = statement;
    }

    /** From now on findings are about no statement. */
    void end() {
        current = DOCUMENT;
    }

    @Override
    public void report(Finding finding) {
        // A name that comes twice is reported with all others of the document, when the first is met.
        boolean early = finding.requirement() == JsonRequirement.UNIQUE_NAMES;
        report(early ? statementOf(finding) : current, finding);
    }

    private void report(int statement, Finding finding) {
        if (statement == DOCUMENT) {
            if (document == null) {
                document = new FindingCollector(listed);
            }
            document.report(finding);
            return;
        }
        while (statements.size() <= statement) {
            statements.add(null);
        }
        FindingCollector collector = statements.get(statement);
        if (collector == null) {
            collector = new FindingCollector(listed);
            statements.set(statement, collector);
        }
        collector.report(finding);
    }

    private int statementOf(Finding finding) {
        String path = finding.location().path();
        if (!batch) {
            return 0;
        }
        int index = 0;
        int at = 1;
        while (path != null && at < path.length() && path.charAt(at) >= '0' && path.charAt(at) <= '9') {
            index = index * 10 + (path.charAt(at++) - '0');
        }
        return at == 1 ? current : index;
    }

    /**
     * What was found outside all statements, and in such as were not come to.
     *
     * @param reached how many statements were
     */
    List<Finding> ofDocument(int reached) {
        if (document == null && statements.size() <= reached) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>(document == null ? List.of() : document.findings());
        for (int statement = reached; statement < statements.size(); statement++) {
            found.addAll(of(statement));
        }
        return List.copyOf(found);
    }

    /** What was found in a statement. */
    List<Finding> of(int statement) {
        FindingCollector collector = statement < statements.size() ? statements.get(statement) : null;
        return collector == null ? List.of() : collector.findings();
    }

    /** Whether something was found in a statement that takes its validity. */
    boolean hasErrors(int statement) {
        FindingCollector collector = statement < statements.size() ? statements.get(statement) : null;
        return collector != null && hasErrors(collector.findings());
    }

    static boolean hasErrors(List<Finding> findings) {
        if (findings.isEmpty()) {
            return false;
        }
        return findings.stream().anyMatch(finding -> finding.severity().isWorseThan(Severity.WARNING));
    }
}
