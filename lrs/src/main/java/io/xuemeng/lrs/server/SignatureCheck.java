package io.xuemeng.lrs.server;

import io.xuemeng.core.crypto.certificate.CertificatePathValidator;
import io.xuemeng.core.crypto.certificate.CertificatePurpose;
import io.xuemeng.core.crypto.certificate.PathResult;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.certificate.ValidationTime;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwsRequirement;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.jose.JwsVerifier;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementComparison;
import io.xuemeng.lrs.statement.Timestamp;
import io.xuemeng.lrs.statement.validation.AttachmentMention;
import io.xuemeng.lrs.statement.validation.StatementIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verifies the signatures of statements (Data 2.6; IEEE 9274.1.1-2023, 4.2.6) by a {@link SignaturePolicy}. */
final class SignatureCheck {

    /** A statement in base64 is a third longer; a chain of certificates fits into the rest. */
    private static final int MAX_BYTES = 32 << 20;

    private static final Limits LIMITS = Limits.defaults().toBuilder()
            .tokenBytes(MAX_BYTES)
            .tokenHeaderBytes(1 << 20)
            .build();

    /** An LRS on the way may have cut or rounded a timestamp to this. */
    private static final Duration TIMESTAMP_PRECISION = Duration.ofMillis(1);

    private final JwsVerifier verifier;
    private final @Nullable CertificatePathValidator trust;
    private final Clock clock;

    SignatureCheck(SignaturePolicy policy, Clock clock) {
        this.verifier = JwsVerifier.allowing(policy.algorithms())
                // Whether they are to be believed is judged below, where there is more to say than no.
                .headerCertificates(certificates -> true)
                .limits(LIMITS)
                .build();
        this.trust = policy.trust();
        this.clock = clock;
    }

    /**
     * Checks every signature of every statement. One that several statements name is verified once, and only one is held at a time: a
     * request may bring far more bytes of signatures than of statements.
     *
     * @param id the id that the request gives to its one statement; null when it gives none
     */
    void check(ReceivedStatements received, List<StatementIndex> statements, @Nullable UUID id) {
        Map<String, Set<StatementIndex>> bySignature = new LinkedHashMap<>();
        for (StatementIndex index : statements) {
            for (AttachmentMention mention : index.attachments()) {
                if (mention.isSignature() && !mention.inSubStatement()) {
                    bySignature
                            .computeIfAbsent(mention.sha2(), hash -> Collections.newSetFromMap(new IdentityHashMap<>()))
                            .add(index);
                }
            }
        }
        IdentityHashMap<StatementIndex, Statement> records = new IdentityHashMap<>();
        bySignature.forEach((hash, named) -> {
            SpooledAttachment data =
                    received.attachment(hash).orElseThrow(() -> Refusal.of(LrsRequirement.SIGNATURE_DATA));
            Statement signed = verify(bytes(data));
            for (StatementIndex index : named) {
                Statement statement = records.computeIfAbsent(index, any -> statement(received.json(), index));
                if (!isSame(signed, statement, index.id().orElse(id))) {
                    throw Refusal.of(LrsRequirement.SIGNATURE_STATEMENT);
                }
            }
        });
    }

    private static byte[] bytes(SpooledAttachment data) {
        if (data.length() > MAX_BYTES) {
            throw BodyPart.ATTACHMENT.tooLarge(MAX_BYTES);
        }
        try (InputStream in = data.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a received signature could not be read again", e);
        }
    }

    private static Statement statement(byte[] document, StatementIndex index) {
        byte[] json =
                Arrays.copyOfRange(document, index.range().from(), index.range().to());
        Statement statement = StatementIntake.record(json);
        if (statement == null) {
            throw new IllegalStateException("a statement that was validated can be read");
        }
        return statement;
    }

    /** The statement that is signed. */
    private Statement verify(byte[] jws) {
        JwsResult result = verifier.verify(jws);
        byte[] payload;
        if (result instanceof JwsResult.Verified verified) {
            checkTrust(verified.header().certificates());
            payload = verified.payload();
        } else {
            payload = unverified(jws, result.findings().get(0));
        }
        Statement statement = isObject(payload) ? StatementIntake.record(payload) : null;
        if (statement == null) {
            throw Refusal.of(LrsRequirement.SIGNATURE_PAYLOAD);
        }
        return statement;
    }

    private static boolean isObject(byte[] json) {
        for (byte b : json) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{';
            }
        }
        return false;
    }

    private void checkTrust(List<X509Certificate> certificates) {
        if (trust == null) {
            return;
        }
        PathResult result = trust.validate(
                certificates.get(0),
                CertificatePurpose.CONTENT_SIGNATURE,
                material(certificates),
                ValidationTime.at(clock.instant()));
        if (result.status() != ValidationStatus.VALID) {
            throw refusal(LrsRequirement.SIGNATURE_TRUSTED, result.findings().get(0));
        }
    }

    private static ValidationMaterial material(List<X509Certificate> certificates) {
        try {
            return ValidationMaterial.of(certificates, List.of(), List.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be read again", e);
        }
    }

    /** The payload of a signature without a certificate, by which it could be verified; or why it is none. */
    private byte[] unverified(byte[] jws, Finding why) {
        if (why.requirement() != JwsRequirement.KEY_FOUND) {
            throw refused(why);
        }
        if (trust != null) {
            throw refusal(LrsRequirement.SIGNATURE_TRUSTED, new Argument.Term("Its header has no x5c.", "其头部没有 x5c。"));
        }
        String[] parts = new String(jws, StandardCharsets.US_ASCII).split("\\.", -1);
        return Base64.getUrlDecoder().decode(parts[1]);
    }

    private static Refusal refused(Finding finding) {
        if (finding.requirement() == JwsRequirement.ALG_ALLOWED) {
            Finding.Builder algorithm = Finding.of(LrsRequirement.SIGNATURE_ALGORITHM);
            finding.arguments().forEach(algorithm::with);
            return Refusal.of(LrsRequirement.SIGNATURE_ALGORITHM, algorithm);
        }
        boolean wrong = finding.requirement() == JwsRequirement.SIGNATURE
                || finding.requirement() == JwsRequirement.KEY_ALGORITHM;
        return refusal(wrong ? LrsRequirement.SIGNATURE_VALID : LrsRequirement.SIGNATURE_FORM, finding);
    }

    private static Refusal refusal(LrsRequirement requirement, Finding why) {
        return refusal(
                requirement, new Argument.Term(why.problem(Locale.ENGLISH), why.problem(Locale.SIMPLIFIED_CHINESE)));
    }

    private static Refusal refusal(LrsRequirement requirement, Argument detail) {
        return Refusal.of(requirement, Finding.of(requirement).with("detail", detail));
    }

    /**
     * Whether the statement that came along is the signed one. What an LRS on the way may have assigned is not compared where the signed
     * one leaves it open (Data 2.3.1); what the signed one states, nobody may assign again.
     */
    private static boolean isSame(Statement signed, Statement received, @Nullable UUID id) {
        return StatementComparison.matches(signed, received)
                && (signed.id() == null || signed.uuid().equals(Optional.ofNullable(id)))
                && (signed.timestamp() == null || isSame(signed.timestamp(), received.timestamp()));
    }

    private static boolean isSame(Timestamp signed, @Nullable Timestamp received) {
        if (received == null) {
            return false;
        }
        Instant a = signed.instant().orElse(null);
        Instant b = received.instant().orElse(null);
        if (a == null || b == null) {
            return signed.equals(received);
        }
        return Duration.between(a, b).abs().compareTo(TIMESTAMP_PRECISION) < 0;
    }
}
