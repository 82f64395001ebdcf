package io.xuemeng.resource.signature;

import io.xuemeng.core.asic.SignatureResult;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * One signature of a package, judged.
 *
 * @param role in which its signer signed; empty when the signature claims none, several, or one that is not known
 * @param result everything about it; what it claims is proven only if its status is valid
 */
public record PackageSignature(Optional<SignerRole> role, SignatureResult result) {

    /** Valid, indeterminate or invalid. */
    public ValidationStatus status() {
        return result.status();
    }

    /** Whether it is valid, and in a role. */
    public boolean isValidAs(SignerRole wanted) {
        return result.status() == ValidationStatus.VALID
                && role.filter(wanted::equals).isPresent();
    }

    /** Who signed, as the subject of the certificate says (RFC 2253); empty when there is no certificate. */
    public Optional<String> signer() {
        return result.signer().map(X509Certificate::getSubjectX500Principal).map(Object::toString);
    }

    /** When: as a valid timestamp proves, or else as the signer states. */
    public Optional<Instant> time() {
        return result.provenTime().or(result::signingTime);
    }
}
