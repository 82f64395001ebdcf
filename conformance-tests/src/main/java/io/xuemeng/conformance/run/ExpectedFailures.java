package io.xuemeng.conformance.run;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.conformance.role.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Failures that are known, so that a build can go on and still notice every other one. They are run like all tests; one that
 * passes is an error, because the list is then out of date. A platform with known failures is not conformant. Immutable.
 *
 * @param known as {@code <role>/<id>}
 */
public record ExpectedFailures(Set<String> known) {

    /** Copies the set. */
    public ExpectedFailures {
        known = Set.copyOf(known);
    }

    /**
     * Reads a list: one failure a line, the role, a blank, the id; the rest of a line from {@code #} on is for the reader.
     *
     * @throws SettingsException when a line names no role or no requirement
     * @throws IOException when it cannot be read
     */
    public static ExpectedFailures read(Path file) throws IOException {
        Set<String> known = new HashSet<>();
        int number = 0;
        for (String line :
                Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            String text = line.replaceFirst("#.*", "").strip();
            if (text.isEmpty()) {
                continue;
            }
            List<String> words = List.of(text.split("\\s+"));
            boolean understood = words.size() == 2
                    && Role.find(words.get(0))
                            .flatMap(RoleKits::find)
                            .flatMap(kit -> kit.audit().find(words.get(1)))
                            .isPresent();
            if (!understood) {
                throw SettingsException.of("expected.line", file, number, text);
            }
            known.add(words.get(0) + '/' + words.get(1));
        }
        return new ExpectedFailures(known);
    }

    boolean contains(Role role, String id) {
        return known.contains(role.id() + '/' + id);
    }

    /** Those of roles that were not run. */
    Set<String> without(Set<String> met) {
        Set<String> rest = new TreeSet<>(known);
        rest.removeAll(met);
        return rest;
    }
}
