package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.identity.session.TokenExchange;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How {@link HandMadeIssuer} exchanges access tokens, and takes them back: right, but for what a mutant does wrong. */
final class HandMadeExchange {

    /**
     * An access token's.
     *
     * @param client to whom it was given
     * @param user about whom it is
     * @param subject the user's, as the client knows it
     */
    record Owner(ClientTerms client, String user, String subject) {}

    /** Whose subjects may be told to another sector. */
    private static final Set<String> CONSENTED =
            Set.of(HandMadeIssuer.TERMS.user(), HandMadeIssuer.MINOR.name(), "somebody");

    private final IssuerMutant mutant;
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    HandMadeExchange(IssuerMutant mutant) {
        this.mutant = mutant;
    }

    private boolean has(Habit habit) {
        return mutant.has(habit);
    }

    /** Keeps whose an access token is. Without an id two of one second are the same, and good again after one was taken back. */
    void given(String accessToken, Owner owner) {
        revoked.remove(accessToken);
        owners.put(accessToken, owner);
    }

    /** Takes an access token back. */
    void revoke(String accessToken) {
        revoked.add(accessToken);
    }

    /** Whom an access token is about; null when it is none, or was taken back. */
    @Nullable
    String subjectOf(String accessToken) {
        Owner owner = revoked.contains(accessToken) ? null : owners.get(accessToken);
        return owner == null ? null : owner.subject();
    }

    /** What the revocation endpoint answers; a token that is none is as good as revoked (RFC 7009, 2.2). */
    HttpAnswer revocation(@Nullable ClientTerms client, Map<String, String> form) {
        if (client == null) {
            return HandMadeIssuer.json(401, "{\"error\":\"invalid_client\"}");
        }
        String token = form.getOrDefault("token", "");
        Owner owner = owners.get(token);
        if (has(Habit.REVOKES_NOTHING_AND_SAYS_SO)) {
            return HandMadeTokens.error("unsupported_token_type");
        }
        if (owner != null && owner.client().equals(client) && !has(Habit.REVOKES_NOTHING)) {
            revoked.add(token);
        }
        return HandMadeIssuer.json(200, "{}");
    }

    HttpAnswer answer(@Nullable ClientTerms client, Map<String, String> form) {
        boolean silent = !form.containsKey("client_assertion") && has(Habit.EXCHANGES_FOR_WHOEVER_KEEPS_SILENT);
        if (client == null && !silent && !has(Habit.ASKS_NOBODY_WHO_EXCHANGES)) {
            return HandMadeIssuer.json(401, "{\"error\":\"invalid_client\"}");
        }
        ClientTerms asking = client == null ? HandMadeIssuer.KIT : client;

        if (!form.containsKey("subject_token") && has(Habit.CALLS_MISSING_SUBJECT_TOKENS_A_WRONG_GRANT)) {
            return HandMadeTokens.error("invalid_grant");
        }
        if (!isWhole(form) || !isAccessToken(form) || has(Habit.EXCHANGES_NOTHING)) {
            return HandMadeTokens.error("invalid_request");
        }
        Owner owner = owner(form.getOrDefault("subject_token", ""), asking);
        if (owner == null) {
            return HandMadeTokens.error(
                    has(Habit.CALLS_FORGED_SUBJECT_TOKENS_A_WRONG_GRANT) ? "invalid_grant" : "invalid_request");
        }
        boolean consented = CONSENTED.contains(owner.user()) || has(Habit.EXCHANGES_WITHOUT_CONSENT);
        boolean guarded = !owner.user().equals(HandMadeIssuer.MINOR.name()) || has(Habit.TAKES_THE_CONSENT_OF_CHILDREN);
        if (consented && guarded) {
            return exchanged(owner);
        }
        return HandMadeTokens.error(
                has(Habit.BLAMES_THE_CLIENT_FOR_MISSING_CONSENT) ? "unauthorized_client" : "invalid_target");
    }

    private boolean isWhole(Map<String, String> form) {
        boolean typed = form.containsKey("subject_token_type") || has(Habit.EXCHANGES_TOKENS_OF_NO_TYPE);
        boolean actors = form.containsKey("actor_token") == form.containsKey("actor_token_type")
                || has(Habit.OVERLOOKS_ACTORS_OF_NO_TYPE);
        return form.containsKey("subject_token") && typed && actors && form.containsKey("audience");
    }

    private boolean isAccessToken(Map<String, String> form) {
        String own = TokenExchange.ACCESS_TOKEN_TYPE;
        return (form.getOrDefault("subject_token_type", own).equals(own) || has(Habit.EXCHANGES_TOKENS_UNDER_ANY_TYPE))
                && (form.getOrDefault("requested_token_type", own).equals(own)
                        || has(Habit.EXCHANGES_FOR_WHATEVER_TYPE_IS_ASKED));
    }

    /** Whose a subject token is; null when it is not to be exchanged for a client. */
    private @Nullable Owner owner(String token, ClientTerms asking) {
        Owner owner = owners.get(token);
        if (owner == null) {
            return believes(token) ? new Owner(asking, "somebody", subject(token)) : null;
        }
        boolean own = owner.client().equals(asking) || has(Habit.EXCHANGES_TOKENS_OF_ANY_CLIENT);
        boolean good = !revoked.contains(token) || has(Habit.EXCHANGES_REVOKED_TOKENS);
        return own && good ? owner : null;
    }

    /** Whether a token that was never given is taken for good. */
    private boolean believes(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return has(Habit.TAKES_ANY_TEXT_FOR_A_SUBJECT_TOKEN);
        }
        JsonNode header = Json.claims('.' + parts[0]);
        if (header.path("typ").asText("").equals("JWT")) {
            return has(Habit.EXCHANGES_ID_TOKENS_AS_ACCESS_TOKENS);
        }
        boolean unsigned = header.path("alg").asText("").equals("none");
        boolean foreign = !Json.claims(token).path("iss").asText("").equals(HandMadeIssuer.ID);
        boolean signature = owners.keySet().stream().anyMatch(given -> given.endsWith('.' + parts[2]));
        String beginning = parts[0] + '.' + parts[1];
        return has(Habit.BELIEVES_WHAT_SUBJECT_TOKENS_SAY)
                || (foreign && has(Habit.BELIEVES_SUBJECT_TOKENS_OF_OTHER_ISSUERS))
                || (unsigned && has(Habit.BELIEVES_SUBJECT_TOKENS_THAT_NOBODY_SIGNED))
                || (signature && has(Habit.BELIEVES_SUBJECT_TOKENS_WITH_A_SIGNATURE_THAT_IT_MADE))
                || (has(Habit.KNOWS_SUBJECT_TOKENS_BY_THEIR_BEGINNING)
                        && owners.keySet().stream().anyMatch(given -> given.startsWith(beginning)));
    }

    private static String subject(String token) {
        return Json.claims(token).path("sub").asText("somebody");
    }

    private HttpAnswer exchanged(Owner owner) {
        ClientTerms audience = HandMadeIssuer.SECOND;
        String there = HandMadeTokens.subject(mutant, audience, owner.user());
        String subject = has(Habit.EXCHANGES_FOR_THE_SAME_SUBJECT) ? owner.subject() : there;
        if (has(Habit.EXCHANGES_FOR_A_SUBJECT_THAT_NOBODY_KNOWS)) {
            subject = UUID.randomUUID().toString();
        }
        IssuerMutant.Draft draft = HandMadeDrafts.of("at+jwt", subject);
        draft.claims
                .put("aud", audience.id())
                .put("client_id", owner.client().id())
                .put("scope", "openid")
                .put("jti", UUID.randomUUID().toString());
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put("access_token", HandMadeDrafts.sign(draft, HandMadeIssuer.KEY))
                .put("token_type", "Bearer")
                .put("expires_in", 300);
        if (!has(Habit.SAYS_NOT_WHAT_TYPE_IT_EXCHANGED_FOR)) {
            answer.put("issued_token_type", TokenExchange.ACCESS_TOKEN_TYPE);
        }
        HttpAnswer tokens = HandMadeIssuer.json(200, answer.toString());
        return has(Habit.LETS_EXCHANGED_TOKENS_BE_STORED) ? tokens : tokens.header("Cache-Control", "no-store");
    }
}
