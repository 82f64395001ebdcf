package io.xuemeng.identity.lti;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.RawMembers;
import io.xuemeng.identity.claims.SecretText;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.SignIn;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies LTI 1.3 launches of one platform for one tool. It guarantees what the {@link TokenVerifier} of the platform's ID tokens does,
 * and that the launch comes from a deployment that is known, leads to an address of the tool's own, and belongs to the browser that
 * asked for it. The token verifier needs a replay guard, so that no launch is good twice; LTI platforms sign with {@code RS256}. Build one
 * for each platform and share it between threads.
 *
 * <pre>{@code
 * var launches = LaunchVerifier.of(idTokens).deployments("07940580-b309-415e-a37c-914d387c1150")
 *         .tool(URI.create("https://tool.example.cn/")).build();
 * Verified<Launch> launch = launches.verify(idToken, state, nonce, stateOfThisBrowser);
 * }</pre>
 */
public final class LaunchVerifier {

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DEEP_LINKING_SETTINGS =
            "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    private static final String VERSION = "1.3.0";

    private final TokenVerifier tokens;
    private final Set<String> deployments;
    private final String tool;

    private LaunchVerifier(TokenVerifier tokens, Set<String> deployments, String tool) {
        this.tokens = tokens;
        this.deployments = Set.copyOf(deployments);
        this.tool = tool;
    }

    /** A builder for a verifier of launches that come in these ID tokens. */
    public static Builder of(TokenVerifier tokens) {
        return new Builder(tokens);
    }

    /**
     * Verifies a launch.
     *
     * @param idToken the form field {@code id_token}
     * @param state the form field {@code state}
     * @param nonce what the tool sent with the request, kept with this browser
     * @param expectedState what the tool sent with the request, kept with this browser
     */
    public Verified<Launch> verify(String idToken, String state, String nonce, String expectedState) {
        // Before the token: one that was slipped into another browser must not use up its nonce.
        if (expectedState.isEmpty() || !SecretText.matches(expectedState, state)) {
            return Verified.refused(List.of(Finding.of(LaunchRequirement.STATE).build()));
        }
        Verified<IdToken> verified = tokens.verify(idToken, SignIn.withNonce(nonce));
        if (!(verified instanceof Verified.Accepted<IdToken> accepted)) {
            return Verified.refused(verified.findings());
        }
        FindingCollector findings = new FindingCollector();
        Launch launch = read(accepted.orElseThrow(), findings);
        return launch != null && findings.isEmpty() ? Verified.accepted(launch) : Verified.refused(findings.findings());
    }

    private @Nullable Launch read(IdToken token, FindingCollector findings) {
        String typeName = text(token, CLAIM + "message_type");
        Launch.MessageType type = Launch.MessageType.ofClaim(typeName);
        if (type == null) {
            report(findings, LaunchRequirement.MESSAGE_TYPE, "message_type", typeName);
        }
        String version = text(token, CLAIM + "version");
        if (!VERSION.equals(version)) {
            report(findings, LaunchRequirement.VERSION, "version", version);
        }
        String deployment = text(token, CLAIM + "deployment_id");
        if (deployment == null || !deployments.contains(deployment)) {
            report(findings, LaunchRequirement.DEPLOYMENT, "deployment_id", deployment);
        }
        String target = text(token, CLAIM + "target_link_uri");
        URI targetLink = address(target);
        if (targetLink == null || !isTools(targetLink)) {
            report(findings, LaunchRequirement.TARGET_LINK, "target_link_uri", target);
        }
        RawJson stated = token.others().get(CLAIM + "roles");
        List<String> roles = stated == null ? null : RawMembers.texts(stated);
        if (roles == null) {
            report(findings, LaunchRequirement.ROLES, "roles", null);
        }
        String resourceLink = member(token, CLAIM + "resource_link", "id");
        if (type == Launch.MessageType.RESOURCE_LINK && (resourceLink == null || resourceLink.length() > 255)) {
            report(findings, LaunchRequirement.RESOURCE_LINK, "resource_link", resourceLink);
        }
        URI deepLinkReturn = address(member(token, DEEP_LINKING_SETTINGS, "deep_link_return_url"));
        if (type == Launch.MessageType.DEEP_LINKING && deepLinkReturn == null) {
            report(findings, LaunchRequirement.DEEP_LINKING, "deep_linking_settings", null);
        }
        return type == null || deployment == null || targetLink == null || roles == null
                ? null
                : new Launch(token, type, deployment, targetLink, resourceLink, roles, deepLinkReturn);
    }

    private static @Nullable String text(IdToken token, String name) {
        return RawMembers.text(token.others().get(name));
    }

    private static @Nullable String member(IdToken token, String name, String member) {
        RawJson object = token.others().get(name);
        Map<String, RawJson> members = object == null ? null : RawMembers.of(object);
        String text = members == null ? null : RawMembers.text(members.get(member));
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable URI address(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            return uri.getHost() == null || uri.getRawUserInfo() != null ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether an address stands below the tool's: dots that lead out again are followed first. */
    private boolean isTools(URI address) {
        String text = address.normalize().toString();
        return text.equals(tool) || text.startsWith(tool.endsWith("/") ? tool : tool + "/");
    }

    private static void report(
            FindingCollector findings, LaunchRequirement requirement, String name, @Nullable String found) {
        findings.report(Finding.of(requirement)
                .with("found", found == null ? "-" : found)
                .at(Location.at(null, "/" + name, 0, 0))
                .build());
    }

    /** Builds a verifier. Not thread-safe. */
    public static final class Builder {

        private final TokenVerifier tokens;
        private final Set<String> deployments = new LinkedHashSet<>();
        private @Nullable URI tool;

        private Builder(TokenVerifier tokens) {
            this.tokens = tokens;
        }

        /** The deployments of the platform that are known ({@code deployment_id}), exactly. */
        public Builder deployments(String... ids) {
            deployments.addAll(List.of(ids));
            return this;
        }

        /** The tool's own address, below which everything it offers stands. */
        public Builder tool(URI value) {
            this.tool = value;
            return this;
        }

        /**
         * The verifier.
         *
         * @throws IllegalStateException when there is no deployment or no address of the tool
         */
        public LaunchVerifier build() {
            URI own = tool;
            if (deployments.isEmpty() || own == null || own.getHost() == null) {
                throw new IllegalStateException("a verifier of launches needs the tool's address and a deployment");
            }
            return new LaunchVerifier(tokens, deployments, own.normalize().toString());
        }
    }
}
