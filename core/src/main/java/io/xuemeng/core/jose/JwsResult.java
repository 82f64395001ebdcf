package io.xuemeng.core.jose;

import io.xuemeng.core.requirement.Finding;
import java.util.List;
import java.util.Locale;

/**
 * What a verifier says of a token: either it {@linkplain Verified verified}, with all it says, or it was {@linkplain Refused refused},
 * with all that is wrong. Immutable and thread-safe.
 *
 * <pre>{@code
 * JwsResult result = verifier.verify(token);
 * if (result instanceof JwsResult.Verified jws) {
 *     accept(jws.header(), jws.payload());
 * }
 * }</pre>
 */
public sealed interface JwsResult {

    /** Whether it verified. */
    default boolean isVerified() {
        return this instanceof Verified;
    }

    /** What was found: nothing when it verified. */
    default List<Finding> findings() {
        return List.of();
    }

    /** A token whose signature was made by the key's holder over exactly this header and payload. */
    final class Verified implements JwsResult {

        private final JwsHeader header;
        private final byte[] payload;
        private final Jwk key;

        Verified(JwsHeader header, byte[] payload, Jwk key) {
            this.header = header;
            this.payload = payload;
            this.key = key;
        }

        /** Its header. */
        public JwsHeader header() {
            return header;
        }

        /** Its payload, which may be empty and need not be JSON. Not a copy: it was made for this result and belongs to its holder. */
        public byte[] payload() {
            return payload;
        }

        /** The key it verified with: the caller's own, or the one its header brought and the caller trusted. */
        public Jwk key() {
            return key;
        }

        /** The header's algorithm and the payload's length. */
        @Override
        public String toString() {
            return "Verified[" + header + ", payload of " + payload.length + " bytes]";
        }
    }

    /** A token of which nothing is to be believed. */
    final class Refused implements JwsResult {

        private final List<Finding> findings;

        Refused(List<Finding> findings) {
            this.findings = List.copyOf(findings);
        }

        /** What is wrong with it, never empty: for the log of whoever verifies, not for whoever sent it. */
        @Override
        public List<Finding> findings() {
            return findings;
        }

        /** What its sender may be told: the same for every token, so that nobody learns from it how to make one. */
        public String publicMessage(Locale locale) {
            return JwsRequirement.MESSAGES.text("refused", locale);
        }

        /** The findings' ids and places. */
        @Override
        public String toString() {
            return "Refused" + findings;
        }
    }
}
