package io.xuemeng.conformance.validator;

import io.xuemeng.core.asic.ContainerResult;
import io.xuemeng.core.asic.ContainerVerifier;
import io.xuemeng.core.crypto.certificate.RevocationChecking;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.resource.signature.PackageTrust;
import io.xuemeng.resource.signature.PackageVerifier;
import io.xuemeng.resource.signature.SignatureReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How this project's own verifiers judge signatures.
 *
 * @param signed whether there is a signature
 * @param valid whether everything about all of them is right
 * @param findings what is wrong
 */
record SdkVerification(boolean signed, boolean valid, List<Finding> findings) {

    /** By role, or whatever role is claimed: as the folder of trust says. */
    static SdkVerification of(ValidationRequest request, SignatureTrust trust) throws IOException {
        if (isByRole(trust)) {
            PackageVerifier verifier = PackageVerifier.trusting(byRole(trust))
                    .withLimits(SdkValidation.limits(request.limits()))
                    .withClock(clock(trust));
            SignatureReport report = verifier.verify(request.file());
            return new SdkVerification(report.isSigned(), report.status() == ValidationStatus.VALID, report.findings());
        }
        return of(container(request, trust).build().verify(request.file()));
    }

    static boolean isByRole(SignatureTrust trust) {
        return !Files.isDirectory(trust.folder().resolve(SignatureTrust.ANY_ROLE));
    }

    /** One file only. */
    static SdkVerification ofEntry(ValidationRequest request, SignatureTrust trust, String entry) throws IOException {
        try (PositionalSource source = PositionalSource.of(request.file())) {
            return of(container(request, trust).build().verifyEntry(source, entry));
        }
    }

    private static SdkVerification of(ContainerResult result) {
        return new SdkVerification(result.isSigned(), result.status() == ValidationStatus.VALID, result.findings());
    }

    static ContainerVerifier.Builder container(ValidationRequest request, SignatureTrust trust) throws IOException {
        return ContainerVerifier.builder()
                .trust(anchors(trust.folder().resolve(SignatureTrust.ANY_ROLE)))
                .trustForTimestamps(anchors(trust.folder().resolve(SignatureTrust.TIMESTAMP)))
                .clock(clock(trust))
                .threads(1)
                .limits(SdkValidation.limits(request.limits()));
    }

    static SdkVerification withoutRevocation(ValidationRequest request, SignatureTrust trust) throws IOException {
        return of(container(request, trust)
                .revocation(RevocationChecking.WHEN_AVAILABLE)
                .build()
                .verify(request.file()));
    }

    private static Clock clock(SignatureTrust trust) {
        Instant time = trust.time();
        return time == null ? Clock.systemUTC() : Clock.fixed(time, ZoneOffset.UTC);
    }

    private static TrustAnchors anchors(Path folder) throws IOException {
        try {
            return TrustAnchors.fromFolder(folder);
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    private static PackageTrust byRole(SignatureTrust trust) throws IOException {
        try {
            return PackageTrust.fromFolder(trust.folder());
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    Judgement judgement() {
        return new Judgement(valid, findings.stream().map(SdkValidation::reason).toList());
    }
}
