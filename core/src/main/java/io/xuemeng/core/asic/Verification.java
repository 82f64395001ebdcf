package io.xuemeng.core.asic;

import io.xuemeng.core.asic.EntryDigests.Digested;
import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One verification of one container. */
final class Verification {

    private final ContainerVerifier verifier;
    private final PositionalSource source;
    private final @Nullable String only;
    private final FindingCollector archiveFindings = new FindingCollector();
    private final FindingCollector containerFindings = new FindingCollector();
    private final Map<String, byte[]> manifestBytes = new LinkedHashMap<>();
    private final Map<String, byte[]> signatureBytes = new HashMap<>();
    private final List<Manifest> manifests = new ArrayList<>();
    private boolean unreadableManifest;

    Verification(ContainerVerifier verifier, PositionalSource source, @Nullable String only) {
        this.verifier = verifier;
        this.source = source;
        this.only = only;
    }

    ContainerResult run() throws IOException {
        Instant now = verifier.clock().instant();
        try (ZipArchive archive = ZipArchive.open(new UnclosedSource(source), verifier.limits(), archiveFindings)) {
            List<ZipEntry> files = archive.entries().stream()
                    .filter(entry -> !entry.isDirectory())
                    .toList();
            readManifests(archive, files);
            requireEntry(archive);
            boolean wrongMimeType = isSignedAtAll() && checkMimeType(archive);
            Contents contents = new Contents(digests(archive, files), Directories.of(archive.entries()), wrongMimeType);
            checkDoubled(files);
            ValidationStatus whole =
                    ContainerResult.wholeStatus(containerFindings.findings(), archiveFindings.findings());
            List<SignatureResult> results = new ArrayList<>();
            for (int i = 0; i < manifests.size(); i++) {
                results.addAll(judge(manifests.get(i), manifests.subList(0, i), contents, now, whole));
            }
            return new ContainerResult(results, containerFindings.findings(), archiveFindings.findings());
        }
    }

    private void requireEntry(ZipArchive archive) throws NoSuchFileException {
        if (only != null
                && archive.isReadable()
                && archive.find(only).isEmpty()
                && manifests.stream()
                        .noneMatch(manifest -> manifest.references().containsKey(only))) {
            throw new NoSuchFileException(only, null, "the container has no such entry, and none was signed");
        }
    }

    private boolean isSignedAtAll() {
        return !manifestBytes.isEmpty() || !signatureBytes.isEmpty() || !containerFindings.isEmpty();
    }

    /** Reads the manifests and the signatures that they name, and reports what does not belong together. */
    private void readManifests(ZipArchive archive, List<ZipEntry> files) throws IOException {
        Limits limits = verifier.limits();
        Set<String> signatures = new HashSet<>();
        List<ZipEntry> found = new ArrayList<>();
        for (ZipEntry file : files) {
            if (ContainerPaths.isManifest(file.path())) {
                found.add(file);
            } else if (ContainerPaths.isSignature(file.path()) || ContainerPaths.isSeal(file.path())) {
                signatures.add(file.path());
            }
        }
        if (found.size() > limits.signatures()) {
            report(Finding.of(SignatureRequirement.WITHIN_LIMITS)
                    .with("path", ContainerPaths.META_INF)
                    .with("found", found.size())
                    .with("limit", limits.signatures()));
            return;
        }
        found.sort(Comparator.comparingInt((ZipEntry file) -> ContainerPaths.number(file.path()))
                .thenComparing(ZipEntry::path));
        Set<String> named = new HashSet<>();
        for (ZipEntry file : found) {
            Manifest manifest = readManifest(archive, file);
            if (manifest != null) {
                link(archive, manifest, named);
            }
        }
        if (!unreadableManifest) {
            signatures.removeAll(named);
            signatures.stream()
                    .sorted()
                    .forEach(path -> report(Finding.of(SignatureRequirement.SIGNATURE_NAMED)
                            .at(Location.entry(path))
                            .with("path", path)));
        }
    }

    private @Nullable Manifest readManifest(ZipArchive archive, ZipEntry file) throws IOException {
        byte[] bytes = read(archive, file, verifier.limits().signatureManifestBytes());
        Manifest manifest = null;
        if (bytes != null && manifestBytes.putIfAbsent(file.path(), bytes) == null) {
            Limits limits = verifier.limits().toBuilder()
                    .documentBytes(verifier.limits().signatureManifestBytes())
                    .build();
            manifest = new ManifestReader(file.path(), limits, containerFindings).read(bytes);
        }
        unreadableManifest |= manifest == null;
        return manifest;
    }

    private void link(ZipArchive archive, Manifest manifest, Set<String> named) throws IOException {
        boolean complete = true;
        for (String signature : manifest.signatures()) {
            Optional<ZipEntry> entry = archive.find(signature);
            if (entry.isEmpty()) {
                report(Finding.of(SignatureRequirement.SIGNATURE_PRESENT)
                        .at(Location.entry(manifest.path()))
                        .with("manifest", manifest.path())
                        .with("path", signature));
                complete = false;
            } else if (!named.add(signature)) {
                report(Finding.of(SignatureRequirement.SIGNATURE_NAMED)
                        .at(Location.entry(signature))
                        .with("path", signature));
                complete = false;
            } else {
                byte[] bytes = read(archive, entry.get(), verifier.limits().documentBytes());
                if (bytes == null) {
                    complete = false;
                } else {
                    signatureBytes.put(signature, bytes);
                }
            }
        }
        if (complete) {
            manifests.add(manifest);
        }
    }

    private byte @Nullable [] read(ZipArchive archive, ZipEntry file, int limit) throws IOException {
        if (file.size() > limit) {
            report(Finding.of(SignatureRequirement.WITHIN_LIMITS)
                    .at(Location.entry(file.path()))
                    .with("path", file.path())
                    .with("found", file.size())
                    .with("limit", limit));
            return null;
        }
        ByteBuffer content = ByteBuffer.allocate((int) file.size());
        // What is wrong is reported when the entry is hashed.
        if (!archive.drain(file, content::put, finding -> {})) {
            report(Finding.of(SignatureRequirement.ENTRY_READABLE)
                    .at(Location.entry(file.path()))
                    .with("manifest", file.path())
                    .with("path", file.path()));
            return null;
        }
        return content.array();
    }

    /** Whether the entry says something else, which is reported. */
    private boolean checkMimeType(ZipArchive archive) throws IOException {
        Optional<ZipEntry> entry = archive.find(ContainerPaths.MIME_TYPE_ENTRY);
        if (entry.isPresent()) {
            byte[] content = entry.get().size() > ContainerPaths.MIME_TYPE.length()
                    ? null
                    : read(archive, entry.get(), ContainerPaths.MIME_TYPE.length());
            if (content == null || !new String(content, StandardCharsets.ISO_8859_1).equals(ContainerPaths.MIME_TYPE)) {
                report(Finding.of(SignatureRequirement.MIME_TYPE)
                        .at(Location.entry(ContainerPaths.MIME_TYPE_ENTRY))
                        .with("expected", ContainerPaths.MIME_TYPE));
                return true;
            }
            ZipEntry first = archive.entries().get(0);
            if (first.path().equals(ContainerPaths.MIME_TYPE_ENTRY) && first.method() == 0) {
                return false;
            }
        } else if (Signing.isStatedInComment(archive)) {
            return false;
        }
        report(Finding.of(SignatureRequirement.MIME_TYPE_FIRST).with("expected", ContainerPaths.MIME_TYPE));
        return false;
    }

    private void checkDoubled(List<ZipEntry> files) {
        Set<String> seen = new HashSet<>();
        for (ZipEntry file : files) {
            if (isSignedAtAll() && !seen.add(file.path())) {
                report(Finding.of(SignatureRequirement.NOTHING_DOUBLED)
                        .at(Location.entry(file.path()))
                        .with("path", file.path()));
            }
        }
    }

    private Map<String, List<Digested>> digests(ZipArchive archive, List<ZipEntry> files) throws IOException {
        Set<DigestAlgorithm> used = EnumSet.noneOf(DigestAlgorithm.class);
        for (Manifest manifest : manifests) {
            manifest.references()
                    .values()
                    .forEach(reference -> used.addAll(reference.digests().keySet()));
        }
        List<ZipEntry> hashed = files;
        if (manifests.isEmpty()) {
            hashed = List.of();
        } else if (only != null) {
            hashed = files.stream().filter(file -> file.path().equals(only)).toList();
        }
        List<Digested> digests = EntryDigests.of(archive, hashed, used, verifier.threads());
        Map<String, List<Digested>> byPath = new LinkedHashMap<>();
        for (int i = 0; i < hashed.size(); i++) {
            digests.get(i).findings().forEach(archiveFindings::report);
            byPath.computeIfAbsent(hashed.get(i).path(), path -> new ArrayList<>(1))
                    .add(digests.get(i));
        }
        return byPath;
    }

    /** Judges the signatures over one manifest, which cover the same. */
    private List<SignatureResult> judge(
            Manifest manifest, List<Manifest> earlier, Contents contents, Instant now, ValidationStatus whole) {
        FindingCollector coverageFindings = new FindingCollector();
        Coverage coverage = new Coverage(contents, manifest, coverageFindings);
        coverage.check(only, verifier.digestAlgorithms());
        coverage.checkEarlier(earlier, !verifier.parallelSignatures());
        List<Finding> shared = coverageFindings.findings();
        List<SignatureResult> results = new ArrayList<>();
        for (String path : manifest.signatures()) {
            FindingCollector own = new FindingCollector();
            byte[] bytes = signatureBytes.get(path);
            SignatureCheck check = new SignatureCheck(verifier, path, manifest, now, own);
            if (bytes != null) {
                check.check(bytes, manifestBytes);
            }
            List<Finding> findings = new ArrayList<>(own.findings());
            findings.addAll(shared);
            results.add(new SignatureResult(check, coverage, findings, whole));
        }
        return results;
    }

    private void report(Finding.Builder finding) {
        containerFindings.report(finding.build());
    }
}
