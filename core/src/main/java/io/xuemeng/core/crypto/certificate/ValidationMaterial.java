package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/**
 * What helps to judge certificates without a network: further certificates, revocation lists (RFC 5280, 5) and OCSP responses
 * (RFC 6960). None of it is trusted by standing here; everything in it has to be signed by somebody who is. Immutable and
 * thread-safe.
 */
public final class ValidationMaterial {

    static final Set<String> CERTIFICATE_FILES = Set.of("pem", "crt", "cer", "der");
    private static final Set<String> ALL_FILES = Set.of("pem", "crt", "cer", "der", "crl", "ocsp", "ors");
    private static final ValidationMaterial NONE = new ValidationMaterial(List.of(), List.of(), List.of());

    private final List<X509Certificate> certificates;
    private final List<X509CRL> revocationLists;
    private final List<OcspResponse> ocspResponses;

    private ValidationMaterial(
            Collection<X509Certificate> certificates,
            Collection<X509CRL> revocationLists,
            Collection<OcspResponse> ocspResponses) {
        this.certificates = List.copyOf(certificates);
        this.revocationLists = List.copyOf(revocationLists);
        this.ocspResponses = List.copyOf(ocspResponses);
    }

    /** Nothing. */
    public static ValidationMaterial none() {
        return NONE;
    }

    /**
     * Objects that were read before.
     *
     * @throws CertificateException when a certificate of another provider cannot be read again
     * @throws CRLException when a revocation list of another provider cannot be read again
     */
    public static ValidationMaterial of(
            Collection<X509Certificate> certificates,
            Collection<X509CRL> revocationLists,
            Collection<OcspResponse> ocspResponses)
            throws CertificateException, CRLException {
        Set<X509Certificate> first = new LinkedHashSet<>();
        for (X509Certificate certificate : certificates) {
            first.add(X509Objects.certificate(certificate));
        }
        Set<X509CRL> second = new LinkedHashSet<>();
        for (X509CRL list : revocationLists) {
            second.add(X509Objects.crl(list));
        }
        return new ValidationMaterial(first, second, new LinkedHashSet<>(ocspResponses));
    }

    /**
     * A file's content: one object in DER, or any number in PEM (RFC 7468), labelled {@code CERTIFICATE}, {@code X509 CRL} or
     * {@code OCSP RESPONSE}.
     *
     * @throws CertificateException when there is something else in it, or nothing
     */
    public static ValidationMaterial read(byte[] file) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        List<OcspResponse> responses = new ArrayList<>();
        try {
            if (file.length > 0 && file[0] == 0x30) {
                readDer(file, certificates, lists, responses);
            } else {
                readPem(file, certificates, lists, responses);
            }
        } catch (CRLException | IOException | RuntimeException e) {
            throw new CertificateException("a certificate, revocation list or OCSP response cannot be read", e);
        }
        if (certificates.isEmpty() && lists.isEmpty() && responses.isEmpty()) {
            throw new CertificateException("there is no certificate, revocation list or OCSP response, in PEM or DER");
        }
        return new ValidationMaterial(certificates, lists, responses);
    }

    private static void readPem(
            byte[] file, List<X509Certificate> certificates, List<X509CRL> lists, List<OcspResponse> responses)
            throws IOException, CertificateException, CRLException {
        try (PemReader reader = new PemReader(new StringReader(new String(file, StandardCharsets.ISO_8859_1)))) {
            for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
                switch (object.getType()) {
                    case "CERTIFICATE" -> certificates.add(X509Objects.certificate(object.getContent()));
                    case "X509 CRL" -> lists.add(X509Objects.crl(object.getContent()));
                    case "OCSP RESPONSE" -> responses.add(OcspResponse.of(object.getContent()));
                    default ->
                        throw new CertificateException("a PEM object is labelled \"" + object.getType()
                                + "\"; CERTIFICATE, X509 CRL and OCSP RESPONSE can stand here");
                }
            }
        }
    }

    private static void readDer(
            byte[] file, List<X509Certificate> certificates, List<X509CRL> lists, List<OcspResponse> responses)
            throws CertificateException, CRLException {
        ASN1Primitive object = X509Objects.parse(file);
        if (!(object instanceof ASN1Sequence sequence) || sequence.size() == 0) {
            throw new CertificateException("the file is not one object in DER");
        }
        if (sequence.getObjectAt(0) instanceof ASN1Enumerated) {
            responses.add(OcspResponse.of(file));
        } else if (isCertificate(sequence)) {
            certificates.add(X509Objects.certificate(file));
        } else {
            lists.add(X509Objects.crl(file));
        }
    }

    private static boolean isCertificate(ASN1Sequence sequence) {
        if (sequence.getObjectAt(0) instanceof ASN1Sequence body
                && body.size() > 0
                && body.getObjectAt(0) instanceof ASN1TaggedObject) {
            return true;
        }
        try {
            return Certificate.getInstance(sequence).getSerialNumber() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * The content of a folder's files that end in {@code .pem}, {@code .crt}, {@code .cer}, {@code .der}, {@code .crl}, {@code
     * .ocsp} or {@code .ors}; other files, and folders within it, are not looked at.
     *
     * @throws CertificateException when such a file holds something else; the message names it
     * @throws IOException when the folder or a file cannot be read
     */
    public static ValidationMaterial fromFolder(Path folder) throws IOException, CertificateException {
        ValidationMaterial all = NONE;
        for (ValidationMaterial material : eachOfFolder(folder, ALL_FILES)) {
            all = all.and(material);
        }
        return all;
    }

    static List<ValidationMaterial> eachOfFolder(Path folder, Set<String> extensions)
            throws IOException, CertificateException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path file : stream) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (Files.isRegularFile(file) && extensions.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        List<ValidationMaterial> materials = new ArrayList<>();
        for (Path file : files) {
            try {
                materials.add(read(Files.readAllBytes(file)));
            } catch (CertificateException e) {
                throw new CertificateException(file + ": " + e.getMessage(), e);
            }
        }
        return materials;
    }

    /** The certificates. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** The revocation lists: 证书吊销列表. */
    public List<X509CRL> revocationLists() {
        return revocationLists;
    }

    /** The OCSP responses. */
    public List<OcspResponse> ocspResponses() {
        return ocspResponses;
    }

    /**
     * What of it helps to judge a certificate: the certificates above it, the revocation lists of their issuers, and all OCSP
     * responses, of which only whoever judges knows whom they are about.
     *
     * @param chain the certificate and those above it, as far as they are known
     */
    public ValidationMaterial concerning(Collection<X509Certificate> chain) {
        Set<IssuerIdentity> issuers = new HashSet<>();
        chain.forEach(certificate -> issuers.add(IssuerIdentity.ofIssuerOf(certificate)));
        Set<X509Certificate> above = new LinkedHashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (X509Certificate certificate : certificates) {
                if (issuers.stream().anyMatch(issuer -> issuer.isSubjectOf(certificate)) && above.add(certificate)) {
                    grown = true;
                    issuers.add(IssuerIdentity.ofIssuerOf(certificate));
                }
            }
        }
        List<X509CRL> lists = revocationLists.stream()
                .filter(list -> issuers.stream().anyMatch(issuer -> issuer.mayBe(IssuerIdentity.ofIssuerOf(list))))
                .toList();
        return new ValidationMaterial(above, lists, ocspResponses);
    }

    /** This and other material, each object once. */
    public ValidationMaterial and(ValidationMaterial other) {
        Set<X509Certificate> first = new LinkedHashSet<>(certificates);
        first.addAll(other.certificates);
        Set<X509CRL> second = new LinkedHashSet<>(revocationLists);
        second.addAll(other.revocationLists);
        Set<OcspResponse> third = new LinkedHashSet<>(ocspResponses);
        third.addAll(other.ocspResponses);
        return new ValidationMaterial(first, second, third);
    }
}
