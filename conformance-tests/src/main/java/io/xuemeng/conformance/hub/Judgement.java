package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.jose.JwsVerifier;
import io.xuemeng.core.jose.Sm2Profile;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.FederationRequirement;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChainVerifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the SDK's own verifiers say of what a hub signs. */
final class Judgement {

    /** What is about a chain, and not about one statement alone. */
    private static final Set<String> OF_CHAINS =
            Set.of("FED-020", "FED-021", "FED-022", "FED-023", "FED-024", "FED-025", "FED-026");

    /** A statement is read by whoever trusts anybody; whom does not matter, and no signature is verified with it. */
    private static final JwkSet NOBODY = JwkSet.of(Jwk.of(SigningKey.generate(KeyType.P_256)));

    private Judgement() {}

    /** Whether a text can be an entity identifier: https, or plain http on this machine. */
    static boolean isEntity(String text) {
        try {
            return new TrustAnchor(text, NOBODY).entity().equals(text);
        } catch (IllegalArgumentException e) {
            return false; // that is how the SDK says so
        }
    }

    /** Whether a hub's keys made a signature. */
    static JwsResult signature(String compact, JwkSet keys, FederationProfile profile) {
        return JwsVerifier.allowing(profile.algorithms())
                .keys(keys)
                .sm2(Sm2Profile.declared())
                .build()
                .verify(compact);
    }

    /** Whether a hub's keys made the signature of something of a type. */
    static boolean isSigned(String compact, String type, Federation federation) {
        return signature(compact, federation.keys(), federation.profile()) instanceof JwsResult.Verified verified
                && verified.header().type().orElse("").equals(type)
                && verified.header().keyId().isPresent();
    }

    /** What is wrong with a statement by itself: its header, its claims, its dates, and how it is written; not who signed it. */
    static List<Finding> form(String compact, String entity, FederationProfile profile) {
        List<Finding> all = new ArrayList<>();
        JsonNode header = Payload.header(compact);
        if (!header.path("typ").asText().equals("entity-statement+jwt")) {
            all.add(Finding.of(FederationRequirement.STATEMENT_TYPE)
                    .with("found", header.path("typ").asText("-"))
                    .build());
        }
        if (header.path("kid").asText().isEmpty()) {
            all.add(Finding.of(FederationRequirement.STATEMENT_KEY_ID).build());
        }
        if (header.has("trust_chain") || header.has("peer_trust_chain")) {
            all.add(Finding.of(FederationRequirement.STATEMENT_WITHOUT_CHAIN).build());
        }
        TrustChainVerifier reader = TrustChainVerifier.trusting(List.of(new TrustAnchor(entity, NOBODY)), profile);
        for (Finding finding : reader.verify(List.of(compact)).findings()) {
            if (ofForm(finding.id())) {
                all.add(finding);
            }
        }
        return all;
    }

    private static boolean ofForm(String id) {
        boolean ofStatement = id.startsWith("FED-") && !OF_CHAINS.contains(id);
        return ofStatement || isOfWriting(id);
    }

    /** Whether a requirement is about how JSON and its claims are written, whatever they say. */
    static boolean isOfWriting(String id) {
        return id.startsWith("JSON-") || id.startsWith("TOK-");
    }

    /** Findings in words. */
    static Bilingual words(Collection<Finding> findings) {
        return Bilingual.list(findings.stream()
                .map(finding -> Bilingual.of(locale -> finding.id() + ' ' + finding.message(locale)))
                .toList());
    }
}
