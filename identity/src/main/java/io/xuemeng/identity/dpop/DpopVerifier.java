package io.xuemeng.identity.dpop;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.jose.JwsVerifier;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.OneTimeUse;
import io.xuemeng.identity.claims.SecretText;
import io.xuemeng.identity.claims.Validity;
import io.xuemeng.identity.keys.ReplayGuard;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Verifies DPoP proofs (RFC 9449, 4.3). It guarantees that whoever sent a proof it accepts held the key just now, made it for this very
 * method and address and, where there is one, for this access token, which is bound to the key; and that no proof is good twice. Build
 * one and share it between threads.
 */
public final class DpopVerifier {

    private static final Set<String> KNOWN = Set.of("jti", "htm", "htu", "iat", "ath", "nonce");

    /** RFC 7515, 4.1.9: "application/" may be left out. */
    private static final Pattern TYPE = Pattern.compile("(?i)(?:application/)?dpop\\+jwt");

    /** What the written profile of tokens calls old. */
    private static final Duration AGE_LIMIT = Duration.ofMinutes(10);

    private static final Pattern ENCODED = Pattern.compile("%(\\p{XDigit}{2})");

    private final JwsVerifier jws;
    private final Validity validity;
    private final Duration longestAge;
    private final ReplayGuard replayGuard;

    private DpopVerifier(JwsVerifier jws, Validity validity, Duration longestAge, ReplayGuard replayGuard) {
        this.jws = jws;
        this.validity = validity;
        this.longestAge = longestAge;
        this.replayGuard = replayGuard;
    }

    /**
     * A verifier.
     *
     * @param algorithms those that proofs may be signed with; not empty
     * @param longestAge how old a proof may be, such as a minute; less than ten minutes
     * @param skew how far the client's clock may be from this one, from zero to five minutes
     * @param replayGuard lets no proof pass twice
     */
    public static DpopVerifier of(
            Set<SignatureAlgorithm> algorithms,
            Duration longestAge,
            Duration skew,
            Clock clock,
            ReplayGuard replayGuard) {
        if (longestAge.isNegative() || longestAge.isZero() || longestAge.compareTo(AGE_LIMIT) >= 0) {
            throw new IllegalArgumentException(
                    "an age is more than zero and less than " + AGE_LIMIT + ", not " + longestAge);
        }
        JwsVerifier jws =
                JwsVerifier.allowing(algorithms).headerKey(key -> true).build();
        return new DpopVerifier(jws, new Validity(clock, skew), longestAge, replayGuard);
    }

    /**
     * Verifies a proof.
     *
     * @param proof the header field {@code DPoP}, of which a request has exactly one
     * @param request the request it came with
     */
    public Verified<DpopProof> verify(String proof, DpopRequest request) {
        JwsResult result = jws.verify(proof);
        if (!(result instanceof JwsResult.Verified verified)) {
            return Verified.refused(result.findings());
        }
        FindingCollector findings = new FindingCollector();
        if (!TYPE.matcher(verified.header().type().orElse("")).matches()) {
            findings.report(Finding.of(DpopRequirement.TYPE)
                    .with("found", verified.header().type().orElse("-"))
                    .at(Location.at(null, "/typ", 0, 0))
                    .build());
        }
        if (verified.header().key().isEmpty()) {
            findings.report(Finding.of(DpopRequirement.KEY)
                    .at(Location.at(null, "/jwk", 0, 0))
                    .build());
        }
        Claims claims = Claims.read(verified.payload(), KNOWN, Limits.defaults(), findings);
        if (claims == null) {
            return Verified.refused(findings.findings());
        }
        String thumbprint = verified.key().thumbprint();
        DpopProof read = check(claims, request, thumbprint);
        return read != null && findings.isEmpty() ? Verified.accepted(read) : Verified.refused(findings.findings());
    }

    private @Nullable DpopProof check(Claims claims, DpopRequest request, String thumbprint) {
        String method = claims.text("htm");
        if (!request.method().equals(method)) {
            claims.report(
                    Finding.of(DpopRequirement.METHOD)
                            .with("found", method == null ? "-" : method)
                            .with("expected", request.method()),
                    "htm");
        }
        String address = claims.text("htu");
        if (address == null || !isSame(address, request.address())) {
            claims.report(Finding.of(DpopRequirement.ADDRESS).with("found", address == null ? "-" : address), "htu");
        }
        checkToken(claims, request, thumbprint);
        String nonce = claims.text("nonce");
        if (request.nonce() != null && (nonce == null || !SecretText.matches(request.nonce(), nonce))) {
            claims.report(DpopRequirement.NONCE, "nonce");
        }
        Instant issuedAt = checkAge(claims);
        String id = claims.text("jti");
        if (id == null || id.isEmpty() || id.length() > OneTimeUse.MAX_LENGTH) {
            claims.report(Finding.of(DpopRequirement.ID_PRESENT).with("limit", OneTimeUse.MAX_LENGTH), "jti");
            return null;
        }
        if (issuedAt == null || !claims.findings().isEmpty()) {
            return null;
        }
        OneTimeUse.use(
                replayGuard,
                claims,
                "jti",
                "dpop " + thumbprint,
                id,
                issuedAt.plus(longestAge).plus(validity.skew()).plusSeconds(1),
                DpopRequirement.ONCE);
        return new DpopProof(thumbprint, id, issuedAt);
    }

    private static void checkToken(Claims claims, DpopRequest request, String thumbprint) {
        String token = request.accessToken();
        if (token == null) {
            return;
        }
        byte[] hash = DigestAlgorithm.SHA_256.digest(token.getBytes(StandardCharsets.US_ASCII));
        String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        String found = claims.text("ath");
        if (found == null || !SecretText.matches(expected, found)) {
            claims.report(DpopRequirement.ACCESS_TOKEN_HASH, "ath");
        }
        if (!thumbprint.equals(request.keyThumbprint())) {
            claims.report(DpopRequirement.BOUND_KEY, "ath");
        }
    }

    private @Nullable Instant checkAge(Claims claims) {
        if (!claims.has("iat")) {
            claims.report(DpopRequirement.ISSUED_PRESENT, "iat");
        }
        Instant issuedAt = claims.date("iat");
        Instant now = validity.now();
        if (issuedAt != null
                && (issuedAt.isAfter(now.plus(validity.skew()))
                        || issuedAt.plus(longestAge).plus(validity.skew()).isBefore(now))) {
            claims.report(
                    Finding.of(DpopRequirement.RECENT)
                            .with("found", Duration.between(issuedAt, now).toSeconds())
                            .with("limit", longestAge.toSeconds()),
                    "iat");
        }
        return issuedAt;
    }

    /** Whether both are the same without query and fragment, after the normalization of RFC 3986, 6.2.2 and 6.2.3. */
    private static boolean isSame(String found, URI expected) {
        try {
            URI uri = new URI(found);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && normalized(uri).equals(normalized(expected));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Without the percent signs that no character needs, and with those that are needed in capitals (RFC 3986, 6.2.2.1, 6.2.2.2). */
    private static String decodeUnreserved(String uri) {
        return ENCODED.matcher(uri).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            return unreserved ? String.valueOf(c) : match.group().toUpperCase(Locale.ROOT);
        });
    }

    private static String normalized(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        String path = withoutDots(decodeUnreserved(String.valueOf(uri.getRawPath())));
        return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ':' + port
                + (path.isEmpty() ? "/" : path);
    }

    /** Without its dot segments (RFC 3986, 5.2.4), in a time that grows with its length alone. */
    private static String withoutDots(String path) {
        StringBuilder without = new StringBuilder(path.length());
        int at = 0;
        while (at < path.length()) {
            int next = path.indexOf('/', at + 1);
            int end = next < 0 ? path.length() : next;
            String segment = path.substring(at, end);
            boolean up = segment.equals("/..");
            if (up) {
                without.setLength(Math.max(0, without.lastIndexOf("/")));
            } else if (!segment.equals("/.")) {
                without.append(segment);
            }
            if (end == path.length() && (up || segment.equals("/."))) {
                without.append('/');
            }
            at = end;
        }
        return without.toString();
    }
}
