package io.xuemeng.lrs.server;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.jose.JwsVerifier;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementComparison;
import io.xuemeng.lrs.statement.validation.AttachmentMention;
import io.xuemeng.lrs.statement.validation.StatementIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signatures of statements (Data 2.6; IEEE 9274.1.1-2023, 4.2.6): a compact JWS over the statement, by an allowed
 * algorithm, and, when it brings its certificate, by that certificate.
 */
final class SignatureCheck {

    /** A statement in base64 is a third longer; a chain of certificates fits into the rest. */
    private static final int MAX_BYTES = 32 << 20;

    private static final Limits LIMITS = Limits.defaults().toBuilder()
            .tokenBytes(MAX_BYTES)
            .tokenHeaderBytes(1 << 20)
            .build();

    private final Map<String, SignatureAlgorithm> algorithms = new TreeMap<>();
    private final JwsVerifier verifier;

    SignatureCheck(SignaturePolicy policy) {
        for (SignatureAlgorithm algorithm : policy.algorithms()) {
            algorithms.put(algorithm == SignatureAlgorithm.SM2_SM3 ? "SGD_SM3_SM2" : algorithm.name(), algorithm);
        }
        this.verifier = JwsVerifier.allowing(policy.algorithms())
                .headerCertificates(policy.trusted())
                .limits(LIMITS)
                .build();
    }

    /** Checks every signature of a statement. */
    void check(byte[] document, StatementIndex index, ReceivedStatements received) {
        for (AttachmentMention mention : index.attachments()) {
            if (mention.isSignature() && !mention.inSubStatement()) {
                SpooledAttachment data = received.attachment(mention.sha2())
                        .orElseThrow(() -> Refusal.of(LrsRequirement.SIGNATURE_DATA));
                check(statement(document, index), bytes(data));
            }
        }
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
        byte[] json = java.util.Arrays.copyOfRange(
                document, index.range().from(), index.range().to());
        Statement statement = StatementIntake.record(json);
        if (statement == null) {
            throw new IllegalStateException("a statement that was validated can be read");
        }
        return statement;
    }

    private void check(Statement statement, byte[] jws) {
        String text = new String(jws, StandardCharsets.ISO_8859_1).strip();
        String[] parts = text.split("\\.", -1);
        byte[] header = parts.length == 3 ? decoded(parts[0]) : null;
        byte[] payload = parts.length == 3 ? decoded(parts[1]) : null;
        if (header == null || payload == null || decoded(parts[2]) == null) {
            throw Refusal.of(LrsRequirement.SIGNATURE_FORM);
        }
        boolean hasCertificate = checkHeader(header);
        Statement signed = StatementIntake.record(payload);
        if (signed == null) {
            throw Refusal.of(LrsRequirement.SIGNATURE_PAYLOAD);
        }
        if (!StatementComparison.matches(signed, statement)) {
            throw Refusal.of(LrsRequirement.SIGNATURE_STATEMENT);
        }
        if (hasCertificate) {
            JwsResult result = verifier.verify(text);
            if (!result.isVerified()) {
                throw Refusal.of(LrsRequirement.SIGNATURE_VALID);
            }
        }
    }

    private static byte @Nullable [] decoded(String part) {
        if (part.endsWith("=")) {
            return null;
        }
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Checks the algorithm; whether the header brings a certificate. */
    private boolean checkHeader(byte[] header) {
        String algorithm = "";
        boolean hasCertificate = false;
        try (JsonReader json = JsonReader.open(header, null, LIMITS, finding -> {})) {
            if (json.next() != JsonEvent.START_OBJECT) {
                throw Refusal.of(LrsRequirement.SIGNATURE_FORM);
            }
            while (json.nextMember()) {
                if (json.name().equals("alg") && json.next() == JsonEvent.STRING) {
                    algorithm = json.text();
                } else {
                    hasCertificate |= json.name().equals("x5c");
                    json.skipValue();
                }
            }
        } catch (UnreadableJsonException e) {
            throw Refusal.of(LrsRequirement.SIGNATURE_FORM);
        }
        if (!algorithms.containsKey(algorithm)) {
            throw Refusal.of(
                    LrsRequirement.SIGNATURE_ALGORITHM,
                    Finding.of(LrsRequirement.SIGNATURE_ALGORITHM)
                            .with("algorithm", algorithm)
                            .with("allowed", List.copyOf(algorithms.keySet())));
        }
        return hasCertificate;
    }
}
