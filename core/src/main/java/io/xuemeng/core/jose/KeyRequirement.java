package io.xuemeng.core.jose;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What a published key must keep to be used for verifying signatures. A key that does not is left out; the others of its set stay. */
public enum KeyRequirement implements CodedRequirement {
    /** A key set is an object with the array keys. */
    KEY_SET("KEY-001", Severity.FATAL, "RFC 7517, 5"),
    /** How many keys a set has. */
    KEY_COUNT("KEY-002", Severity.ERROR, PROFILE_DECISION),
    /** A key is a JSON object. */
    KEY_OBJECT("KEY-003", Severity.ERROR, "RFC 7517, 4"),
    /** A key has all members of its kind; a private RSA key its primes too, which the standard recommends. */
    MEMBER_PRESENT("KEY-004", Severity.ERROR, "RFC 7517, 4.1; RFC 7518, 6; RFC 8037, 2; " + PROFILE_DECISION),
    /** The types of a key's members; a name is not empty. */
    MEMBER_FORM("KEY-005", Severity.ERROR, "RFC 7517, 4; " + PROFILE_DECISION),
    /** The numbers of a key are encoded in their one form. */
    VALUE_ENCODING("KEY-006", Severity.ERROR, "RFC 7518, 2, 6; RFC 8037, 2; RFC 4648, 3.5"),
    /** The kind of key is one of ours. */
    KEY_TYPE("KEY-007", Severity.WARNING, "RFC 7517, 5; " + PROFILE_DECISION),
    /** A public point lies on its curve. */
    ON_CURVE("KEY-008", Severity.ERROR, "RFC 8725, 3.4"),
    /** An RSA modulus is of 2048 to 8192 bits, odd, and not of primes that can be found. */
    RSA_MODULUS("KEY-009", Severity.ERROR, "RFC 7518, 3.3, 3.5; " + PROFILE_DECISION),
    /** An RSA exponent is odd and above 3. */
    RSA_EXPONENT("KEY-010", Severity.ERROR, PROFILE_DECISION),
    /** No symmetric key. */
    NOT_SYMMETRIC("KEY-011", Severity.ERROR, PROFILE_DECISION),
    /** No private key among public ones. */
    NOT_PRIVATE("KEY-012", Severity.ERROR, "RFC 7517, 9.2"),
    /** use is sig, if it is there. */
    FOR_SIGNATURES("KEY-013", Severity.INFO, "RFC 7517, 4.2"),
    /** key_ops has verify, if it is there; sign for a private key. */
    FOR_OPERATION("KEY-014", Severity.INFO, "RFC 7517, 4.3"),
    /** key_ops has each operation once, agrees with use, and for a signature key has none but sign and verify, which the standard
     * recommends. */
    OPERATIONS_FORM("KEY-015", Severity.ERROR, "RFC 7517, 4.3; " + PROFILE_DECISION),
    /** alg of a key is one of ours. */
    ALGORITHM_KNOWN("KEY-016", Severity.WARNING, "RFC 7517, 4.4; " + PROFILE_DECISION),
    /** alg of a key goes with its kind. */
    ALGORITHM_FITS("KEY-017", Severity.ERROR, "RFC 7517, 4.4; RFC 7518, 3.1; RFC 8037, 3.1"),
    /** No two keys of one kind with one kid, which the standard recommends. */
    UNIQUE_ID("KEY-018", Severity.ERROR, "RFC 7517, 4.5; " + PROFILE_DECISION),
    /** The first certificate under x5c is for this key. */
    CERTIFICATE("KEY-019", Severity.ERROR, "RFC 7517, 4.7; " + PROFILE_DECISION),
    /** The private half of a key belongs to its public one. */
    PAIR("KEY-020", Severity.ERROR, "RFC 7518, 6.2.2, 6.3.2; RFC 8037, 2");

    private final Rule rule;

    KeyRequirement(String id, Severity severity, String source) {
        this.rule = new Rule(id, Level.MUST, severity, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return JwsRequirement.MESSAGES;
    }
}
