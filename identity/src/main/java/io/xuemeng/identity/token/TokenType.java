package io.xuemeng.identity.token;

import io.xuemeng.core.jose.JwsHeader;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.ClaimRequirement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds of tokens: what they say under {@code typ}, and the claims that are read of them. */
enum TokenType {
    /** An ID token: {@code JWT} or nothing, because OpenID Connect fixes no type. */
    ID(
            "JWT",
            true,
            "azp",
            "auth_time",
            "nonce",
            "acr",
            "amr",
            "sid",
            "at_hash",
            "c_hash",
            "edu_role",
            "edu_org",
            "edu_region",
            "edu_stage",
            "edu_minor"),
    /** An access token: {@code at+jwt} and nothing else (RFC 9068, 4). */
    ACCESS(
            "at+jwt",
            false,
            "client_id",
            "scope",
            "auth_time",
            "acr",
            "edu_role",
            "edu_org",
            "edu_region",
            "edu_stage",
            "edu_minor"),
    /** A logout token: {@code logout+jwt}, or {@code JWT} or nothing from issuers that do not type theirs yet. */
    LOGOUT("logout+jwt", true, "sid", "nonce");

    private final String type;
    private final boolean untyped;
    private final Set<String> known;

    TokenType(String type, boolean untyped, String... known) {
        this.type = type;
        this.untyped = untyped;
        Set<String> names = new HashSet<>(List.of("iss", "sub", "aud", "iat", "exp", "nbf", "jti"));
        names.addAll(List.of(known));
        this.known = Set.copyOf(names);
    }

    /** What it says under {@code typ} when it is issued. */
    String type() {
        return type;
    }

    Set<String> known() {
        return known;
    }

    /** Reports a header that says it is a token of another kind. */
    void check(JwsHeader header, FindingSink findings) {
        String found = header.type().orElse(null);
        boolean good;
        if (found == null) {
            good = untyped;
        } else {
            String name = found.toLowerCase(Locale.ROOT);
            // RFC 7515, 4.1.9: "application/" may be left out.
            name = name.startsWith("application/") ? name.substring("application/".length()) : name;
            good = name.equals(type.toLowerCase(Locale.ROOT)) || (untyped && name.equals("jwt"));
        }
        if (!good) {
            findings.report(Finding.of(ClaimRequirement.TYPE)
                    .with("found", found == null ? "-" : found)
                    .with("expected", type)
                    .at(Location.at(null, "/typ", 0, 0))
                    .build());
        }
    }
}
