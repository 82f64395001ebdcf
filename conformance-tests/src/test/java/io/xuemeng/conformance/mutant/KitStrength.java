package io.xuemeng.conformance.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.role.RoleKit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps {@code docs/kit-strength.md} in step with what the mutants show. */
final class KitStrength {

    /** A mutant that fails at most so many requirements says something about each of them. */
    private static final int SPECIFIC = 25;

    private static final Path PAGE = Path.of("..", "docs", "kit-strength.md");

    private KitStrength() {}

    /** Writes what the page should say of a role to {@code target/mutants}. */
    static String write(String role, RoleKit<?> kit, Map<String, Set<String>> noticed) throws IOException {
        String section = section(role, kit, noticed);
        Files.writeString(Path.of("target", "mutants", role + ".md"), section);
        return section;
    }

    /** Holds the page against it. */
    static void compare(String role, String section) throws IOException {
        String page = Files.readString(PAGE, StandardCharsets.UTF_8).replace("\r\n", "\n");
        int from = page.indexOf("<!-- " + role + " -->");
        int to = page.indexOf("<!-- /" + role + " -->");
        assertThat(from).as("%s has a section for %s", PAGE, role).isBetween(0, to);
        assertThat(page.substring(page.indexOf('\n', from) + 1, to))
                .as("%s is in step; target/mutants/%s.md is what it should say", PAGE, role)
                .isEqualTo(section);
    }

    private static String section(String role, RoleKit<?> kit, Map<String, Set<String>> noticed) {
        Set<String> musts = KillList.musts(kit);
        Set<String> any = new TreeSet<>();
        Set<String> specific = new TreeSet<>();
        noticed.values().forEach(ids -> {
            any.addAll(ids);
            if (ids.size() <= SPECIFIC) {
                specific.addAll(ids);
            }
        });
        long killed = noticed.values().stream().filter(ids -> !ids.isEmpty()).count();
        any.retainAll(musts);
        specific.retainAll(musts);
        Set<String> without = new TreeSet<>(musts);
        without.removeAll(specific);
        List<String> lines = new ArrayList<>();
        lines.add("| | |");
        lines.add("|---|---|");
        lines.add("| mutants | " + noticed.size() + " |");
        lines.add("| killed, each by exactly its ids | " + killed + " |");
        lines.add("| surviving | " + (noticed.size() - killed) + " |");
        lines.add("| testable MUSTs | " + musts.size() + " |");
        lines.add("| failed by at least one mutant | " + any.size() + " |");
        lines.add("| failed by a mutant that fails at most " + SPECIFIC + " | " + specific.size() + " |");
        lines.add("");
        Set<String> none = new TreeSet<>(musts);
        none.removeAll(any);
        lines.add("MUSTs that no mutant fails: " + (none.isEmpty() ? "none." : String.join(", ", none) + "."));
        lines.add("");
        lines.add("MUSTs that only mutants with many failures fail: "
                + (without.isEmpty() ? "none." : String.join(", ", without) + "."));
        lines.add("");
        lines.add("| " + (role.startsWith("i") ? "An " : "A ") + role + " that | fails |");
        lines.add("|---|---|");
        noticed.forEach((name, ids) -> lines.add("| " + name.replace("|", "\\|") + " | "
                + (ids.size() > SPECIFIC ? ids.size() + " requirements" : String.join(", ", ids)) + " |"));
        return String.join("\n", lines) + "\n";
    }
}
