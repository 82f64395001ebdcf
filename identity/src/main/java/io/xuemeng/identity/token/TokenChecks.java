package io.xuemeng.identity.token;

import io.xuemeng.core.jose.JwsHeader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.identity.claims.ClaimRequirement;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.OneTimeUse;
import io.xuemeng.identity.claims.SecretText;
import io.xuemeng.identity.claims.Subjects;
import io.xuemeng.identity.claims.Validity;
import io.xuemeng.identity.keys.ReplayGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one verifier on the claims of a token that was signed by its issuer. Each method looks at everything and reports all
 * that is wrong; what it returns counts only when nothing was reported. Immutable and thread-safe.
 */
final class TokenChecks {

    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final String issuer;
    private final String audience;
    private final Set<String> trustedAudiences;
    private final Set<String> requiredClaims;
    private final Set<String> claimsWithPersonalData;
    private final Validity validity;
    private final Duration longestLifetime;
    private final @Nullable ReplayGuard replayGuard;
    private final boolean singleUse;
    private final String nonceScope;
    private final String idScope;

    TokenChecks(TokenVerifier.Builder builder, String audience, Validity validity) {
        this.issuer = builder.issuer;
        this.audience = audience;
        this.trustedAudiences = Set.copyOf(builder.trustedAudiences);
        this.requiredClaims = Set.copyOf(new LinkedHashSet<>(builder.requiredClaims));
        this.claimsWithPersonalData = Set.copyOf(builder.claimsWithPersonalData);
        this.validity = validity;
        this.longestLifetime = builder.longestLifetime;
        this.replayGuard = builder.replayGuard;
        this.singleUse = builder.singleUse;
        this.nonceScope = "nonce " + issuer;
        this.idScope = "jti " + issuer;
    }

    /** What every token of the issuer says. */
    private record Common(
            @Nullable String subject,
            @Nullable List<String> audience,
            @Nullable Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable String id) {}

    @Nullable
    IdToken idToken(Claims claims, JwsHeader header, SignIn signIn, boolean hint) {
        Instant now = validity.now();
        Common common = common(claims, now, hint);
        checkSubject(claims, common.subject);
        String party = claims.text("azp");
        if (!hint) {
            checkParty(claims, common.audience, party);
        }
        Instant authenticatedAt = claims.date("auth_time");
        validity.checkPast(claims, "auth_time", authenticatedAt, now, ClaimRequirement.NOT_FROM_FUTURE);
        String authenticationClass = claims.text("acr");
        SignInChecks asked = new SignInChecks(signIn, claims);
        asked.checkAge(authenticatedAt, now, validity.skew());
        asked.checkClass(authenticationClass);
        asked.checkHashes(header.algorithm().digest());
        EducationClaims education = EducationReader.read(claims);
        List<String> methods = claims.texts("amr");
        String session = claims.text("sid");
        claims.forbidPersonalData("acr", authenticationClass);
        claims.forbidPersonalDataInOthers(claimsWithPersonalData);
        String nonce = claims.text("nonce");
        checkNonce(claims, nonce, signIn.nonce(), common.expiresAt);
        checkSingleUse(claims, common, singleUse && !hint);
        if (common.subject == null
                || common.audience == null
                || common.issuedAt == null
                || common.expiresAt == null
                || !claims.findings().isEmpty()) {
            return null;
        }
        return new IdToken(
                issuer,
                common.subject,
                common.audience,
                party,
                common.issuedAt,
                common.expiresAt,
                authenticatedAt,
                nonce,
                authenticationClass,
                methods == null ? List.of() : methods,
                session,
                common.id,
                education,
                claims.others());
    }

    @Nullable
    AccessToken accessToken(Claims claims) {
        Instant now = validity.now();
        Common common = common(claims, now, false);
        checkSubject(claims, common.subject);
        String client = claims.text("client_id");
        if (isAbsent(claims, "client_id", client)) {
            claims.report(TokenRequirement.CLIENT_PRESENT, "client_id");
        }
        if (isAbsent(claims, "jti", common.id)) {
            claims.report(ClaimRequirement.ID_PRESENT, "jti");
        }
        String scope = claims.text("scope");
        Set<String> words = scope == null ? Set.of() : Scopes.parse(scope);
        if (words == null) {
            claims.report(TokenRequirement.SCOPE_FORM, "scope");
        }
        Instant authenticatedAt = claims.date("auth_time");
        validity.checkPast(claims, "auth_time", authenticatedAt, now, ClaimRequirement.NOT_FROM_FUTURE);
        String authenticationClass = claims.text("acr");
        EducationClaims education = EducationReader.read(claims);
        String thumbprint = Confirmation.thumbprint(claims);
        claims.forbidPersonalData("scope", scope);
        claims.forbidPersonalDataInOthers(claimsWithPersonalData);
        checkSingleUse(claims, common, singleUse);
        if (common.subject == null
                || common.audience == null
                || common.issuedAt == null
                || common.expiresAt == null
                || common.id == null
                || client == null
                || words == null
                || !claims.findings().isEmpty()) {
            return null;
        }
        return new AccessToken(
                issuer,
                common.subject,
                common.audience,
                client,
                common.issuedAt,
                common.expiresAt,
                common.id,
                words,
                authenticatedAt,
                authenticationClass,
                thumbprint,
                education,
                claims.others());
    }

    @Nullable
    LogoutToken logoutToken(Claims claims) {
        Instant now = validity.now();
        Common common = common(claims, now, false);
        String session = claims.text("sid");
        if (!claims.has("sub") && !claims.has("sid")) {
            claims.report(TokenRequirement.LOGOUT_SUBJECT, "sub");
        } else if (common.subject != null) {
            checkSubject(claims, common.subject);
        }
        if (claims.has("nonce")) {
            claims.report(TokenRequirement.LOGOUT_WITHOUT_NONCE, "nonce");
        }
        RawJson events = claims.object("events");
        if (events == null ? !claims.has("events") : !LogoutEvents.has(events, LOGOUT_EVENT)) {
            claims.report(TokenRequirement.LOGOUT_EVENT, "events");
        }
        claims.forbidPersonalDataInOthers(claimsWithPersonalData);
        if (isAbsent(claims, "jti", common.id)) {
            claims.report(ClaimRequirement.ID_PRESENT, "jti");
        } else {
            checkSingleUse(claims, common, replayGuard != null);
        }
        if (common.audience == null
                || common.issuedAt == null
                || common.expiresAt == null
                || common.id == null
                || !claims.findings().isEmpty()) {
            return null;
        }
        return new LogoutToken(
                issuer, common.subject, session, common.audience, common.issuedAt, common.expiresAt, common.id);
    }

    private Common common(Claims claims, Instant now, boolean hint) {
        String found = claims.text("iss");
        if (isAbsent(claims, "iss", found)) {
            claims.report(ClaimRequirement.ISSUER_PRESENT, "iss");
        } else if (found != null && !found.equals(issuer)) {
            claims.report(
                    Finding.of(ClaimRequirement.ISSUER_EXPECTED)
                            .with("found", found)
                            .with("expected", issuer),
                    "iss");
        }
        List<String> audiences = claims.textOrTexts("aud");
        checkAudience(claims, audiences, hint);
        Instant issuedAt = required(claims, "iat", ClaimRequirement.ISSUED_PRESENT);
        validity.checkPast(claims, "iat", issuedAt, now, ClaimRequirement.NOT_FROM_FUTURE);
        Instant expiresAt = required(claims, "exp", ClaimRequirement.EXPIRY_PRESENT);
        if (!hint) {
            validity.checkExpiry(claims, expiresAt, now, ClaimRequirement.NOT_EXPIRED);
        }
        validity.checkPast(claims, "nbf", claims.date("nbf"), now, ClaimRequirement.NOT_EARLY);
        checkLifetime(claims, issuedAt, expiresAt);
        for (String name : requiredClaims) {
            if (!claims.has(name)) {
                claims.report(ClaimRequirement.REQUIRED_CLAIM, name);
            }
        }
        return new Common(claims.text("sub"), audiences, issuedAt, expiresAt, claims.text("jti"));
    }

    /** Whether a claim says nothing; one of another type says something, which is reported where it is read. */
    private static boolean isAbsent(Claims claims, String name, @Nullable String text) {
        return text == null ? !claims.has(name) : text.isEmpty();
    }

    private static @Nullable Instant required(Claims claims, String name, Requirement missing) {
        if (!claims.has(name)) {
            claims.report(missing, name);
        }
        return claims.date(name);
    }

    private void checkLifetime(Claims claims, @Nullable Instant issuedAt, @Nullable Instant expiresAt) {
        if (issuedAt == null || expiresAt == null) {
            return;
        }
        Duration lifetime = Duration.between(issuedAt, expiresAt);
        if (lifetime.compareTo(longestLifetime) > 0) {
            claims.report(
                    Finding.of(ClaimRequirement.LIFETIME)
                            .with("found", lifetime.toSeconds())
                            .with("limit", longestLifetime.toSeconds()),
                    "exp");
        }
    }

    private void checkAudience(Claims claims, @Nullable List<String> audiences, boolean anybody) {
        if (audiences == null || audiences.isEmpty()) {
            if (audiences != null || !claims.has("aud")) {
                claims.report(ClaimRequirement.AUDIENCE_PRESENT, "aud");
            }
            return;
        }
        if (anybody) {
            return;
        }
        if (!audiences.contains(audience)) {
            claims.report(
                    Finding.of(ClaimRequirement.AUDIENCE_EXPECTED)
                            .with("found", audiences)
                            .with("expected", audience),
                    "aud");
            return;
        }
        if (audiences.size() == 1) {
            return;
        }
        List<String> strangers = new ArrayList<>();
        for (String other : audiences) {
            if (!other.equals(audience) && !trustedAudiences.contains(other)) {
                strangers.add(other);
            }
        }
        if (!strangers.isEmpty()) {
            claims.report(Finding.of(ClaimRequirement.AUDIENCE_TRUSTED).with("found", strangers), "aud");
        }
    }

    private static void checkSubject(Claims claims, @Nullable String subject) {
        if (isAbsent(claims, "sub", subject)) {
            claims.report(ClaimRequirement.SUBJECT_PRESENT, "sub");
        } else if (subject == null) {
            // Of another type, which is reported.
            return;
        } else if (!Subjects.isValid(subject)) {
            claims.report(
                    Finding.of(ClaimRequirement.SUBJECT_LENGTH)
                            .with("length", subject.length())
                            .with("limit", Subjects.MAX_LENGTH),
                    "sub");
        } else {
            claims.forbidPersonalData("sub", subject);
        }
    }

    private void checkParty(Claims claims, @Nullable List<String> audiences, @Nullable String party) {
        if (party == null) {
            if (audiences != null && audiences.size() > 1) {
                claims.report(TokenRequirement.AUTHORIZED_PARTY_PRESENT, "azp");
            }
        } else if (!party.equals(audience)) {
            claims.report(
                    Finding.of(TokenRequirement.AUTHORIZED_PARTY)
                            .with("found", party)
                            .with("expected", audience),
                    "azp");
        }
    }

    private void checkNonce(
            Claims claims, @Nullable String nonce, @Nullable String expected, @Nullable Instant expiresAt) {
        if (expected == null) {
            return;
        }
        if (nonce == null) {
            if (!claims.has("nonce")) {
                claims.report(TokenRequirement.NONCE_PRESENT, "nonce");
            }
        } else if (!SecretText.matches(expected, nonce)) {
            claims.report(TokenRequirement.NONCE_EXPECTED, "nonce");
        } else if (replayGuard != null && expiresAt != null && claims.findings().isEmpty()) {
            // Only a token that is good otherwise uses its nonce up.
            OneTimeUse.use(
                    replayGuard,
                    claims,
                    "nonce",
                    nonceScope,
                    nonce,
                    validity.end(expiresAt),
                    TokenRequirement.NONCE_ONCE);
        }
    }

    private void checkSingleUse(Claims claims, Common common, boolean wanted) {
        if (!wanted || replayGuard == null) {
            return;
        }
        String id = common.id;
        if (id == null || id.isEmpty()) {
            if (claims.findings().isEmpty()) {
                claims.report(ClaimRequirement.ID_PRESENT, "jti");
            }
        } else if (id.length() > OneTimeUse.MAX_LENGTH) {
            claims.report(
                    Finding.of(ClaimRequirement.TEXT_LENGTH).with("name", "jti").with("limit", OneTimeUse.MAX_LENGTH),
                    "jti");
        } else if (common.expiresAt != null && claims.findings().isEmpty()) {
            OneTimeUse.use(
                    replayGuard, claims, "jti", idScope, id, validity.end(common.expiresAt), ClaimRequirement.ID_ONCE);
        }
    }
}
