package io.xuemeng.examples.platform.account;

import io.xuemeng.identity.token.EducationClaims;

/**
 * Somebody's account: 账号. Immutable; {@code toString} says nothing of the person.
 *
 * @param name what the person types
 * @param passwordHash the password's hash, as {@link Passwords} writes it
 * @param education the person's place in the education system
 */
public record Account(String name, String passwordHash, EducationClaims education) {

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "Account";
    }
}
