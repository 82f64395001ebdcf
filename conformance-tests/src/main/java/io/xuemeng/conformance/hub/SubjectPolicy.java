package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.EntityStatementIssuer;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.StatementDraft;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.federation.TrustChainVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a hub's policy makes of the subjects of relying parties. It is tried on relying parties of the kit's own, below a hub of the kit's
 * own that has this policy: what the policy says of other parameters cannot stand in the way. Immutable.
 *
 * @param operators what the policy says of {@code subject_type}; the missing node when it says nothing
 * @param allowed whether there may be relying parties below the hub
 */
record SubjectPolicy(JsonNode operators, boolean allowed) {

    private static final String PARAMETER = "subject_type";
    private static final String PAIRWISE = "pairwise";
    private static final String NOTHING = "-";

    /** What relying parties may state, {@value #NOTHING} for nothing. */
    static final List<String> STATED = List.of(NOTHING, "public", PAIRWISE);

    private static final String HUB = "https://hub.kit.example";
    private static final String MEMBER = "https://member.kit.example";
    private static final SigningKey KEY = SigningKey.generate(KeyType.P_256);
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** That of a statement about a member. */
    static SubjectPolicy of(JsonNode claims) {
        JsonNode types = claims.path("constraints").path("allowed_entity_types");
        return new SubjectPolicy(
                claims.path("metadata_policy")
                        .path(EntityMetadata.OPENID_RELYING_PARTY)
                        .path(PARAMETER),
                !types.isArray() || Payload.texts(types).contains(EntityMetadata.OPENID_RELYING_PARTY));
    }

    /** What becomes of relying parties by the policy when it is not pairwise, for each thing that they may say; empty when nothing does. */
    List<String> notPairwise() {
        List<String> found = new ArrayList<>();
        if (allowed) {
            for (String stated : STATED) {
                Optional<TrustChain> chain = chain(stated);
                String made = chain.map(SubjectPolicy::made).orElse(NOTHING);
                // Whoever wants something else may be refused, but not whoever wants what all must.
                boolean refused = chain.isEmpty() && !stated.equals(PAIRWISE);
                if (!refused && !made.equals(PAIRWISE)) {
                    found.add(stated + " \u2192 " + made);
                }
            }
        }
        return found;
    }

    private static String made(TrustChain chain) {
        return chain.metadata()
                .text(EntityMetadata.OPENID_RELYING_PARTY, PARAMETER)
                .orElse(NOTHING);
    }

    /** The chain of a relying party; empty when it has none by this policy. */
    private Optional<TrustChain> chain(String stated) {
        JwkSet keys = JwkSet.of(Jwk.of(KEY));
        StatementDraft member = StatementDraft.configuration(keys)
                .authorityHints(HUB)
                .metadata(
                        EntityMetadata.OPENID_RELYING_PARTY,
                        RawJson.written(out -> out.startObject()
                                .member("client_name", "kit")
                                .member(PARAMETER, stated.equals(NOTHING) ? null : stated)
                                .endObject()));
        StatementDraft about = StatementDraft.about(MEMBER, keys);
        if (!operators.isMissingNode()) {
            about.metadataPolicy(RawJson.of(
                    "{\"" + EntityMetadata.OPENID_RELYING_PARTY + "\":{\"" + PARAMETER + "\":" + operators + "}}"));
        }
        try {
            return TrustChainVerifier.trusting(List.of(new TrustAnchor(HUB, keys)), FederationProfile.chinese())
                    .verify(List.of(
                            issuer(MEMBER).issue(member, LIFETIME), issuer(HUB).issue(about, LIFETIME)))
                    .claims();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the policy is none that anybody can read, which is how the SDK says so
        } catch (SigningException e) {
            throw new IllegalStateException("the kit could not sign", e);
        }
    }

    private static EntityStatementIssuer issuer(String entity) {
        return EntityStatementIssuer.of(entity, KEY, Jwk.of(KEY).keyId().orElseThrow(), FederationProfile.chinese());
    }
}
