package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.conformance.mutant.ArchiveDraft;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.cms.CmsOids;
import io.xuemeng.resource.signature.PackageSigner;
import io.xuemeng.resource.signature.SignerRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Producers whose manifests of digests and messages are not as they must be, or whose signatures are of somebody or something else. */
final class HandSigningMutants {

    private static final SigningKey OWN_KEY = SigningMutants.ownKey(KeyType.P_256);
    private static final SigningKey OWN_SM2_KEY = SigningMutants.ownKey(KeyType.SM2);
    private static final String SEAL = "META-INF/sm2/seal001.der";
    private static final HandSigned RIGHT = HandSigned.right();

    private HandSigningMutants() {}

    static List<ProducerMutant> all() {
        List<ProducerMutant> mutants = new ArrayList<>(manifests());
        mutants.addAll(messages());
        mutants.addAll(afterwards());
        mutants.addAll(signers());
        return mutants;
    }

    private static List<ProducerMutant> manifests() {
        return List.of(
                RIGHT.manifest(text -> text.replace("02918/v1.2.1#", "02918/v1.1.1#"))
                        .mutant("writes digests in a namespace of an older standard"),
                RIGHT.manifest(text -> text.replaceFirst("(DataObjectReference URI=\")(?!mimetype)", "$1file:///D:/"))
                        .mutant("writes digests for addresses of its own disk"),
                RIGHT.manifest(text -> text.replaceAll(
                                "(?s)(<asic:DataObjectReference URI=\"index.html\".*?</asic:DataObjectReference>)",
                                "$1$1"))
                        .mutant("writes the digest of the first page twice"),
                RIGHT.manifest(text -> text.replaceFirst(
                                "(?s)Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"(/>\\s*<ds:DigestValue>).*?<",
                                "Algorithm=\"http://www.w3.org/2000/09/xmldsig#sha1\"$12jmj7l5rSw0yVb/vlWAYkK/YBwk=<"))
                        .mutant("writes digests by SHA-1"),
                RIGHT.manifest(text -> text.replace(
                                "</asic:ASiCManifest>",
                                "<asic:ASiCManifestExtensions><asic:Extension Critical=\"true\"/>"
                                        + "</asic:ASiCManifestExtensions></asic:ASiCManifest>"))
                        .mutant("writes an extension of its own and calls it critical"));
    }

    private static List<ProducerMutant> messages() {
        return List.of(
                RIGHT.openLengths().mutant("writes signatures with open lengths"),
                RIGHT.attributes(table -> table.remove(CmsOids.SIGNING_TIME)).mutant("does not say when it signed"),
                RIGHT.attributes(table -> table.remove(CmsOids.SIGNING_CERTIFICATE_V2))
                        .mutant("does not sign which certificate is its own"),
                RIGHT.certificates(embedded -> List.of()).mutant("embeds no certificate"),
                RIGHT.certificates(embedded -> {
                            embedded.addAll(OWN_KEY.certificates());
                            return embedded;
                        })
                        .mutant("embeds certificates of others"),
                RIGHT.algorithm("SHA-1", "SHA1withECDSA")
                        .attributes(table -> table.remove(CmsOids.ALGORITHM_PROTECTION))
                        .mutant("signs by SHA-1"),
                RIGHT.unsigned("2.999.1", DERNull.INSTANCE).mutant("adds an attribute that nobody signed"));
    }

    private static List<ProducerMutant> afterwards() {
        return List.of(
                RIGHT.files(files -> {
                            files.put("META-INF/ASiCManifest002.xml", files.get("META-INF/ASiCManifest001.xml"));
                            return files;
                        })
                        .mutant("keeps a copy of the manifest of digests"),
                RIGHT.files(files -> {
                            Map<String, byte[]> renamed = new LinkedHashMap<>();
                            files.forEach((name, content) ->
                                    renamed.put(name.replaceFirst("^pages/(.*)\\.html$", "pages/$1.htm"), content));
                            return renamed;
                        })
                        .mutant("renames pages after signing"),
                signedTwice(
                        "puts its first signature in the place of the second",
                        files -> files.replace("META-INF/signature002.p7s", files.get(HandSigned.SIGNATURE))),
                drafting(
                        "packs a page again after signing",
                        draft -> page(draft)
                                .ifPresent(page -> draft.add(
                                        new String(page.name, StandardCharsets.UTF_8), new byte[] {'<', 'p', '>'}))),
                drafting("damages a page after signing", draft -> page(draft).ifPresent(page -> page.crc++)));
    }

    private static List<ProducerMutant> signers() {
        return List.of(
                signing(
                        "has a clock that is a day fast",
                        key -> PackageSigner.as(SignerRole.AUTHOR, key)
                                .withClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)))),
                signing(
                        "embeds the certificate of one key and signs with another",
                        key -> PackageSigner.as(
                                SignerRole.AUTHOR, new Pretended(isSm2(key) ? OWN_SM2_KEY : OWN_KEY, key))),
                exchanging("exchanges signature and seal"),
                signing(
                        "signs SM2 without the signer's id",
                        key -> PackageSigner.as(SignerRole.AUTHOR, isSm2(key) ? new WithoutId(key) : key)));
    }

    private static Optional<ArchiveDraft.Entry> page(ArchiveDraft draft) {
        return draft.entries().stream()
                .filter(entry -> new String(entry.name, StandardCharsets.UTF_8).endsWith(".html"))
                .findFirst();
    }

    private static ProducerMutant drafting(String name, Consumer<ArchiveDraft> edit) {
        return ProducerMutant.afterSigning(name, bytes -> {
            ArchiveDraft draft =
                    ArchiveDraft.of(Archive.files(bytes, StandardCharsets.UTF_8).orElseThrow());
            edit.accept(draft);
            return draft.write();
        });
    }

    private static ProducerMutant signing(String name, Function<SigningKey, PackageSigner> signer) {
        return new ProducerMutant(name, right -> request -> {
            Production production = right.produce(ProducerMutant.signed(request, null));
            Signing signing = request.signing();
            if (production.produced() && signing != null) {
                signer.apply(SdkProduction.key(signing)).sign(request.output());
            }
            return production;
        });
    }

    /** Signs a second time with the same key, and edits what has two signatures then. */
    private static ProducerMutant signedTwice(String name, Consumer<Map<String, byte[]>> edit) {
        return edited(name, key -> PackageSigner.as(SignerRole.AUTHOR, key), edit);
    }

    /** Signs with a key of its own in the other form, and puts each where the other belongs. */
    private static ProducerMutant exchanging(String name) {
        return new ProducerMutant(name, right -> request -> {
            Production production = right.produce(ProducerMutant.signed(request, null));
            Signing signing = request.signing();
            if (production.produced() && signing != null) {
                SigningKey key = SdkProduction.key(signing);
                PackageSigner.as(SignerRole.AUTHOR, key)
                        .and(isSm2(key) ? OWN_KEY : OWN_SM2_KEY)
                        .sign(request.output());
                edit(request, files -> {
                    byte[] signature = files.get(HandSigned.SIGNATURE);
                    files.replace(HandSigned.SIGNATURE, files.get(SEAL));
                    files.replace(SEAL, signature);
                });
            }
            return production;
        });
    }

    private static ProducerMutant edited(
            String name, Function<SigningKey, PackageSigner> second, Consumer<Map<String, byte[]>> edit) {
        return new ProducerMutant(name, right -> request -> {
            Production production = right.produce(request);
            Signing signing = request.signing();
            if (production.produced() && signing != null) {
                second.apply(SdkProduction.key(signing)).sign(request.output());
                edit(request, edit);
            }
            return production;
        });
    }

    private static void edit(ProductionRequest request, Consumer<Map<String, byte[]>> edit) throws IOException {
        Map<String, byte[]> files = Archive.files(Files.readAllBytes(request.output()), StandardCharsets.UTF_8)
                .orElseThrow();
        edit.accept(files);
        Files.write(request.output(), ArchiveDraft.of(files).write());
    }

    private static boolean isSm2(SigningKey key) {
        return key.algorithm() == SignatureAlgorithm.SM2_SM3;
    }

    /** Who signs with one key and says that it is another's. */
    private record Pretended(Signer key, Signer pretended) implements Signer {

        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public VerificationKey verificationKey() {
            return pretended.verificationKey();
        }

        @Override
        public List<X509Certificate> certificates() {
            return pretended.certificates();
        }

        @Override
        public byte[] sign(byte[] message) throws SigningException {
            return key.sign(message);
        }
    }

    /** An SM2 key whose user forgot that the signer's id goes into the digest. */
    private record WithoutId(SigningKey key) implements Signer {

        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public VerificationKey verificationKey() {
            return key.verificationKey();
        }

        @Override
        public List<X509Certificate> certificates() {
            return key.certificates();
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
                signer.init(true, new ParametersWithID(PrivateKeyFactory.createKey(key.privateKeyInfo()), new byte[0]));
                signer.update(message, 0, message.length);
                return signer.generateSignature();
            } catch (IOException | CryptoException e) {
                throw new IllegalStateException("Bouncy Castle cannot sign with a key that it made", e);
            }
        }
    }
}
