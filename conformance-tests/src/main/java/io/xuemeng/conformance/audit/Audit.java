package io.xuemeng.conformance.audit;

import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The audit of one role: one line for each requirement that concerns it. The file is UTF-8; its columns are separated by
 * tabs: the id; the features, or {@code -}; the tests, or {@code -}; then {@code name=value} pairs, of which {@code untestable}
 * says why there is no test. Lines that begin with {@code #} are for the reader. Immutable.
 */
public final class Audit {

    private static final String NONE = "-";

    private final Map<String, AuditEntry> entries;

    private Audit(Map<String, AuditEntry> entries) {
        this.entries = entries;
    }

    /**
     * Reads an audit.
     *
     * @param in the file; closed
     * @param name what errors call it
     * @throws IllegalStateException when a line is wrong; the message names it
     */
    public static Audit read(@Nullable InputStream in, String name) {
        if (in == null) {
            throw new IllegalStateException("the audit " + name + " is missing from the kit");
        }
        Map<String, AuditEntry> entries = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                AuditEntry entry = entry(line, name + ", line " + number);
                if (entries.put(entry.id(), entry) != null) {
                    throw new IllegalStateException(name + ", line " + number + ": " + entry.id() + " has two lines");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the audit " + name + " could not be read", e);
        }
        return new Audit(entries);
    }

    private static AuditEntry entry(String line, String where) {
        String[] columns = line.split("\t");
        if (columns.length < 3) {
            throw new IllegalStateException(where + ": id, features and tests are separated by tabs");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 3; i < columns.length; i++) {
            int equals = columns[i].indexOf('=');
            if (equals < 1) {
                throw new IllegalStateException(where + ": " + columns[i] + " is not name=value");
            }
            attributes.put(columns[i].substring(0, equals), columns[i].substring(equals + 1));
        }
        String untestable = attributes.remove("untestable");
        List<String> tests = list(columns[2]);
        if (tests.isEmpty() == (untestable == null)) {
            throw new IllegalStateException(where + ": either tests or untestable=<why>, and not both");
        }
        return new AuditEntry(columns[0], new TreeSet<>(list(columns[1])), tests, untestable, attributes);
    }

    private static List<String> list(String column) {
        return column.equals(NONE) ? List.of() : List.of(column.split(","));
    }

    /** All lines, by id. */
    public Collection<AuditEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The line of a requirement. */
    public Optional<AuditEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * The requirement that a line is about.
     *
     * @throws IllegalStateException when there is none with that id
     */
    public static Requirement requirement(String id, RequirementCatalogue catalogue) {
        return catalogue
                .find(id)
                .orElseThrow(() -> new IllegalStateException("the audit names the unknown requirement " + id));
    }

    /** The lines that name a test. */
    public List<AuditEntry> of(String test) {
        List<AuditEntry> found = new ArrayList<>();
        for (AuditEntry entry : entries.values()) {
            if (entry.tests().contains(test)) {
                found.add(entry);
            }
        }
        return found;
    }
}
