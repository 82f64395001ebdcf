package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Signed requests and assertions of clients, as {@link HandMadeIssuer} reads them. */
final class HandMadeRequests {

    private static final long LONGEST_SECONDS = 3600;

    private final IssuerMutant mutant;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    HandMadeRequests(IssuerMutant mutant) {
        this.mutant = mutant;
    }

    /** What one says; empty when it is not to be taken. */
    Map<String, String> read(String compact, ClientTerms client, boolean assertion) {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            return Map.of();
        }
        JsonNode header = json(parts[0]);
        JsonNode claims = json(parts[1]);
        boolean signed = Objects.requireNonNull(client.key())
                .verificationKey()
                .verify(
                        SignatureAlgorithm.ES256,
                        (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII),
                        Base64.getUrlDecoder().decode(parts[2]));
        boolean good = (signed || mutant.has(Habit.TAKES_REQUESTS_THAT_ANYBODY_SIGNED))
                && isKind(header, claims, assertion)
                && isFrom(claims, client, assertion)
                && isNow(claims)
                && isOnce(claims);
        Map<String, String> parameters = new LinkedHashMap<>();
        if (good) {
            claims.properties()
                    .forEach(claim ->
                            parameters.put(claim.getKey(), claim.getValue().asText()));
        }
        return parameters;
    }

    private static JsonNode json(String part) {
        return Json.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private boolean isKind(JsonNode header, JsonNode claims, boolean assertion) {
        String type = assertion ? "client-authentication+jwt" : "oauth-authz-req+jwt";
        return (header.path("typ").asText().equals(type) || mutant.has(Habit.TAKES_REQUESTS_OF_ANY_TYPE))
                && (assertion || !claims.has("sub") || mutant.has(Habit.TAKES_REQUESTS_WITH_A_SUBJECT));
    }

    private boolean isFrom(JsonNode claims, ClientTerms client, boolean assertion) {
        boolean from = claims.path("iss").asText().equals(client.id())
                && (assertion || claims.path("client_id").asText().equals(client.id()));
        boolean about = !assertion || claims.path("sub").asText().equals(client.id());
        boolean mine = claims.path("aud").asText().equals(HandMadeIssuer.ID);
        return (from || mutant.has(Habit.TAKES_REQUESTS_OF_ANY_CLIENT))
                && (about || mutant.has(Habit.TAKES_ASSERTIONS_ABOUT_ANYBODY))
                && (mine || mutant.has(Habit.TAKES_REQUESTS_FOR_ANYBODY));
    }

    private boolean isNow(JsonNode claims) {
        long now = Instant.now().getEpochSecond();
        long end = claims.path("exp").asLong();
        return claims.has("exp")
                ? (end > now && end < now + LONGEST_SECONDS) || mutant.has(Habit.TAKES_REQUESTS_THAT_ENDED)
                : mutant.has(Habit.TAKES_REQUESTS_THAT_NEVER_END);
    }

    private boolean isOnce(JsonNode claims) {
        return claims.has("jti")
                ? used.add(claims.path("jti").asText()) || mutant.has(Habit.TAKES_REQUESTS_AGAIN)
                : mutant.has(Habit.TAKES_REQUESTS_WITHOUT_AN_ID);
    }
}
