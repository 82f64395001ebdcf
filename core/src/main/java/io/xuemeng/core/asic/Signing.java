package io.xuemeng.core.asic;

import io.xuemeng.core.asic.EntryDigests.Digested;
import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.cms.CmsOids;
import io.xuemeng.core.crypto.cms.SignedMessageWriter;
import io.xuemeng.core.crypto.timestamp.TimestampSource;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import io.xuemeng.core.zip.ZipWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One signing of one archive. */
final class Signing {

    private static final Set<DigestAlgorithm> DIGESTS = EnumSet.of(DigestAlgorithm.SHA_256, DigestAlgorithm.SM3);
    private static final byte[] MIME_TYPE = ContainerPaths.MIME_TYPE.getBytes(StandardCharsets.US_ASCII);

    private final ContainerSigner signer;
    private final PositionalSource source;

    Signing(ContainerSigner signer, PositionalSource source) {
        this.signer = signer;
        this.source = source;
    }

    SignedFiles run(OutputStream target) throws IOException {
        FindingCollector findings = new FindingCollector();
        try (ZipArchive archive = ZipArchive.open(new UnclosedSource(source), signer.limits(), findings)) {
            refuse(findings.findings());
            int number = nextNumber(archive);
            boolean addMimeType = checkMimeType(archive, number);
            Map<String, Map<DigestAlgorithm, byte[]>> digests = digests(archive, addMimeType);
            String signature = path(false, number);
            String seal = path(true, number);
            byte[] manifest = ManifestWriter.write(
                    ContainerPaths.manifest(number),
                    signature == null && seal != null ? seal : String.valueOf(signature),
                    signature == null ? null : seal,
                    digests,
                    Directories.of(archive.entries()).empty());
            Map<String, byte[]> signatures = signatures(manifest, number);
            write(archive, addMimeType, ContainerPaths.manifest(number), manifest, signatures, target);
            return new SignedFiles(ContainerPaths.manifest(number), List.copyOf(signatures.keySet()));
        }
    }

    private static void refuse(List<Finding> findings) throws UnsignableContainerException {
        List<Finding> faults = findings.stream()
                .filter(finding -> finding.severity().isWorseThan(Severity.WARNING))
                .toList();
        if (!faults.isEmpty()) {
            throw new UnsignableContainerException(
                    "the archive has faults that make readers see different content; mend them first: " + faults,
                    faults);
        }
    }

    private static int nextNumber(ZipArchive archive) throws UnsignableContainerException {
        int last = 0;
        for (ZipEntry entry : archive.entries()) {
            last = Math.max(last, ContainerPaths.number(entry.path()));
        }
        if (last >= ContainerPaths.MAX_NUMBER) {
            throw new UnsignableContainerException(
                    "the container has a signature with the number " + last + ", after which none is left", List.of());
        }
        return last + 1;
    }

    /** Whether an entry must be added that says what this is. To those who signed before it would be one that they did not sign. */
    private boolean checkMimeType(ZipArchive archive, int number) throws IOException {
        Optional<ZipEntry> entry = archive.find(ContainerPaths.MIME_TYPE_ENTRY);
        if (entry.isEmpty()) {
            return number == 1 && signer.mimeTypePlace() == MimeTypePlace.ENTRY && !isStatedInComment(archive);
        }
        byte[] content = entry.get().size() == MIME_TYPE.length ? read(archive, entry.get()) : new byte[0];
        if (!Arrays.equals(content, MIME_TYPE)) {
            throw new UnsignableContainerException(
                    "the archive has a file named mimetype that says something else than " + ContainerPaths.MIME_TYPE
                            + "; an archive of another format cannot be signed in this way",
                    List.of());
        }
        return false;
    }

    static boolean isStatedInComment(ZipArchive archive) {
        return new String(archive.comment(), StandardCharsets.ISO_8859_1)
                .equals(ContainerPaths.COMMENT_PREFIX + ContainerPaths.MIME_TYPE);
    }

    private static byte[] read(ZipArchive archive, ZipEntry entry) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(entry.size()));
        boolean intact = archive.drain(entry, content::put, finding -> {});
        return intact ? content.array() : new byte[0];
    }

    private Map<String, Map<DigestAlgorithm, byte[]>> digests(ZipArchive archive, boolean addMimeType)
            throws IOException {
        List<ZipEntry> files =
                archive.entries().stream().filter(entry -> !entry.isDirectory()).toList();
        List<Digested> digested = EntryDigests.of(archive, files, DIGESTS, signer.threads());
        Map<String, Map<DigestAlgorithm, byte[]>> digests = new LinkedHashMap<>();
        if (addMimeType) {
            digests.put(
                    ContainerPaths.MIME_TYPE_ENTRY,
                    Map.of(
                            DigestAlgorithm.SHA_256, DigestAlgorithm.SHA_256.digest(MIME_TYPE),
                            DigestAlgorithm.SM3, DigestAlgorithm.SM3.digest(MIME_TYPE)));
        }
        for (int i = 0; i < files.size(); i++) {
            refuse(digested.get(i).findings());
            Map<DigestAlgorithm, byte[]> values = digested.get(i).values();
            if (values == null) {
                throw new UnsignableContainerException("the content of " + files.get(i) + " cannot be read", List.of());
            }
            digests.put(files.get(i).path(), values);
        }
        return digests;
    }

    private @Nullable String path(boolean sm2, int number) {
        for (Signer each : signer.signers()) {
            if (ContainerSigner.isSm2(each) == sm2) {
                return sm2 ? ContainerPaths.seal(number) : ContainerPaths.signature(number);
            }
        }
        return null;
    }

    private Map<String, byte[]> signatures(byte[] manifest, int number) throws IOException {
        Instant now = signer.clock().instant();
        TimestampSource timestamps = signer.timestamps();
        Map<String, byte[]> signatures = new LinkedHashMap<>();
        for (Signer each : signer.signers()) {
            String path = ContainerSigner.isSm2(each) ? ContainerPaths.seal(number) : ContainerPaths.signature(number);
            signatures.put(
                    path,
                    new SignedMessageWriter(each, CmsOids.DATA)
                            .embed(signer.material())
                            .signingTime(now)
                            .mimeType(MediaTypes.XML)
                            .claimedRoles(signer.claimedRoles())
                            .sign(manifest, false, timestamps == null ? null : timestamps::timestamp));
        }
        return signatures;
    }

    private void write(
            ZipArchive archive,
            boolean addMimeType,
            String manifestPath,
            byte[] manifest,
            Map<String, byte[]> signatures,
            OutputStream target)
            throws IOException {
        try (ZipWriter zip = ZipWriter.to(target)) {
            Optional<ZipEntry> mimeType = archive.find(ContainerPaths.MIME_TYPE_ENTRY);
            if (addMimeType || mimeType.isPresent()) {
                zip.store(ContainerPaths.MIME_TYPE_ENTRY, MIME_TYPE);
                zip.comment(archive.comment());
            } else {
                zip.comment(
                        (ContainerPaths.COMMENT_PREFIX + ContainerPaths.MIME_TYPE).getBytes(StandardCharsets.US_ASCII));
            }
            for (ZipEntry entry : archive.entries()) {
                if (!entry.path().equals(ContainerPaths.MIME_TYPE_ENTRY)) {
                    zip.copy(archive, entry);
                }
            }
            zip.add(manifestPath, manifest);
            for (Map.Entry<String, byte[]> each : signatures.entrySet()) {
                zip.add(each.getKey(), each.getValue());
            }
        }
    }
}
