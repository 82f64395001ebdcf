package io.xuemeng.identity.session;

import java.util.Optional;

/**
 * What an issuer knows of its accounts, for translating subjects; implement it over your own store. Implementations are thread-safe.
 */
public interface SubjectRegistry {

    /**
     * A person behind a subject.
     *
     * @param account what identifies the person at the issuer
     * @param minor whether the person is under 14
     */
    record Person(String account, boolean minor) {

        /** Nothing of the person. */
        @Override
        public String toString() {
            return "Person";
        }
    }

    /** The person whom a sector knows by a subject; empty when there is none, or no longer. */
    Optional<Person> find(String sector, String subject);

    /** The consent to telling one sector's subject to another; empty when nobody gave it, or it was taken back. */
    Optional<Consent> consent(String account, String fromSector, String toSector);
}
