package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of clauses names nothing that is not there, and misses no requirement on requests. */
class ClausesTest {

    private static final Path TABLE = Path.of("../docs/lrs-clauses.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern REQUIREMENT = Pattern.compile("LRS-\\d{3}");

    /** Requirements that no row of the table asks for: our own, and that a failure of the LRS is answered with 500. */
    private static final List<String> OTHERS = List.of("LRS-009", "LRS-013", "LRS-090", "LRS-091");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| .*[^-|].*"))
                .skip(1)
                .toList();
    }

    @Test
    void namesTestsThatExist() throws IOException {
        int named = 0;
        for (String row : rows()) {
            Matcher matcher = TEST.matcher(row);
            assertThat(matcher.reset().find() || REQUIREMENT.matcher(row).find())
                    .as(row)
                    .isTrue();
            matcher.reset();
            while (matcher.find()) {
                String method = "void " + matcher.group(2) + "(";
                assertThat(Files.readString(file(matcher.group(1)))).as(row).contains(method);
                named++;
            }
        }
        assertThat(named).isGreaterThan(40);
    }

    private static Path file(String test) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.getFileName().toString().equals(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(test));
        }
    }

    @Test
    void namesEveryRequirementOnRequests() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (String row : rows()) {
            REQUIREMENT.matcher(row).results().forEach(match -> named.add(match.group()));
        }
        List<String> expected = Stream.of(LrsRequirement.values())
                .map(LrsRequirement::id)
                .filter(id -> !OTHERS.contains(id))
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(expected);
    }
}
