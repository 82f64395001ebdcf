package io.xuemeng.identity.session;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.token.Verified;
import java.util.List;
import java.util.Map;

/**
 * A request to exchange a token about a person in one sector for one in another (RFC 8693, 2.1): 令牌交换. Immutable; {@code toString} keeps
 * the token.
 *
 * @param subjectToken {@code subject_token}: the token that is given; an access token of this issuer
 * @param audience {@code audience}: the client for whom the new token is to be
 */
public record TokenExchange(String subjectToken, String audience) {

    /** {@code grant_type}. */
    public static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";

    /** The type of token that can be exchanged, and the one that is given for it. */
    public static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";

    /** Reads a request's form fields, each once. */
    public static Verified<TokenExchange> read(Map<String, String> form) {
        FindingCollector findings = new FindingCollector();
        require(form, "grant_type", GRANT_TYPE, SessionRequirement.EXCHANGE_FORM, findings);
        require(form, "subject_token_type", ACCESS_TOKEN_TYPE, SessionRequirement.EXCHANGE_TYPE, findings);
        if (form.containsKey("requested_token_type")) {
            require(form, "requested_token_type", ACCESS_TOKEN_TYPE, SessionRequirement.EXCHANGE_TYPE, findings);
        }
        for (String name : List.of("subject_token", "audience")) {
            if (form.getOrDefault(name, "").isEmpty()) {
                report(findings, SessionRequirement.EXCHANGE_FORM, name, "-", "…");
            }
        }
        if (form.containsKey("actor_token")) {
            report(findings, SessionRequirement.EXCHANGE_FORM, "actor_token", "…", "-");
        }
        return findings.isEmpty()
                ? Verified.accepted(
                        new TokenExchange(form.getOrDefault("subject_token", ""), form.getOrDefault("audience", "")))
                : Verified.refused(findings.findings());
    }

    private static void require(
            Map<String, String> form,
            String name,
            String expected,
            SessionRequirement requirement,
            FindingCollector findings) {
        String found = form.getOrDefault(name, "-");
        if (!found.equals(expected)) {
            report(findings, requirement, name, found, expected);
        }
    }

    private static void report(
            FindingCollector findings, SessionRequirement requirement, String name, String found, String expected) {
        findings.report(Finding.of(requirement)
                .with("name", name)
                .with("found", found)
                .with("expected", expected)
                .at(Location.at(null, "/" + name, 0, 0))
                .build());
    }

    /** The audience. */
    @Override
    public String toString() {
        return "TokenExchange[" + audience + "]";
    }
}
