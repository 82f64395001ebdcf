package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.conformance.role.SettingsException;
import java.util.List;

/** The ids and families that a command line may name. */
final class KnownIds {

    private KnownIds() {}

    /** Refuses what selects nothing of the roles that are tested: a mistyped id must not look like a pass. */
    static void check(List<String> selection, List<Offer> offers) {
        for (String word : selection) {
            boolean known = offers.stream()
                    .flatMap(offer -> RoleKits.find(offer.role()).stream())
                    .flatMap(kit -> kit.audit().entries().stream())
                    .anyMatch(entry -> entry.id().equals(word)
                            || entry.id()
                                    .substring(0, entry.id().lastIndexOf('-'))
                                    .equals(word));
            if (!known) {
                throw SettingsException.of("cli.unknownId", word);
            }
        }
    }
}
