package io.xuemeng.identity.federation;

import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwsHeader;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.jose.JwsVerifier;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.OneTimeUse;
import io.xuemeng.identity.claims.RawMembers;
import io.xuemeng.identity.claims.UnverifiedPayload;
import io.xuemeng.identity.keys.ReplayGuard;
import io.xuemeng.identity.token.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A provider's side of automatic registration (OpenID Federation 1.0, 12.1): no client is registered by hand, each request proves who
 * makes it. It guarantees that a request it accepts was signed by a relying party of the federation with a key of its resolved metadata,
 * for this provider alone, once, and that its answer goes to an address of that party's own. Keys must stand in the client's metadata
 * ({@code jwks}); addresses of keys are not followed. Build one and share it between threads.
 */
public final class AutomaticRegistration {

    /** How long a request object or a client's assertion may be good. */
    public static final Duration LONGEST_LIFETIME = Duration.ofHours(1);

    private static final String RELYING_PARTY = EntityMetadata.OPENID_RELYING_PARTY;
    private static final Set<String> KNOWN = Set.of("iss", "sub", "aud", "exp", "iat", "nbf", "jti");
    private static final String REQUEST = "oauth-authz-req+jwt";
    private static final String ASSERTION = "client-authentication+jwt";

    private final String provider;
    private final TrustChainVerifier given;
    private final Function<String, Verified<TrustChain>> resolver;
    private final ReplayGuard replayGuard;
    private final FederationProfile profile;

    private AutomaticRegistration(
            String provider,
            TrustChainVerifier given,
            Function<String, Verified<TrustChain>> resolver,
            ReplayGuard replayGuard) {
        this.provider = provider;
        this.given = given;
        this.resolver = resolver;
        this.replayGuard = replayGuard;
        this.profile = given.profile();
    }

    /**
     * A provider's side.
     *
     * @param provider the provider's entity identifier
     * @param given verifies trust chains that clients bring in the header of a request object
     * @param resolver finds those that they do not bring, such as {@code resolver::resolve}
     * @param replayGuard lets no request object and no assertion pass twice
     */
    public static AutomaticRegistration forProvider(
            String provider,
            TrustChainVerifier given,
            Function<String, Verified<TrustChain>> resolver,
            ReplayGuard replayGuard) {
        given.profile().requireEntity(provider, "a provider");
        return new AutomaticRegistration(provider, given, resolver, replayGuard);
    }

    /** What is known of a token before and after its signature was verified. */
    private record Signed(String client, TrustChain chain, Claims claims) {}

    /** Verifies a request object (RFC 9101), as the parameter {@code request} or a pushed request brings it. */
    public Verified<AuthorizationRequest> verifyRequest(String requestObject) {
        FindingCollector findings = new FindingCollector();
        Claims claims = read(requestObject, findings);
        if (claims == null) {
            return Verified.refused(findings.findings());
        }
        String client = RawMembers.text(claims.raw("client_id"));
        checkClient(claims, "client_id", client, client);
        checkClient(claims, "iss", claims.text("iss"), client);
        if (claims.has("sub")) {
            claims.report(RegistrationRequirement.NO_SUBJECT, "sub");
        }
        checkCommon(claims);
        if (client == null || !findings.isEmpty()) {
            return Verified.refused(findings.findings());
        }
        Signed signed = verify(requestObject, client, claims, REQUEST, findings);
        if (signed == null) {
            return Verified.refused(findings.findings());
        }
        EntityMetadata metadata = signed.chain.metadata();
        if (!metadata.texts(RELYING_PARTY, "client_registration_types").contains("automatic")) {
            claims.report(Finding.of(RegistrationRequirement.AUTOMATIC).with("client", client), "client_id");
        }
        String redirectUri = RawMembers.text(claims.raw("redirect_uri"));
        if (redirectUri == null
                || !metadata.texts(RELYING_PARTY, "redirect_uris").contains(redirectUri)) {
            claims.report(
                    Finding.of(RegistrationRequirement.REDIRECT_URI)
                            .with("found", redirectUri == null ? "-" : redirectUri),
                    "redirect_uri");
        }
        useUp(claims, client);
        if (redirectUri == null || !findings.isEmpty()) {
            return Verified.refused(findings.findings());
        }
        Map<String, RawJson> parameters = claims.others();
        return Verified.accepted(new AuthorizationRequest(client, redirectUri, signed.chain, parameters));
    }

    /**
     * Verifies that a client is who it says, by {@code private_key_jwt} (OpenID Connect Core 1.0, 9; RFC 7523).
     *
     * @param assertion the parameter {@code client_assertion}
     * @return the client's trust chain
     */
    public Verified<TrustChain> authenticate(String assertion) {
        FindingCollector findings = new FindingCollector();
        Claims claims = read(assertion, findings);
        if (claims == null) {
            return Verified.refused(findings.findings());
        }
        String client = claims.text("iss");
        checkClient(claims, "iss", client, client);
        String subject = claims.text("sub");
        if (client != null && !client.equals(subject)) {
            claims.report(
                    Finding.of(RegistrationRequirement.SUBJECT).with("found", subject == null ? "-" : subject), "sub");
        }
        checkCommon(claims);
        if (client == null || !findings.isEmpty()) {
            return Verified.refused(findings.findings());
        }
        Signed signed = verify(assertion, client, claims, ASSERTION, findings);
        if (signed == null) {
            return Verified.refused(findings.findings());
        }
        EntityMetadata metadata = signed.chain.metadata();
        boolean method = metadata.text(RELYING_PARTY, "token_endpoint_auth_method")
                        .orElse("")
                        .equals("private_key_jwt")
                || metadata.texts(RELYING_PARTY, "token_endpoint_auth_methods_supported")
                        .contains("private_key_jwt");
        if (!method) {
            claims.report(
                    Finding.of(RegistrationRequirement.AUTHENTICATION_METHOD).with("client", client), "iss");
        }
        useUp(claims, client);
        return findings.isEmpty() ? Verified.accepted(signed.chain) : Verified.refused(findings.findings());
    }

    private @Nullable Claims read(String compact, FindingCollector findings) {
        byte[] payload = UnverifiedPayload.of(compact, profile.limits());
        if (payload == null) {
            profile.verifier(JwkSet.empty()).verify(compact).findings().forEach(findings::report);
            return null;
        }
        return Claims.read(payload, KNOWN, profile.limits(), findings);
    }

    private void checkClient(Claims claims, String name, @Nullable String found, @Nullable String client) {
        if (found == null || !found.equals(client) || !profile.isEntity(found)) {
            claims.report(
                    Finding.of(RegistrationRequirement.CLIENT)
                            .with("name", name)
                            .with("found", found == null ? "-" : found),
                    name);
        }
    }

    private void checkCommon(Claims claims) {
        List<String> audience = claims.textOrTexts("aud");
        if (audience == null || !audience.equals(List.of(provider))) {
            claims.report(
                    Finding.of(RegistrationRequirement.AUDIENCE)
                            .with("found", audience == null ? List.of("-") : audience)
                            .with("expected", provider),
                    "aud");
        }
        String id = claims.text("jti");
        if (id == null || id.isEmpty() || id.length() > OneTimeUse.MAX_LENGTH) {
            claims.report(Finding.of(RegistrationRequirement.ID_PRESENT).with("limit", OneTimeUse.MAX_LENGTH), "jti");
        }
        Instant now = profile.validity().now();
        Duration skew = profile.validity().skew();
        Instant expiresAt = claims.date("exp");
        if (!claims.has("exp")) {
            claims.report(RegistrationRequirement.EXPIRY_PRESENT, "exp");
        } else if (expiresAt != null
                && (!now.isBefore(expiresAt.plus(skew))
                        || expiresAt.isAfter(now.plus(LONGEST_LIFETIME).plus(skew)))) {
            notInForce(claims, "exp");
        }
        for (String name : List.of("iat", "nbf")) {
            Instant date = claims.date(name);
            if (date != null && date.isAfter(now.plus(skew))) {
                notInForce(claims, name);
            }
        }
    }

    private static void notInForce(Claims claims, String name) {
        claims.report(
                Finding.of(RegistrationRequirement.IN_FORCE)
                        .with("name", name)
                        .with("limit", LONGEST_LIFETIME.toSeconds()),
                name);
    }

    /** Finds out why the client is trusted, and verifies the signature with the keys of its resolved metadata. */
    private @Nullable Signed verify(
            String compact, String client, Claims claims, String type, FindingCollector findings) {
        ClientKeys keys = new ClientKeys(client);
        JwsVerifier verifier = JwsVerifier.allowing(profile.algorithms())
                .keys(keys::find)
                .limits(profile.limits())
                .build();
        JwsResult result = verifier.verify(compact);
        Verified<TrustChain> chain = keys.chain;
        if (chain != null && !chain.isAccepted()) {
            chain.findings().forEach(findings::report);
            return null;
        }
        if (chain != null && keys.found.keys().isEmpty()) {
            claims.report(Finding.of(RegistrationRequirement.CLIENT_KEYS).with("client", client), "client_id");
            return null;
        }
        result.findings().forEach(findings::report);
        if (chain == null || !(result instanceof JwsResult.Verified verified)) {
            return null;
        }
        checkType(verified.header(), type, findings);
        return findings.isEmpty() ? new Signed(client, chain.orElseThrow(), claims) : null;
    }

    private static void checkType(JwsHeader header, String type, FindingCollector findings) {
        // RFC 7515, 4.1.9: "application/" may be left out.
        String found = header.type().orElse("-").toLowerCase(Locale.ROOT).replaceFirst("^application/", "");
        // Clients' assertions were not typed before RFC 7523bis; a request object's type keeps it from passing for one.
        boolean untyped = type.equals(ASSERTION) && (found.equals("-") || found.equals("jwt"));
        if (!untyped && !found.equals(type)) {
            findings.report(Finding.of(RegistrationRequirement.TYPE)
                    .with("found", found)
                    .with("expected", type)
                    .at(Location.at(null, "/typ", 0, 0))
                    .build());
        }
    }

    private void useUp(Claims claims, String client) {
        String id = claims.text("jti");
        Instant expiresAt = claims.date("exp");
        if (id != null && expiresAt != null && claims.findings().isEmpty()) {
            OneTimeUse.use(
                    replayGuard,
                    claims,
                    "jti",
                    "client " + client,
                    id,
                    profile.validity().end(expiresAt),
                    RegistrationRequirement.ONCE);
        }
    }

    /** Looks for a client's keys when its token has the form of one, and not before. For one token. */
    private final class ClientKeys {

        private final String client;
        private @Nullable Verified<TrustChain> chain;
        private JwkSet found = JwkSet.empty();

        ClientKeys(String client) {
            this.client = client;
        }

        JwkSet find(JwsHeader header) {
            RawJson brought = header.member("trust_chain").orElse(null);
            List<String> statements = brought == null ? null : RawMembers.texts(brought);
            Verified<TrustChain> trusted =
                    statements == null ? resolver.apply(client) : given.verify(client, statements);
            chain = trusted;
            trusted.claims().ifPresent(known -> found = known.metadata().keys(RELYING_PARTY));
            return found;
        }
    }
}
