package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.host.Host;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a run plays issuers to one relying party: one scene for what it declares, and one for each other set of features that is tried. It
 * ends with the run. Thread-safe.
 */
final class Stage {

    private final Terms terms;
    private final Workspace workspace;
    private final Host host;
    private final Map<Set<String>, Scene> scenes = new ConcurrentHashMap<>();
    private final Scene declared;
    private @Nullable Host stranger;

    private Stage(Terms terms, Set<String> features, Workspace workspace) {
        this.terms = terms;
        this.workspace = workspace;
        this.host = workspace.closing(Host.at(terms.host(), terms.listen(), terms.address()));
        this.declared = scene(features);
    }

    /** Sets the stage for what a relying party declares, before any test. */
    static Stage set(TokenAcceptance party, Set<String> features, Workspace workspace) {
        return workspace.once(Stage.class, () -> new Stage(party.terms(), features, workspace));
    }

    /** The one that preflight set. */
    static Stage of(Workspace workspace) {
        return workspace.once(Stage.class, () -> {
            throw new IllegalStateException("preflight sets the stage");
        });
    }

    /** The scene for what is declared. */
    Scene declared() {
        return declared;
    }

    /** The scene for some features. */
    Scene scene(Set<String> features) {
        return scenes.computeIfAbsent(Set.copyOf(features), copy -> new Scene(this, copy));
    }

    Terms terms() {
        return terms;
    }

    Host host() {
        return host;
    }

    /**
     * An origin that nobody was told to trust, which the relying party could reach.
     *
     * @throws NoAnswerException when it reaches the kit under an address, and none is known for that origin
     */
    synchronized Host stranger() {
        if (terms.address() != null && terms.foreignAddress() == null) {
            throw NoAnswerException.of("relyingParty.noForeign");
        }
        Host known = stranger;
        if (known == null) {
            known = workspace.closing(Host.stranger(terms.host(), terms.foreignListen(), terms.foreignAddress()));
            stranger = known;
        }
        return known;
    }

    /** A path of this run alone, for the issuers of a scene. */
    String folder(Set<String> features) {
        byte[] name = (workspace.run() + new TreeSet<>(features)).getBytes(StandardCharsets.UTF_8);
        return '/' + Workspace.digest(name).substring(0, 12);
    }
}
