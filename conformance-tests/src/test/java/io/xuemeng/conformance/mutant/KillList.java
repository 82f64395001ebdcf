package io.xuemeng.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which requirements each mutant must fail, as {@code src/test/mutants/<role>.tsv} declares: the mutant, a tab, the ids. What the mutants of a run fail is written to {@code target/mutants}, so that a
 * change can be looked at and, when it is right, taken over.
 */
public final class KillList {

    private static final Path DECLARED = Path.of("src", "test", "mutants");
    private static final Path FOUND = Path.of("target", "mutants");

    private KillList() {}

    /** The ids that a platform does not pass, after looking at what it is told about each. */
    public static Set<String> noticed(Offer offer, Path folder) {
        RoleResult role = ConformanceRun.run(Plan.of("mutant", List.of(offer)), folder)
                .roles()
                .get(0);
        Set<String> noticed = new TreeSet<>();
        for (RequirementResult requirement : role.requirements()) {
            assertThat(requirement.verdict()).as(requirement.id()).isNotEqualTo(Verdict.INAPPLICABLE);
            if (requirement.verdict() == Verdict.CANNOT_TELL) {
                assertIsThePlatforms(requirement);
            } else if (requirement.verdict() != Verdict.PASSED) {
                noticed.add(requirement.id());
                assertIsUseful(requirement);
            }
        }
        return noticed;
    }

    /** What a test needs beforehand was not done by a wrong platform; the kit itself has no fault. */
    private static void assertIsThePlatforms(RequirementResult requirement) {
        for (TestResult test : requirement.tests()) {
            if (test.reason() != null) {
                assertThat(test.reason().en())
                        .as(requirement.id())
                        .doesNotContain("fault of the kit", "The kit itself");
            }
        }
    }

    /** Whoever fails is told what was sent, what was expected and what came back, in both languages. */
    private static void assertIsUseful(RequirementResult requirement) {
        assertThat(requirement.tests().stream().map(TestResult::exchanges).flatMap(List::stream))
                .as(requirement.id())
                .isNotEmpty()
                .allSatisfy(exchange -> {
                    assertThat(exchange.sent().en()).isNotBlank();
                    assertThat(exchange.expected().en()).isNotBlank();
                    assertThat(exchange.received().en())
                            .isNotEqualTo(exchange.expected().en());
                    assertThat(exchange.expected().zh())
                            .isNotBlank()
                            .isNotEqualTo(exchange.expected().en());
                });
    }

    /**
     * Runs every mutant, holds what each fails against what is declared, and prints how strong the kit is.
     *
     * @param name what a mutant does, which tells it from the others
     * @param offer the platform that is wrong in that way
     * @param folder an empty folder, which they share
     */
    public static <M> void compare(
            RoleKit<?> kit, List<M> mutants, Function<M, String> name, Function<M, Offer> offer, Path folder)
            throws IOException {
        String role = kit.role().id();
        assertThat(mutants.stream().map(name)).doesNotHaveDuplicates();
        Map<String, Set<String>> noticed = new ConcurrentSkipListMap<>();
        mutants.parallelStream()
                .forEach(mutant -> noticed.put(name.apply(mutant), noticed(offer.apply(mutant), folder)));
        Files.createDirectories(FOUND);
        Files.write(
                FOUND.resolve(role + ".tsv"),
                noticed.entrySet().stream()
                        .map(mutant -> mutant.getKey() + '\t' + String.join(" ", mutant.getValue()))
                        .toList());
        String strength = KitStrength.write(role, kit, noticed);
        long surviving = noticed.values().stream().filter(Set::isEmpty).count();
        System.out.println(role + ": " + noticed.size() + " mutants, " + (noticed.size() - surviving) + " killed, "
                + surviving + " surviving");
        Map<String, Set<String>> declared = new TreeMap<>();
        for (String line : Files.readAllLines(DECLARED.resolve(role + ".tsv"), StandardCharsets.UTF_8)) {
            String[] columns = line.split("\t", 2);
            declared.put(columns[0], ids(columns[1]));
        }
        assertThat(noticed.keySet()).isEqualTo(declared.keySet());
        for (Map.Entry<String, Set<String>> mutant : noticed.entrySet()) {
            assertThat(mutant.getValue())
                    .as("the mutant that %s", mutant.getKey())
                    .isNotEmpty()
                    .isEqualTo(declared.get(mutant.getKey()));
        }
        KitStrength.compare(role, strength);
    }

    private static Set<String> ids(String column) {
        return Arrays.stream(column.split(" ")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The testable MUSTs of a role. */
    static Set<String> musts(RoleKit<?> kit) {
        Set<String> musts = kit.requirements().stream()
                .filter(requirement -> requirement.level() == Level.MUST)
                .map(Requirement::id)
                .collect(Collectors.toCollection(TreeSet::new));
        musts.retainAll(kit.audit().entries().stream()
                .filter(AuditEntry::isTestable)
                .map(AuditEntry::id)
                .collect(Collectors.toSet()));
        return musts;
    }
}
