package io.xuemeng.identity.token;

import io.xuemeng.core.requirement.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a verifier says of a token: either it is {@linkplain Accepted accepted}, with all it says, or {@linkplain Refused refused}, with
 * all that is wrong; never half of each. Immutable and thread-safe.
 *
 * <pre>{@code
 * if (verifier.verify(compact) instanceof Verified.Accepted<IdToken> accepted) {
 *     signIn(accepted.orElseThrow().subject());
 * }
 * }</pre>
 *
 * @param <T> what an accepted token says
 */
public sealed interface Verified<T> {

    /** Whether it is accepted. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /** What it says; empty when it is refused. */
    Optional<T> claims();

    /** What is wrong with it; empty when it is accepted. */
    List<Finding> findings();

    /**
     * What it says.
     *
     * @throws RefusedTokenException when it is refused
     */
    default T orElseThrow() {
        return claims().orElseThrow(() -> new RefusedTokenException(findings()));
    }

    /** A token that is what it should be. */
    static <T> Verified<T> accepted(T claims) {
        return new Accepted<>(claims);
    }

    /**
     * A token of which nothing is to be believed.
     *
     * @throws IllegalArgumentException when there is no finding
     */
    static <T> Verified<T> refused(List<Finding> findings) {
        return new Refused<>(findings);
    }

    /** A token that is what it should be. */
    final class Accepted<T> implements Verified<T> {

        private final T value;

        private Accepted(T value) {
            this.value = value;
        }

        @Override
        public Optional<T> claims() {
            return Optional.of(value);
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public T orElseThrow() {
            return value;
        }

        /** What it says. */
        @Override
        public String toString() {
            return "Accepted[" + value + "]";
        }
    }

    /** A token of which nothing is to be believed. */
    final class Refused<T> implements Verified<T> {

        private final List<Finding> findings;

        private Refused(List<Finding> findings) {
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a token is refused for a reason");
            }
            this.findings = List.copyOf(findings);
        }

        @Override
        public Optional<T> claims() {
            return Optional.empty();
        }

        /** What is wrong with it: for the log of whoever verifies, not for whoever sent it. */
        @Override
        public List<Finding> findings() {
            return findings;
        }

        /** What its sender may be told: the same for every token, so that nobody learns from it how to make one. */
        public String publicMessage(Locale locale) {
            return TokenRequirement.MESSAGES.text("refused", locale);
        }

        /** The findings' ids and places. */
        @Override
        public String toString() {
            return "Refused" + findings;
        }
    }
}
