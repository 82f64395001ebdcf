package io.xuemeng.identity.lti;

import io.xuemeng.identity.token.IdToken;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A launch that was verified: who comes from which deployment of a platform, to do what (LTI 1.3, 5.3). Immutable; {@code toString} says
 * nothing of the person.
 *
 * @param token the ID token that it came in, with all other claims
 * @param messageType what the launch is for
 * @param deployment {@code deployment_id}: which of the platform's installations of the tool; compare it with the issuer
 * @param targetLink {@code target_link_uri}: where in the tool the person is to go
 * @param resourceLink {@code resource_link.id}: which link in the platform was followed; null for deep linking
 * @param roles {@code roles}, as the platform writes them; may be empty
 * @param deepLinkReturn {@code deep_linking_settings.deep_link_return_url}; null unless it is for deep linking
 */
public record Launch(
        IdToken token,
        MessageType messageType,
        String deployment,
        URI targetLink,
        @Nullable String resourceLink,
        List<String> roles,
        @Nullable URI deepLinkReturn) {

    /** What a launch is for. */
    public enum MessageType {
        /** To open something: {@code LtiResourceLinkRequest}. */
        RESOURCE_LINK("LtiResourceLinkRequest"),
        /** To choose something: {@code LtiDeepLinkingRequest}. */
        DEEP_LINKING("LtiDeepLinkingRequest");

        private final String claim;

        MessageType(String claim) {
            this.claim = claim;
        }

        /** The type as {@code message_type} writes it. */
        public String claim() {
            return claim;
        }

        static @Nullable MessageType ofClaim(@Nullable String claim) {
            for (MessageType type : values()) {
                if (type.claim.equals(claim)) {
                    return type;
                }
            }
            return null;
        }
    }

    /** Copies the roles. */
    public Launch {
        roles = List.copyOf(roles);
    }

    /** The issuer, the deployment and the type. */
    @Override
    public String toString() {
        return "Launch[" + token.issuer() + ", " + deployment + ", " + messageType + "]";
    }
}
