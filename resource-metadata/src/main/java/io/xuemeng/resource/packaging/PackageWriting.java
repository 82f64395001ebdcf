package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipWriter;
import io.xuemeng.resource.manifest.ManifestWriter;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes one package: gathers its files, makes its manifest, and puts both into an archive. */
final class PackageWriting {

    private static final String MANIFEST = "imsmanifest.xml";

    /** Files that are compressed already: deflating them costs time and gains nothing. */
    private static final Set<String> COMPRESSED = Set.of(
            "mp4", "m4v", "m4a", "mov", "webm", "mkv", "avi", "flv", "mp3", "aac", "ogg", "flac", "jpg", "jpeg", "png",
            "gif", "webp", "heic", "avif", "zip", "gz", "7z", "rar", "docx", "pptx", "xlsx", "epub", "woff", "woff2");

    private static final Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private final ResourceMetadata metadata;
    private final List<PackageItem> organizations;
    private final List<Path> folders;
    /** Files of folders by their path within the package. */
    private final Map<String, Path> paths = new TreeMap<>();

    private final Map<String, ContentSource> sources;

    PackageWriting(
            ResourceMetadata metadata,
            List<PackageItem> organizations,
            List<Path> folders,
            Map<String, ContentSource> sources) {
        this.metadata = metadata;
        this.organizations = List.copyOf(organizations);
        this.folders = List.copyOf(folders);
        this.sources = new TreeMap<>(sources);
    }

    void writeTo(Path file) throws IOException {
        for (Path folder : folders) {
            gather(folder);
        }
        TreeMap<String, Boolean> names = new TreeMap<>();
        paths.keySet().forEach(path -> claim(path, names));
        sources.keySet().forEach(path -> claim(path, names));
        if (names.isEmpty()) {
            throw new IllegalStateException("a package without content is not written; give it files with content(…)");
        }
        byte[] manifest = ManifestWriter.write(NativeManifest.of(metadata, organizations, names.navigableKeySet()));
        Path target = file.toAbsolutePath();
        Path work = target.resolveSibling('.' + String.valueOf(target.getFileName()) + '.' + UUID.randomUUID());
        try {
            write(work, manifest, names.navigableKeySet());
            verify(work);
            move(work, target);
        } finally {
            Files.deleteIfExists(work);
        }
    }

    private void gather(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the content folder " + folder + " is not there, or is not a folder");
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) found::iterator) {
                String path = path(folder.relativize(file));
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !isLitter(path)) {
                    Path other = paths.put(path, file);
                    if (other != null) {
                        throw new IllegalStateException(
                                "two files are given for the path " + path + ": " + other + " and " + file);
                    }
                }
            }
        }
    }

    private static String path(Path relative) {
        StringBuilder path = new StringBuilder();
        for (Path segment : relative) {
            path.append(path.isEmpty() ? "" : "/").append(segment);
        }
        return path.toString();
    }

    private static boolean isLitter(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return LITTER.contains(name) || path.startsWith("__MACOSX/") || path.contains("/__MACOSX/");
    }

    private static void claim(String path, Map<String, Boolean> names) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.equals(MANIFEST) || lower.equals("mimetype") || lower.startsWith("meta-inf/")) {
            throw new IllegalStateException(
                    "the path " + path + " belongs to the package itself; take the file out of the" + " content");
        }
        if (names.put(path, true) != null) {
            throw new IllegalStateException("two files are given for the path " + path);
        }
    }

    private void write(Path work, byte[] manifest, Iterable<String> names) throws IOException {
        try (ZipWriter zip = ZipWriter.to(new BufferedOutputStream(
                Files.newOutputStream(work, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16))) {
            zip.add(MANIFEST, manifest);
            for (String name : names) {
                add(zip, name);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the package cannot hold a file: " + e.getMessage(), e);
        }
    }

    private void add(ZipWriter zip, String name) throws IOException {
        Path file = paths.get(name);
        if (file == null) {
            ContentSource source = sources.get(name);
            if (source != null) {
                try (InputStream content = source.open()) {
                    zip.add(name, content);
                }
            }
        } else if (COMPRESSED.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
            zip.store(name, file);
        } else {
            zip.add(name, file);
        }
    }

    /** What this library would not accept it does not write; a file that deflates by more than the limit is such a case. */
    private static void verify(Path work) throws IOException {
        FindingCollector findings = new FindingCollector();
        ZipArchive.open(PositionalSource.of(work), Limits.defaults(), findings).close();
        for (Finding finding : findings.findings()) {
            if (finding.severity().compareTo(Severity.ERROR) <= 0) {
                throw new IllegalStateException(
                        "the package would not be accepted: " + finding.message(Locale.ENGLISH));
            }
        }
    }

    private static void move(Path work, Path target) throws IOException {
        try {
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(work, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
