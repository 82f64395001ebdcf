package io.xuemeng.examples.platform.relyingparty;

import io.xuemeng.identity.token.EducationClaims;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of another platform is signed in here. Immutable; {@code toString} says nothing of the person.
 *
 * @param issuer who signed the person in
 * @param issuerName what people call that platform
 * @param subject what this platform knows the person by; unique together with the issuer
 * @param education what the issuer told of the person
 * @param idToken the token, which the issuer wants back when the person signs out
 * @param accessToken with which this platform stores records for the person, at home; it ends after some minutes
 * @param sid what the issuer calls the session; null when it does not say
 * @param signOutAddress where the issuer signs people out; null when it does not
 * @param recordsAddress the issuer's record store; null when it has none
 */
public record Visit(
        String issuer,
        String issuerName,
        String subject,
        EducationClaims education,
        String idToken,
        String accessToken,
        @Nullable String sid,
        @Nullable URI signOutAddress,
        @Nullable URI recordsAddress) {

    /** The issuer. */
    @Override
    public String toString() {
        return "Visit[" + issuer + "]";
    }
}
