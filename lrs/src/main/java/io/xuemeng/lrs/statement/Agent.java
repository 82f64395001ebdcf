package io.xuemeng.lrs.statement;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person, or a system that acts as one (个体). Immutable.
 *
 * @param typeStated whether {@code objectType} stands in the JSON; where an agent is a statement's object it always does
 * @param name the full name; null when absent
 * @param identifier what identifies the agent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2421-when-the-actor-objecttype-is-agent">Data
 *     2.4.2.1; IEEE 9274.1.1-2023, 4.2.2.1</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Agent(boolean typeStated, @Nullable String name, InverseFunctionalIdentifier identifier)
        implements Actor {

    /** Checks that there is an identifier. */
    public Agent {
        Objects.requireNonNull(identifier, "an agent has an identifier");
    }

    /** The agent with an identifier. */
    public static Agent of(InverseFunctionalIdentifier identifier) {
        return new Agent(true, null, identifier);
    }

    /**
     * The agent with an account.
     *
     * @param homePage the home page of the system that the account is on
     * @param name the account's name there, best an opaque one
     */
    public static Agent account(String homePage, String name) {
        return of(new Account(homePage, name));
    }

    /** The agent with an e-mail address, given as {@code mailto:} and the address. */
    public static Agent mbox(String mailto) {
        return of(new Mbox(mailto));
    }

    /** This agent with a full name. */
    public Agent named(String fullName) {
        return new Agent(typeStated, fullName, identifier);
    }

    /** An object as it stands in a statement, where an agent always states its type. */
    static StatementObject asObject(StatementObject object) {
        return object instanceof Agent agent && !agent.typeStated
                ? new Agent(true, agent.name, agent.identifier)
                : object;
    }

    @Override
    public String objectType() {
        return "Agent";
    }

    /** Without the name, and without what identifies the agent. */
    @Override
    public String toString() {
        return "Agent[" + identifier + "]";
    }
}
