package io.xuemeng.identity.federation;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.jose.JwsSigner;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.requirement.FindingCollector;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Issues what an entity says of itself and of those directly below it, and trust marks. It issues nothing that its own verifier would
 * refuse for its form. Immutable and thread-safe.
 */
public final class EntityStatementIssuer {

    private final String entity;
    private final JwsSigner statements;
    private final JwsSigner marks;
    private final JwsSigner delegations;
    private final Clock clock;
    private final EntityStatementReader reader;

    private EntityStatementIssuer(String entity, Signer signer, String keyId, FederationProfile profile) {
        this.entity = entity;
        this.statements = signer(signer, keyId, "entity-statement+jwt");
        this.marks = signer(signer, keyId, "trust-mark+jwt");
        this.delegations = signer(signer, keyId, "trust-mark-delegation+jwt");
        this.clock = profile.validity().clock();
        this.reader = new EntityStatementReader(profile);
    }

    private static JwsSigner signer(Signer signer, String keyId, String type) {
        return JwsSigner.with(signer).keyId(keyId).type(type).build();
    }

    /**
     * An issuer.
     *
     * @param entity its entity identifier
     * @param signer one of its keys for the federation
     * @param keyId the key's name in its published set
     * @param clock what time it is
     */
    public static EntityStatementIssuer of(String entity, Signer signer, String keyId, Clock clock) {
        return of(entity, signer, keyId, FederationProfile.chinese().withClock(clock));
    }

    /** The same in a federation that agreed on something else; the time is that of the profile's clock. */
    public static EntityStatementIssuer of(String entity, Signer signer, String keyId, FederationProfile profile) {
        profile.requireEntity(entity, "an issuer of statements");
        return new EntityStatementIssuer(entity, signer, keyId, profile);
    }

    /**
     * Issues a statement.
     *
     * @throws IllegalArgumentException when it would not have the form of one; the message says why
     * @throws SigningException when no signature could be made
     */
    public String issue(StatementDraft draft, Duration lifetime) throws SigningException {
        Instant now = clock.instant();
        String subject = draft.subject == null ? entity : draft.subject;
        String compact = statements.sign(JsonWriter.compact(out -> {
            start(out, subject, now, lifetime);
            draft.write(out);
            out.endObject();
        }));
        FindingCollector findings = new FindingCollector();
        reader.read(compact, "statement", findings);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException("the statement was not issued: "
                    + findings.findings().get(0).message(Locale.ENGLISH));
        }
        return compact;
    }

    /**
     * Issues a trust mark.
     *
     * @param subject the entity that it is for
     * @param delegation the owner's word that this issuer may, as {@link #issueDelegation} made it; null for marks of its own
     */
    public String issueTrustMark(String subject, String type, Duration lifetime, @Nullable String delegation)
            throws SigningException {
        Instant now = clock.instant();
        return marks.sign(JsonWriter.compact(out -> {
            start(out, subject, now, lifetime);
            out.member("trust_mark_type", type).member("delegation", delegation).endObject();
        }));
    }

    /** Lets another entity issue trust marks of a type that this one owns. */
    public String issueDelegation(String issuer, String type, Duration lifetime) throws SigningException {
        Instant now = clock.instant();
        return delegations.sign(JsonWriter.compact(out -> {
            start(out, issuer, now, lifetime);
            out.member("trust_mark_type", type).endObject();
        }));
    }

    private void start(JsonWriter out, String subject, Instant now, Duration lifetime) {
        out.startObject()
                .member("iss", entity)
                .member("sub", subject)
                .name("iat")
                .value(now.getEpochSecond())
                .name("exp")
                .value(now.plus(lifetime).getEpochSecond());
    }
}
