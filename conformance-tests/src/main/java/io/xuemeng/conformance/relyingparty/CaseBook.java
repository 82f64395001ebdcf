package io.xuemeng.conformance.relyingparty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** For each requirement the tokens that show whether it is kept. */
final class CaseBook {

    private static final Map<String, Consumer<Cases>> CHAPTERS = chapters();

    private CaseBook() {}

    private static Map<String, Consumer<Cases>> chapters() {
        Map<String, Consumer<Cases>> book = new HashMap<>();
        ClaimCases.write(book);
        SignatureCases.write(book);
        JsonCases.write(book);
        KeyCases.write(book);
        KeyCases.writeDiscovery(book);
        FederationCases.write(book);
        LenienceCases.write(book);
        DpopCases.write(book);
        LaunchCases.write(book);
        return Map.copyOf(book);
    }

    /** The requirements that have tokens. */
    static Set<String> ids() {
        return CHAPTERS.keySet();
    }

    /** The tokens for a requirement. */
    static List<Cases.Case> of(String id, Scene scene) {
        Consumer<Cases> chapter = CHAPTERS.get(id);
        if (chapter == null) {
            throw new IllegalStateException("the kit has no tokens for " + id);
        }
        return Cases.of(scene, chapter);
    }
}
