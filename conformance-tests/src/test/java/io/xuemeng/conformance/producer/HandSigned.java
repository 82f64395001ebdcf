package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.conformance.mutant.ArchiveDraft;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.cms.CmsOids;
import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * How a vendor signs who puts manifest and message together with Bouncy Castle: as this project does, but for what a mutant changes.
 * Packages that are to be sealed are not touched. A value: each change makes another.
 *
 * @param manifest edits the manifest of digests before it is signed
 * @param attributes edits the signed attributes
 * @param unsigned the unsigned attributes; empty for none
 * @param algorithm the names of digest and signature algorithm, as Java has them
 * @param certificates edits the certificates that are embedded
 * @param der whether lengths are definite
 * @param files edits the files afterwards
 */
record HandSigned(
        UnaryOperator<String> manifest,
        UnaryOperator<AttributeTable> attributes,
        AttributeTable unsigned,
        Algorithm algorithm,
        UnaryOperator<List<X509Certificate>> certificates,
        boolean der,
        UnaryOperator<Map<String, byte[]>> files) {

    private static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    static final String SIGNATURE = "META-INF/signature001.p7s";

    /** Names of algorithms. */
    record Algorithm(String digest, String signature) {}

    static HandSigned right() {
        return new HandSigned(
                text -> text,
                table -> table,
                new AttributeTable(new ASN1EncodableVector()),
                new Algorithm("SHA-256", "SHA256withECDSA"),
                embedded -> embedded,
                true,
                files -> files);
    }

    HandSigned manifest(UnaryOperator<String> value) {
        return new HandSigned(value, attributes, unsigned, algorithm, certificates, der, files);
    }

    HandSigned attributes(UnaryOperator<AttributeTable> value) {
        return new HandSigned(manifest, value, unsigned, algorithm, certificates, der, files);
    }

    HandSigned unsigned(String oid, ASN1Encodable value) {
        AttributeTable table = unsigned.add(new ASN1ObjectIdentifier(oid), value);
        return new HandSigned(manifest, attributes, table, algorithm, certificates, der, files);
    }

    HandSigned algorithm(String digest, String signature) {
        return new HandSigned(
                manifest, attributes, unsigned, new Algorithm(digest, signature), certificates, der, files);
    }

    HandSigned certificates(UnaryOperator<List<X509Certificate>> value) {
        return new HandSigned(manifest, attributes, unsigned, algorithm, value, der, files);
    }

    HandSigned openLengths() {
        return new HandSigned(manifest, attributes, unsigned, algorithm, certificates, false, files);
    }

    HandSigned files(UnaryOperator<Map<String, byte[]>> value) {
        return new HandSigned(manifest, attributes, unsigned, algorithm, certificates, der, value);
    }

    /** The producer that signs so. */
    ProducerMutant mutant(String name) {
        return new ProducerMutant(name, right -> request -> {
            Production production = right.produce(request);
            Signing signing = request.signing();
            if (production.produced() && signing != null) {
                byte[] signed = Files.readAllBytes(request.output());
                Files.write(request.output(), again(signed, SdkProduction.key(signing)));
            }
            return production;
        });
    }

    private byte[] again(byte[] signed, SigningKey key) throws IOException {
        Map<String, byte[]> entries =
                Archive.files(signed, StandardCharsets.UTF_8).orElseThrow();
        byte[] message = entries.get(SIGNATURE);
        if (message == null) {
            return signed; // a seal
        }
        byte[] edited = manifest.apply(new String(entries.get(MANIFEST), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        entries.put(MANIFEST, edited);
        try {
            entries.put(SIGNATURE, message(message, edited, key));
        } catch (GeneralSecurityException | CMSException | OperatorCreationException e) {
            throw new IOException(e);
        }
        return ArchiveDraft.of(files.apply(entries)).write();
    }

    private byte[] message(byte[] right, byte[] content, SigningKey key)
            throws IOException, GeneralSecurityException, CMSException, OperatorCreationException {
        SignerInformation known =
                new CMSSignedData(right).getSignerInfos().iterator().next();
        byte[] digest = MessageDigest.getInstance(algorithm.digest()).digest(content);
        AttributeTable signed = attributes.apply(known.getSignedAttributes()
                .remove(CmsOids.MESSAGE_DIGEST)
                .add(CmsOids.MESSAGE_DIGEST, new DEROctetString(digest)));
        PrivateKey secret = KeyFactory.getInstance("EC", BouncyCastle.provider())
                .generatePrivate(new PKCS8EncodedKeySpec(key.privateKeyInfo()));
        JcaSignerInfoGeneratorBuilder signer = new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder()
                                .setProvider(BouncyCastle.provider())
                                .build())
                .setSignedAttributeGenerator(new SimpleAttributeTableGenerator(signed));
        if (unsigned.size() > 0) {
            signer.setUnsignedAttributeGenerator(new SimpleAttributeTableGenerator(unsigned));
        }
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(signer.build(
                new JcaContentSignerBuilder(algorithm.signature())
                        .setProvider(BouncyCastle.provider())
                        .build(secret),
                key.certificates().get(0)));
        List<X509Certificate> embedded = certificates.apply(new ArrayList<>(key.certificates()));
        if (!embedded.isEmpty()) {
            generator.addCertificates(new JcaCertStore(embedded));
        }
        CMSSignedData made = generator.generate(new CMSProcessableByteArray(content), false);
        return der ? made.toASN1Structure().getEncoded(ASN1Encoding.DER) : made.getEncoded();
    }
}
