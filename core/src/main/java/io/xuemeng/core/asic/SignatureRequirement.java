package io.xuemeng.core.asic;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * What a signed container must be so that its signatures say who made what. An error makes a signature invalid, a warning leaves it
 * indeterminate (ETSI EN 319 102-1), an information changes nothing.
 */
public enum SignatureRequirement implements CodedRequirement {
    /** The {@code mimetype} entry says that this is an ASiC-E container, and nothing else. */
    MIME_TYPE("SIG-001", Severity.ERROR, Source.ASIC + "A.1"),
    /** It stands first, stored, without an extra field. */
    MIME_TYPE_FIRST("SIG-002", Severity.INFO, Source.ASIC + "A.1"),
    /** A manifest can be read. */
    MANIFEST_READABLE("SIG-003", Severity.ERROR, Source.ASIC + "A.4"),
    /** The signatures that a manifest names are there. */
    SIGNATURE_PRESENT("SIG-004", Severity.ERROR, Source.ASIC + "4.4.3.2"),
    /** Every signature is named by exactly one manifest. */
    SIGNATURE_NAMED("SIG-005", Severity.ERROR, Source.ASIC + "4.4.3.2"),
    /** A manifest refers to entries of its own container. */
    REFERENCE_LOCAL("SIG-006", Severity.ERROR, Source.ASIC + "A.4"),
    /** A manifest refers to each entry once. */
    REFERENCE_UNIQUE("SIG-007", Severity.ERROR, PROFILE_DECISION),
    /** The content of an entry is what was signed. */
    ENTRY_UNCHANGED("SIG-008", Severity.ERROR, Source.ASIC + "4.4.2"),
    /** There is no entry that was not signed. */
    NOTHING_ADDED("SIG-009", Severity.ERROR, PROFILE_DECISION),
    /** There is nothing in {@code META-INF} that was not signed and is no signature. */
    NOTHING_ADDED_IN_META_INF("SIG-010", Severity.ERROR, PROFILE_DECISION),
    /** Every entry that was signed is there. */
    NOTHING_REMOVED("SIG-011", Severity.ERROR, Source.ASIC + "4.4.2"),
    /** Every entry that was signed has its name. */
    NOTHING_RENAMED("SIG-012", Severity.ERROR, Source.ASIC + "4.4.2"),
    /** No two entries have one name. */
    NOTHING_DOUBLED("SIG-013", Severity.ERROR, Source.ASIC + "4.4.2"),
    /** The content of an entry can be read. */
    ENTRY_READABLE("SIG-014", Severity.ERROR, Source.ASIC + "4.4.2"),
    /** Digests are by algorithms that are accepted. */
    DIGEST_ALGORITHM("SIG-015", Severity.WARNING, "ETSI TS 119 312; GM/T 0010-2012"),
    /** No critical extension that is not understood. */
    CRITICAL_EXTENSION("SIG-016", Severity.ERROR, Source.ASIC + "A.4"),
    /** A signature is a signed message with one signer. */
    MESSAGE_READABLE("SIG-017", Severity.ERROR, "RFC 5652, 5; GM/T 0010-2012"),
    /** It is encoded with stated lengths in their shortest form. */
    MESSAGE_DEFINITE("SIG-018", Severity.WARNING, PROFILE_DECISION),
    /** The signed attributes are complete and agree. */
    SIGNED_ATTRIBUTES("SIG-019", Severity.ERROR, Source.CADES + "6.3"),
    /** The manifest is what was signed. */
    MANIFEST_UNCHANGED("SIG-020", Severity.ERROR, "RFC 5652, 11.2"),
    /** The signature is over the manifest that names it. */
    OWN_MANIFEST("SIG-021", Severity.ERROR, Source.ASIC + "4.4.3.2"),
    /** The signature was made with the key of its certificate. */
    SIGNATURE_VERIFIES("SIG-022", Severity.ERROR, "RFC 5652, 5.6"),
    /** An SM2 signature was made with the agreed signer ID. */
    SM2_ID("SIG-023", Severity.ERROR, "GM/T 0009-2012, 10"),
    /** The signer's certificate is embedded. */
    CERTIFICATE_PRESENT("SIG-024", Severity.WARNING, Source.CADES + "6.3"),
    /** The signed attributes identify that certificate. */
    CERTIFICATE_IDENTIFIED("SIG-025", Severity.WARNING, Source.CADES + "5.2.2"),
    /** The signature is by an algorithm that is accepted. */
    SIGNATURE_ALGORITHM("SIG-026", Severity.WARNING, "ETSI TS 119 312; GM/T 0010-2012"),
    /** A later signature covers those before it. */
    COVERS_EARLIER("SIG-027", Severity.WARNING, PROFILE_DECISION),
    /** No unsigned attribute that is not understood. */
    UNSIGNED_ATTRIBUTES("SIG-028", Severity.WARNING, Source.CADES + "5.3"),
    /** Embedded certificates and revocation data are what their issuers signed. */
    EMBEDDED_MATERIAL("SIG-029", Severity.WARNING, PROFILE_DECISION),
    /** The stated time of signing is not after the timestamp, and not after now. */
    SIGNING_TIME("SIG-030", Severity.WARNING, "ETSI EN 319 102-1, 5.5.4"),
    /** No more signatures than are read, and none larger. */
    WITHIN_LIMITS("SIG-031", Severity.ERROR, PROFILE_DECISION),
    /** A seal is made with SM2, and the signature beside a seal is not. */
    FORM("SIG-032", Severity.ERROR, PROFILE_DECISION);

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", SignatureRequirement.class::getResourceAsStream);

    private final Rule rule;

    SignatureRequirement(String id, Severity severity, String source) {
        this.rule = new Rule(id, severity == Severity.INFO ? Level.SHOULD : Level.MUST, severity, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return MESSAGES;
    }

    /** The documents that most sources are clauses of. */
    private static final class Source {
        private static final String ASIC = "ETSI EN 319 162-1, ";
        private static final String CADES = "ETSI EN 319 122-1, ";
    }
}
