package io.xuemeng.conformance.issuer;

/**
 * A user of an issuer whom the kit may sign in. Immutable; {@code toString} keeps the password.
 *
 * @param name what is typed into the first field for text
 * @param password what is typed into the field for one
 */
public record TestUser(String name, String password) {

    /** The name. */
    @Override
    public String toString() {
        return "TestUser[" + name + ']';
    }
}
