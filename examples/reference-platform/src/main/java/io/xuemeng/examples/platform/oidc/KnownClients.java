package io.xuemeng.examples.platform.oidc;

import io.xuemeng.lrs.server.Scope;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The systems that the operator made known here by name and secret. Implementations are thread-safe. */
public interface KnownClients {

    /** Who shows the right secret by Basic authentication; empty when nobody does. */
    Optional<String> authenticate(@Nullable String authorization);

    /** What one may do; empty when it is not known. */
    Optional<Set<Scope>> scopesOf(String name);
}
