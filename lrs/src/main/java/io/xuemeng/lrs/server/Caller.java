package io.xuemeng.lrs.server;

import io.xuemeng.lrs.statement.Actor;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as the platform found out. The engine sets the authority of the statements it stores from it, always the
 * same for the same caller (Data 2.4.9; IEEE 9274.1.1-2023, 4.2.4.2). Immutable.
 */
public final class Caller {

    private static final Caller ANONYMOUS = new Caller("", null, Set.of());

    private final String name;
    private final @Nullable Actor authority;
    private final Set<Scope> scopes;

    private Caller(String name, @Nullable Actor authority, Set<Scope> scopes) {
        this.name = name;
        this.authority = authority;
        this.scopes = scopes;
    }

    /**
     * A caller.
     *
     * @param name what the platform knows it by; limits of the number of requests are counted by it
     * @param authority who asserts the statements it stores: an agent, or a group of two, an application and its user
     * @param scopes what it may do
     */
    public static Caller of(String name, Actor authority, Set<Scope> scopes) {
        Objects.requireNonNull(authority, "authority");
        return new Caller(name, authority, Set.copyOf(scopes));
    }

    /** A caller who may do everything. */
    public static Caller of(String name, Actor authority) {
        return of(name, authority, EnumSet.of(Scope.ALL));
    }

    /** Nobody: a request without credentials, or with wrong ones. It can read what the LRS is, and nothing else. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /** What the platform knows it by; empty for nobody. */
    public String name() {
        return name;
    }

    /** Who asserts its statements; null for nobody. */
    public @Nullable Actor authority() {
        return authority;
    }

    /** What it may do. */
    public Set<Scope> scopes() {
        return scopes;
    }

    boolean mayWriteStatements() {
        return has(Scope.STATEMENTS_WRITE, Scope.ALL);
    }

    boolean mayReadAllStatements() {
        return has(Scope.STATEMENTS_READ, Scope.ALL_READ, Scope.ALL);
    }

    boolean mayReadOwnStatements() {
        return has(Scope.STATEMENTS_READ_MINE, Scope.STATEMENTS_READ, Scope.ALL_READ, Scope.ALL);
    }

    boolean mayDefine() {
        return has(Scope.DEFINE, Scope.ALL);
    }

    boolean mayRead(Scope documents) {
        return has(documents, Scope.ALL_READ, Scope.ALL);
    }

    boolean mayWrite(Scope documents) {
        return has(documents, Scope.ALL);
    }

    /** Anybody who may read something may look up agents and activities. */
    boolean mayLookUp() {
        return !scopes.isEmpty();
    }

    private boolean has(Scope... anyOf) {
        for (Scope scope : anyOf) {
            if (scopes.contains(scope)) {
                return true;
            }
        }
        return false;
    }

    /** The scopes only. */
    @Override
    public String toString() {
        return "Caller" + scopes;
    }
}
