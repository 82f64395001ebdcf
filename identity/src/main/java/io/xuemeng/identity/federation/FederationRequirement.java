package io.xuemeng.identity.federation;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What entity statements, trust chains and trust marks must keep. */
public enum FederationRequirement implements CodedRequirement {
    /** typ is entity-statement+jwt. */
    STATEMENT_TYPE("FED-001", "OpenID Federation 1.0, 3"),
    /** kid is there. */
    STATEMENT_KEY_ID("FED-002", "OpenID Federation 1.0, 3"),
    /** A statement has no trust_chain or peer_trust_chain of its own. */
    STATEMENT_WITHOUT_CHAIN("FED-003", "OpenID Federation 1.0, 4.3, 4.4"),
    /** iss and sub are entity identifiers. */
    ENTITY_IDENTIFIER("FED-004", "OpenID Federation 1.0, 1.2"),
    /** iat is there. */
    ISSUED_PRESENT("FED-005", "OpenID Federation 1.0, 3.1.1"),
    /** iat is not in the future. */
    NOT_FROM_FUTURE("FED-006", "OpenID Federation 1.0, 3.2"),
    /** exp is there. */
    EXPIRY_PRESENT("FED-007", "OpenID Federation 1.0, 3.1.1"),
    /** exp is not past. */
    NOT_EXPIRED("FED-008", "OpenID Federation 1.0, 3.2"),
    /** jwks is there, with a usable key, and a kid of its own for each. */
    KEYS("FED-009", "OpenID Federation 1.0, 3.1.1"),
    /** crit names claims that are not defined, and all of them are understood. */
    CRITICAL_CLAIMS("FED-010", "OpenID Federation 1.0, 3.2"),
    /** A claim stands in the kind of statement that it is for. */
    CLAIM_PLACE("FED-011", "OpenID Federation 1.0, 3.1, 3.2"),
    /** authority_hints and trust_anchor_hints are entity identifiers, at least one. */
    HINTS("FED-012", "OpenID Federation 1.0, 3.1.2"),
    /** metadata is an object of objects without null. */
    METADATA_FORM("FED-013", "OpenID Federation 1.0, 5"),
    /** metadata_policy has its three levels. */
    POLICY_FORM("FED-014", "OpenID Federation 1.0, 6.1.2"),
    /** constraints have their form. */
    CONSTRAINTS_FORM("FED-015", "OpenID Federation 1.0, 6.2"),
    /** trust_marks, trust_mark_issuers and trust_mark_owners have their form, and each mark says the type under which it is shown. */
    TRUST_MARKS_FORM("FED-016", "OpenID Federation 1.0, 3.1.2, 3.2"),
    /** A chain is not longer than can be looked through. */
    CHAIN_LENGTH("FED-020", PROFILE_DECISION),
    /** A chain begins with what an entity says of itself. */
    CHAIN_BEGIN("FED-021", "OpenID Federation 1.0, 10.2"),
    /** Each statement is about the issuer of the one before. */
    CHAIN_LINK("FED-022", "OpenID Federation 1.0, 10.2"),
    /** A chain ends with a trust anchor that is known. */
    CHAIN_END("FED-023", "OpenID Federation 1.0, 10.2"),
    /** A superior is one that the subordinate names. */
    CHAIN_HINT("FED-024", "OpenID Federation 1.0, 3.2"),
    /** Nobody stands in a chain twice. */
    CHAIN_LOOP("FED-025", "OpenID Federation 1.0, 10.1"),
    /** The chain is about the entity that was asked for. */
    CHAIN_SUBJECT("FED-026", "OpenID Federation 1.0, 3.2"),
    /** max_path_length. */
    PATH_LENGTH("FED-030", "OpenID Federation 1.0, 6.2.1"),
    /** naming_constraints. */
    NAMING("FED-031", "OpenID Federation 1.0, 6.2.2"),
    /** An operator of a policy has a value of its type. */
    POLICY_OPERATOR("FED-035", "OpenID Federation 1.0, 6.1.3"),
    /** Operators of a policy go together. */
    POLICY_COMBINATION("FED-036", "OpenID Federation 1.0, 6.1.3"),
    /** Policies of superior and subordinate can be merged. */
    POLICY_MERGE("FED-037", "OpenID Federation 1.0, 6.1.4.1"),
    /** Metadata keep the policy. */
    POLICY_VIOLATED("FED-038", "OpenID Federation 1.0, 6.1.4.2"),
    /** No operators are critical: the standard ones never are, and no others are understood. */
    POLICY_CRITICAL("FED-039", "OpenID Federation 1.0, 3.1.3, 6.1.3.2"),
    /** A statement can be fetched. */
    FETCHED("FED-040", "OpenID Federation 1.0, 8.1.2, 9.2"),
    /** Not more is fetched than the limits allow. */
    FAN_OUT("FED-041", "OpenID Federation 1.0, 18.1; " + PROFILE_DECISION),
    /** There is a path to a trust anchor. */
    PATH("FED-042", "OpenID Federation 1.0, 10.1"),
    /** A superior says where its statements are. */
    FETCH_ENDPOINT("FED-043", "OpenID Federation 1.0, 5.1.1"),
    /** What was fetched is what was asked for. */
    FETCHED_STATEMENT("FED-044", "OpenID Federation 1.0, 8.1.1"),
    /** typ of a trust mark, and of a delegation. */
    MARK_TYPE("FED-050", "OpenID Federation 1.0, 7, 7.2.1"),
    /** A trust mark has its claims. */
    MARK_CLAIMS("FED-051", "OpenID Federation 1.0, 7.1, 7.2.1"),
    /** A trust mark is about whom it is shown for. */
    MARK_SUBJECT("FED-052", "OpenID Federation 1.0, 3.1.2, 7.3"),
    /** A trust mark is in force. */
    MARK_IN_FORCE("FED-053", "OpenID Federation 1.0, 7.3"),
    /** Its issuer may issue marks of this type. */
    MARK_ISSUER("FED-054", "OpenID Federation 1.0, 3.1.2, 7"),
    /** A mark that somebody else owns is delegated. */
    MARK_DELEGATION("FED-055", "OpenID Federation 1.0, 7.2.2, 7.3");

    static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> FederationRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    FederationRequirement(String id, String source) {
        this.rule = new Rule(id, Level.MUST, Severity.ERROR, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return MESSAGES;
    }
}
