package io.xuemeng.conformance.producer;

import static io.xuemeng.conformance.producer.ProducerMutant.afterSigning;
import static io.xuemeng.conformance.producer.ProducerMutant.making;
import static io.xuemeng.conformance.producer.ProducerMutant.signed;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.conformance.mutant.ArchiveDraft;
import io.xuemeng.core.asic.ContainerSigner;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.resource.signature.PackageSigner;
import io.xuemeng.resource.signature.SignerRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Producers that sign otherwise than they should, or touch what they signed. */
final class SigningMutants {

    private static final SigningKey OWN_KEY = ownKey(KeyType.P_256);

    private SigningMutants() {}

    static List<ProducerMutant> all() {
        return List.of(
                making("does not sign", request -> signed(request, null)),
                making("signs as a publisher", request -> {
                    Signing signing = request.signing();
                    return signing == null
                            ? request
                            : signed(request, new Signing(signing.keystore(), signing.password(), "publisher"));
                }),
                signing("signs with a key of its own", unused -> OWN_KEY),
                signing("signs everything with the first key that it was given", new FirstKey()),
                new ProducerMutant("signs in a role that nobody knows", right -> request -> {
                    Production production = right.produce(signed(request, null));
                    if (production.produced() && request.signing() != null) {
                        signAsEditor(request, request.signing());
                    }
                    return production;
                }),
                files(
                        "stamps pages after signing",
                        files -> files.replaceAll((name, content) -> name.endsWith(".html")
                                ? (new String(content, StandardCharsets.UTF_8) + "<!-- packed -->")
                                        .getBytes(StandardCharsets.UTF_8)
                                : content)),
                files(
                        "adds a note after signing",
                        files -> files.put("made-by-vendor.txt", "vendor".getBytes(StandardCharsets.UTF_8))),
                files(
                        "adds a note to META-INF after signing",
                        files -> files.put("META-INF/vendor.txt", "vendor".getBytes(StandardCharsets.UTF_8))),
                files(
                        "cleans up after signing",
                        files ->
                                files.keySet().removeIf(name -> name.endsWith("empty.txt") || name.endsWith("𠮷.txt"))),
                files(
                        "calls the container a zip",
                        files -> files.replace("mimetype", "application/zip".getBytes(StandardCharsets.US_ASCII))),
                files(
                        "indents the manifest of digests after signing",
                        files -> files.replaceAll((name, content) -> name.startsWith("META-INF/ASiCManifest")
                                ? (new String(content, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8)
                                : content)),
                files(
                        "forgets the signature itself",
                        files -> files.keySet()
                                .removeIf(name -> name.startsWith("META-INF/") && !name.endsWith(".xml"))),
                files(
                        "cuts signatures off",
                        files -> files.replaceAll(
                                (name, content) -> name.startsWith("META-INF/") && !name.endsWith(".xml")
                                        ? java.util.Arrays.copyOf(content, content.length / 2)
                                        : content)));
    }

    /** One that signs with another key than it was given. */
    private static ProducerMutant signing(String name, SigningKeys keys) {
        return new ProducerMutant(name, right -> request -> {
            Production production = right.produce(signed(request, null));
            Signing signing = request.signing();
            if (production.produced() && signing != null) {
                PackageSigner.as(SignerRole.AUTHOR, keys.of(signing)).sign(request.output());
            }
            return production;
        });
    }

    @FunctionalInterface
    private interface SigningKeys {
        SigningKey of(Signing signing) throws IOException;
    }

    /** Keeps a key and forgets that it was for one order. */
    private static final class FirstKey implements SigningKeys {

        private @Nullable SigningKey first;

        @Override
        public synchronized SigningKey of(Signing signing) throws IOException {
            SigningKey key = first;
            if (key == null) {
                key = SdkProduction.key(signing);
                first = key;
            }
            return key;
        }
    }

    static SigningKey ownKey(KeyType type) {
        Instant from = Instant.now().minus(Duration.ofMinutes(5));
        Instant until = from.plus(Duration.ofDays(2));
        return DemonstrationAuthority.root(type, from, until).issue(DemonstrationRole.AUTHOR, from, until);
    }

    private static ProducerMutant files(String name, java.util.function.Consumer<Map<String, byte[]>> edit) {
        return afterSigning(name, bytes -> {
            Map<String, byte[]> files =
                    Archive.files(bytes, StandardCharsets.UTF_8).orElseThrow();
            edit.accept(files);
            return ArchiveDraft.of(files).write(); // the first entry stays as a container needs it
        });
    }

    private static void signAsEditor(ProductionRequest request, Signing signing) throws IOException {
        ContainerSigner.builder()
                .signer(SdkProduction.key(signing))
                .claimedRole("editor")
                .build()
                .sign(request.output());
    }
}
