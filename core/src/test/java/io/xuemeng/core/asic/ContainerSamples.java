package io.xuemeng.core.asic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.FixedCertificate;
import io.xuemeng.core.crypto.certificate.FixedKeys;
import io.xuemeng.core.crypto.cms.CmsOids;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The samples of the requirements on containers, SIG-001 to SIG-032: a signed package, and what one edit makes of it. */
final class ContainerSamples {

    private static final String SEAL = "META-INF/sm2/seal001.der";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final byte[] plain = Packages.zip(Packages.plain());
    /** The author's signature and seal. */
    private final byte[] sealed = Packages.sign(plain, DemoPki.author());
    /** The author's signature alone. */
    private final byte[] signed =
            Forge.container(manifest -> Forge.authors(manifest).build());
    /** With the reviewer's signature over it. */
    private final byte[] reviewed = Packages.sign(signed, reviewer());

    private ContainerSamples() {}

    private static ContainerSigner.Builder reviewer() {
        return ContainerSigner.builder()
                .signer(DemoPki.REVIEWER)
                .claimedRole("reviewer")
                .embed(DemoPki.lists(DemoPki.LIST))
                .clock(DemoPki.SIGNING);
    }

    /** All samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        ContainerSamples samples = new ContainerSamples();
        samples.mimeType();
        samples.manifests();
        samples.entries();
        samples.messages();
        samples.signers();
        samples.others();
        return samples.files;
    }

    private void put(SignatureRequirement requirement, String name, byte[] container) {
        files.put(requirement.id() + '/' + name + ".zip", container);
    }

    private void pair(SignatureRequirement requirement, byte[] pass, byte[] fail) {
        put(requirement, "pass", pass);
        put(requirement, "fail", fail);
    }

    private void edited(SignatureRequirement requirement, String name, Consumer<Map<String, byte[]>> change) {
        put(requirement, name, Packages.edit(sealed, change));
    }

    private void mimeType() {
        SignatureRequirement content = SignatureRequirement.MIME_TYPE;
        put(content, "pass", sealed);
        edited(content, "fail", entries -> entries.put("mimetype", ascii("application/vnd.etsi.asic-s+zip")));
        edited(content, "fail-line-feed", entries -> entries.put("mimetype", ascii(ContainerPaths.MIME_TYPE + "\n")));
        SignatureRequirement first = SignatureRequirement.MIME_TYPE_FIRST;
        put(first, "pass", sealed);
        byte[] inComment = Packages.sign(plain, DemoPki.author().mimeType(MimeTypePlace.COMMENT));
        put(first, "pass-comment", inComment);
        edited(first, "fail", entries -> entries.put("mimetype", entries.remove("mimetype")));
        put(first, "fail-no-comment", Packages.edit(inComment, entries -> {}));
    }

    private void manifests() {
        SignatureRequirement readable = SignatureRequirement.MANIFEST_READABLE;
        put(readable, "pass", signed);
        put(readable, "fail", manifest(text -> text.replace("</asic:ASiCManifest>", "")));
        put(readable, "fail-doctype", manifest(text -> text.replace("?>", "?><!DOCTYPE x>")));
        put(readable, "fail-other-root", manifest(text -> text.replace("ASiCManifest", "ASiCManifests")));
        put(
                readable,
                "fail-no-reference",
                manifest(text -> text.replaceAll("(?s)<asic:DataObjectReference .*</asic:DataObjectReference>", "")));
        put(readable, "fail-digest-length", manifest(text -> text.replaceFirst("(<ds:DigestValue>).*?<", "$1AAAA<")));
        put(readable, "fail-namespace", manifest(text -> text.replace("02918/v1.2.1#", "02918/v9.9.9#")));

        SignatureRequirement present = SignatureRequirement.SIGNATURE_PRESENT;
        put(present, "pass", sealed);
        edited(present, "fail", entries -> entries.remove(Forge.SIGNATURE));
        edited(present, "fail-seal", entries -> entries.remove(SEAL));
        SignatureRequirement named = SignatureRequirement.SIGNATURE_NAMED;
        put(named, "pass", sealed);
        edited(named, "fail", entries -> entries.put("META-INF/signature002.p7s", entries.get(Forge.SIGNATURE)));
        edited(named, "fail-seal", entries -> entries.put("META-INF/sm2/seal002.der", entries.get(SEAL)));

        SignatureRequirement local = SignatureRequirement.REFERENCE_LOCAL;
        put(local, "pass", signed);
        put(local, "fail", manifest(text -> text.replace("\"imsmanifest.xml", "\"../imsmanifest.xml")));
        put(local, "fail-address", manifest(text -> text.replace("\"imsmanifest.xml", "\"http://example.cn/a.xml")));
        put(local, "fail-fragment", manifest(text -> text.replace("\"imsmanifest.xml", "\"imsmanifest.xml#a")));
        put(local, "fail-encoding", manifest(text -> text.replace("\"imsmanifest.xml", "\"imsmanifest%FF.xml")));
        SignatureRequirement unique = SignatureRequirement.REFERENCE_UNIQUE;
        put(unique, "pass", signed);
        put(
                unique,
                "fail",
                manifest(text -> text.replaceFirst(
                        "(?s)(<asic:DataObjectReference URI=\"imsm.*?</asic:DataObjectReference>)", "$1$1")));
        SignatureRequirement critical = SignatureRequirement.CRITICAL_EXTENSION;
        put(critical, "pass", signed);
        put(critical, "fail", manifest(text -> text.replaceFirst("Critical=\"false\"", "Critical=\"true\"")));
        put(
                critical,
                "fail-manifest",
                manifest(text -> text.replace(
                        "</asic:ASiCManifestExtensions>",
                        "<asic:Extension Critical=\"true\"/></asic:ASiCManifestExtensions>")));
    }

    private static byte[] manifest(UnaryOperator<String> edit) {
        return Forge.container(edit, manifest -> Forge.authors(manifest).build());
    }

    private void entries() {
        SignatureRequirement unchanged = SignatureRequirement.ENTRY_UNCHANGED;
        put(unchanged, "pass", sealed);
        edited(unchanged, "fail", entries -> entries.get(Packages.PAGE)[20]++);
        put(
                unchanged,
                "fail-signature",
                Packages.edit(
                        reviewed,
                        entries -> entries.put(
                                Forge.SIGNATURE,
                                Forge.message(DemoPki.AUTHOR, entries.get(Forge.MANIFEST))
                                        .set(CmsOids.SIGNING_TIME, time("2026-08-31T08:00:00Z"))
                                        .embed(DemoPki.lists(DemoPki.LIST))
                                        .build())));
        SignatureRequirement added = SignatureRequirement.NOTHING_ADDED;
        put(added, "pass", sealed);
        put(added, "pass-directory", Packages.edit(sealed, entries -> entries.put("content/", new byte[0])));
        edited(added, "fail", entries -> entries.put("content/new.html", ascii("<p>new</p>")));
        edited(added, "fail-directory", entries -> entries.put("new/", new byte[0]));
        put(
                added,
                "fail-mimetype",
                Packages.edit(Packages.sign(plain, DemoPki.author().mimeType(MimeTypePlace.COMMENT)), entries -> {
                    Map<String, byte[]> others = new LinkedHashMap<>(entries);
                    entries.clear();
                    entries.put("mimetype", ascii(ContainerPaths.MIME_TYPE));
                    entries.putAll(others);
                }));
        edited(added, "fail-look-alike", entries -> entries.put("meta-inf/new.xml", ascii("<new/>")));
        SignatureRequirement metaInf = SignatureRequirement.NOTHING_ADDED_IN_META_INF;
        put(metaInf, "pass", sealed);
        edited(metaInf, "fail", entries -> entries.put("META-INF/manifest.xml", ascii("<manifest/>")));
        edited(metaInf, "fail-timestamp", entries -> entries.put("META-INF/timestamp.tst", ascii("0")));
        SignatureRequirement removed = SignatureRequirement.NOTHING_REMOVED;
        byte[] withDirectory =
                Packages.sign(Packages.edit(plain, entries -> entries.put("empty/", new byte[0])), DemoPki.author());
        put(removed, "pass", sealed);
        put(removed, "pass-directory", withDirectory);
        edited(removed, "fail", entries -> entries.remove(Packages.PAGE));
        put(removed, "fail-directory", Packages.edit(withDirectory, entries -> entries.remove("empty/")));
        SignatureRequirement renamed = SignatureRequirement.NOTHING_RENAMED;
        put(renamed, "pass", sealed);
        edited(renamed, "fail", entries -> entries.put("content/第二课.html", entries.remove(Packages.PAGE)));
        edited(renamed, "fail-case", entries -> entries.put("IMSManifest.xml", entries.remove("imsmanifest.xml")));
        put(
                renamed,
                "fail-manifest",
                Packages.edit(
                        signed,
                        entries -> entries.put("META-INF/ASiCManifest002.xml", entries.remove(Forge.MANIFEST))));
        SignatureRequirement doubled = SignatureRequirement.NOTHING_DOUBLED;
        put(doubled, "pass", sealed);
        put(doubled, "fail", doubled(Packages.bytes("other bytes")));
        put(doubled, "fail-same", doubled(Packages.plain().get("imsmanifest.xml")));
        SignatureRequirement readable = SignatureRequirement.ENTRY_READABLE;
        put(readable, "pass", sealed);
        put(readable, "fail", damaged());
    }

    /** An archive with two entries named {@code imsmanifest.xml}: a second name is written and then overwritten. */
    private byte[] doubled(byte[] second) {
        byte[] archive = Packages.edit(sealed, entries -> entries.put("IMSMANIFEST-xml", second));
        return replace(archive, "IMSMANIFEST-xml", "imsmanifest.xml");
    }

    private static byte[] replace(byte[] bytes, String from, String to) {
        String text = new String(bytes, ISO_8859_1);
        return text.replace(from, to).getBytes(ISO_8859_1);
    }

    /** A stored entry whose content no longer has the CRC that its headers state. */
    private byte[] damaged() {
        Map<String, byte[]> entries = new LinkedHashMap<>(Packages.plain());
        entries.put("a.txt", ascii("stored"));
        return replace(Packages.sign(Packages.zip(entries), DemoPki.author()), "stored", "storeD");
    }

    private void messages() {
        SignatureRequirement digest = SignatureRequirement.DIGEST_ALGORITHM;
        put(digest, "pass", signed);
        put(
                digest,
                "fail",
                manifest(text -> text.replaceFirst(
                        "(?s)Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"(/>\\s*<ds:DigestValue>).*?<",
                        "Algorithm=\"http://www.w3.org/2000/09/xmldsig#sha1\"$12jmj7l5rSw0yVb/vlWAYkK/YBwk=<")));
        message(
                SignatureRequirement.MESSAGE_READABLE,
                "fail",
                m -> Forge.authors(m).signers(2).build());
        message(SignatureRequirement.MESSAGE_READABLE, "fail-no-message", m -> ascii("-----BEGIN CMS-----"));
        message(
                SignatureRequirement.MESSAGE_READABLE,
                "fail-attached",
                m -> Forge.authors(m).attached().build());
        message(
                SignatureRequirement.MESSAGE_READABLE,
                "fail-version",
                m -> Forge.authors(m).version(4).build());
        message(SignatureRequirement.MESSAGE_READABLE, "fail-trailing-byte", m -> {
            byte[] whole = Forge.authors(m).build();
            return Arrays.copyOf(whole, whole.length + 1);
        });
        put(
                SignatureRequirement.MESSAGE_READABLE,
                "pass-chinese-types",
                Forge.container(m -> Forge.message(DemoPki.SM2_AUTHOR, m)
                        .chinese()
                        .embed(DemoPki.lists(DemoPki.SM2_LIST))
                        .build()));
        message(
                SignatureRequirement.MESSAGE_DEFINITE,
                "fail",
                m -> Forge.authors(m).indefinite().build());
        SignatureRequirement attributes = SignatureRequirement.SIGNED_ATTRIBUTES;
        message(
                attributes,
                "fail",
                m -> Forge.authors(m).set(CmsOids.MESSAGE_DIGEST).build());
        message(
                attributes,
                "fail-no-time",
                m -> Forge.authors(m).set(CmsOids.SIGNING_TIME).build());
        message(
                attributes,
                "fail-no-type",
                m -> Forge.authors(m).set(CmsOids.CONTENT_TYPE).build());
        message(
                attributes,
                "fail-other-type",
                m -> Forge.authors(m).set(CmsOids.CONTENT_TYPE, CmsOids.GM_DATA).build());
        message(
                attributes,
                "fail-two-values",
                m -> Forge.authors(m)
                        .set(CmsOids.SIGNING_TIME, time("2026-09-01T08:00:00Z"), time("2026-09-02T08:00:00Z"))
                        .build());
        SignatureRequirement manifest = SignatureRequirement.MANIFEST_UNCHANGED;
        put(manifest, "pass", signed);
        put(
                manifest,
                "fail",
                Packages.edit(
                        signed,
                        entries -> entries.compute(
                                Forge.MANIFEST, (path, bytes) -> utf8(new String(bytes, UTF_8) + "\n"))));
        SignatureRequirement own = SignatureRequirement.OWN_MANIFEST;
        put(own, "pass", reviewed);
        put(
                own,
                "fail",
                Packages.edit(
                        reviewed, entries -> entries.put("META-INF/signature002.p7s", entries.get(Forge.SIGNATURE))));
    }

    private void message(SignatureRequirement requirement, String name, Function<byte[], byte[]> message) {
        put(requirement, "pass", signed);
        put(requirement, name, Forge.container(message));
    }

    private void signers() {
        SignatureRequirement verifies = SignatureRequirement.SIGNATURE_VERIFIES;
        message(verifies, "fail", m -> Forge.authors(m).spoilt().build());
        message(verifies, "fail-other-key", m -> {
            Signer other = new OtherKey(FixedKeys.p256("other"), DemoPki.AUTHOR);
            return Forge.message(other, m).embed(DemoPki.lists(DemoPki.LIST)).build();
        });
        FixedKeys.Sm2 sm2 = (FixedKeys.Sm2) DemoPki.SM2_AUTHOR;
        message(verifies, "fail-other-sm2-id", m -> sm2(sm2.withId("ALICE123@YAHOO.COM"), m));
        pair(
                SignatureRequirement.SM2_ID,
                Forge.container(m -> sm2(sm2, m)),
                Forge.container(m -> sm2(sm2.withId(""), m)));
        message(
                SignatureRequirement.CERTIFICATE_PRESENT,
                "fail",
                m -> Forge.authors(m).withoutCertificates().build());
        message(
                SignatureRequirement.CERTIFICATE_IDENTIFIED,
                "fail",
                m -> Forge.authors(m).set(CmsOids.SIGNING_CERTIFICATE_V2).build());
        message(SignatureRequirement.CERTIFICATE_IDENTIFIED, "fail-other", m -> {
            Signer twin = FixedCertificate.with(
                    FixedKeys.p256("author"),
                    FixedCertificate.of("author 作者", FixedKeys.p256("author"))
                            .usage(KeyUsage.digitalSignature)
                            .issuedBy(DemoPki.ROOT));
            return Forge.message(twin, m)
                    .withoutCertificates()
                    .embed(DemoPki.material(DemoPki.AUTHOR.certificates(), DemoPki.LIST))
                    .build();
        });
        SignatureRequirement algorithm = SignatureRequirement.SIGNATURE_ALGORITHM;
        message(
                algorithm,
                "fail",
                m -> Forge.authors(m).signatureAlgorithm("1.2.840.10045.4.1").build());
        message(
                algorithm,
                "fail-digest",
                m -> Forge.authors(m)
                        .digestAlgorithm(new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.14.3.2.26")))
                        .build());
    }

    private static byte[] sm2(Signer signer, byte[] manifest) {
        return Forge.message(signer, manifest)
                .embed(DemoPki.lists(DemoPki.SM2_LIST))
                .build();
    }

    private void others() {
        SignatureRequirement earlier = SignatureRequirement.COVERS_EARLIER;
        put(earlier, "pass", reviewed);
        put(earlier, "fail", parallel());
        message(
                SignatureRequirement.UNSIGNED_ATTRIBUTES,
                "fail",
                m -> Forge.authors(m)
                        .unsigned(new ASN1ObjectIdentifier("2.999.1"), DERNull.INSTANCE)
                        .build());
        SignatureRequirement material = SignatureRequirement.EMBEDDED_MATERIAL;
        Signer unknown = DemoPki.root("unknown root", FixedKeys.p256("unknown root"));
        message(
                material,
                "fail",
                m -> Forge.authors(m)
                        .embed(DemoPki.lists(FixedCertificate.revocationList(unknown)))
                        .build());
        message(
                material,
                "fail-certificate",
                m -> Forge.authors(m)
                        .embed(DemoPki.material(DemoPki.issued("stranger", FixedKeys.p256("s"), unknown)
                                .certificates()))
                        .build());
        message(
                SignatureRequirement.SIGNING_TIME,
                "fail",
                m -> Forge.authors(m)
                        .set(CmsOids.SIGNING_TIME, time("2026-10-02T08:00:00Z"))
                        .build());
        message(
                SignatureRequirement.SIGNING_TIME,
                "fail-after-timestamp",
                m -> TimestampSamples.stamped(
                        DemoPki.AUTHOR, m, time("2026-09-02T08:00:00Z"), DemoPki.TIMESTAMPER, DemoPki.SIGNED));
        SignatureRequirement form = SignatureRequirement.FORM;
        put(form, "pass", sealed);
        edited(form, "fail", entries -> entries.put(Forge.SIGNATURE, entries.get(SEAL)));
        edited(form, "fail-seal", entries -> entries.put(SEAL, entries.get(Forge.SIGNATURE)));
        SignatureRequirement limits = SignatureRequirement.WITHIN_LIMITS;
        pair(limits, signed, reviewed);
        files.put(limits.id() + "/limits.properties", ascii("signatures=1\n"));
    }

    /** A second signature that covers the content and not the first. */
    private byte[] parallel() {
        return Packages.edit(signed, entries -> {
            byte[] manifest =
                    Forge.manifest(Forge.files()).replace("001.", "002.").getBytes(UTF_8);
            entries.put("META-INF/ASiCManifest002.xml", manifest);
            entries.put(
                    "META-INF/signature002.p7s",
                    Forge.message(DemoPki.REVIEWER, manifest)
                            .embed(DemoPki.lists(DemoPki.LIST))
                            .build());
        });
    }

    static Time time(String text) {
        return new Time(Date.from(Instant.parse(text)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
