package io.xuemeng.conformance.run;

import io.xuemeng.conformance.role.Offer;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run. Immutable.
 *
 * @param platform the platform's name
 * @param target the SHA-256 of its target file; null for a run in process
 * @param offers the roles it declares
 * @param selection the ids, or families such as {@code ZIP}, to which the run is limited; empty for all. A limited run never ends
 *     in "conformant"
 * @param expectedFailures the failures that are known; null when there is no such list
 * @param secrets texts that must not stand in any result
 */
public record Plan(
        String platform,
        @Nullable String target,
        List<Offer> offers,
        List<String> selection,
        @Nullable ExpectedFailures expectedFailures,
        Collection<String> secrets) {

    /** Copies the lists. */
    public Plan {
        offers = List.copyOf(offers);
        selection = List.copyOf(selection);
        secrets = List.copyOf(secrets);
    }

    /** Everything there is to test, with nothing known to fail. */
    public static Plan of(String platform, List<Offer> offers) {
        return new Plan(platform, null, offers, List.of(), null, List.of());
    }

    /** Whether an id is to be tested. */
    boolean selects(String id) {
        return selection.isEmpty()
                || selection.contains(id)
                || selection.contains(id.substring(0, Math.max(0, id.lastIndexOf('-'))));
    }
}
