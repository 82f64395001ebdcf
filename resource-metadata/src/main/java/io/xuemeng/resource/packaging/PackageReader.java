package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.manifest.Manifest;
import io.xuemeng.resource.manifest.ManifestDocument;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A package that was opened, and validated as it was: its manifest, its metadata and its files, which can be unpacked when
 * validation accepts it. What is unpacked are the bytes that were validated, read by the same reader.
 *
 * <pre>{@code
 * try (PackageReader reader = PackageReader.open(Path.of("fractions.zip"))) {
 *     reader.extract(Path.of("content/fractions"));
 * }
 * }</pre>
 *
 * <p>Thread-safe for reading several files at once; the file must not change while it is open.
 */
public final class PackageReader implements Closeable {

    private final PositionalSource source;
    private final PackageValidator.Inspected inspected;

    private PackageReader(PositionalSource source, PackageValidator.Inspected inspected) {
        this.source = source;
        this.inspected = inspected;
    }

    /**
     * Opens a package and validates it against the base profile, {@link MetadataProfile#lom()}.
     *
     * @throws IOException when the file cannot be read, never because of what it holds
     */
    public static PackageReader open(Path file) throws IOException {
        return open(file, PackageValidator.forProfile(MetadataProfile.lom()));
    }

    /**
     * Opens a package and validates it.
     *
     * @param validator with the profile and the limits that the package must keep
     * @throws IOException when the file cannot be read, never because of what it holds
     */
    public static PackageReader open(Path file, PackageValidator validator) throws IOException {
        PositionalSource source = PositionalSource.of(file);
        try {
            return new PackageReader(source, validator.inspect(source, file.toString(), true));
        } catch (IOException | RuntimeException e) {
            try {
                source.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /** What validation found. */
    public Report report() {
        return inspected.report();
    }

    /** The manifest; empty when there is none, or none that can be read. */
    public Optional<Manifest> manifest() {
        ManifestDocument manifest = inspected.manifest();
        return manifest == null ? Optional.empty() : Optional.of(manifest.manifest());
    }

    /** The metadata record of the package; empty when there is none, or none that can be read. */
    public Optional<ResourceMetadata> metadata() {
        MetadataDocument metadata = inspected.metadata();
        return metadata == null ? Optional.empty() : Optional.of(metadata.metadata());
    }

    /** Files and directories in the order of the archive; empty when it cannot be read. */
    public List<ZipEntry> entries() {
        ZipArchive archive = inspected.archive();
        return archive == null ? List.of() : archive.entries();
    }

    /**
     * Opens a file of the package, also of one that is not accepted.
     *
     * @param path the path as {@link ZipEntry#path()} gives it
     * @return a stream that throws when the content turns out not to be as declared; to be closed by the caller
     * @throws NoSuchFileException when there is no such file
     * @throws IOException when it cannot be read
     */
    public InputStream open(String path) throws IOException {
        ZipArchive archive = inspected.archive();
        Optional<ZipEntry> entry = archive == null ? Optional.empty() : archive.find(path);
        if (archive == null || entry.isEmpty() || entry.get().isDirectory()) {
            throw new NoSuchFileException(path, null, "the package has no such file");
        }
        // What is wrong with a file is in the report already.
        return archive.open(entry.get(), finding -> {});
    }

    /**
     * Unpacks all files into a directory, all or none: they are unpacked beside it, then moved. Nothing is ever overwritten, no
     * link is made, and nothing is written outside.
     *
     * @param directory does not exist, or is empty; its parent exists
     * @return the directory
     * @throws PackageRefusedException when validation does not accept the package; nothing is written then
     * @throws java.nio.file.FileAlreadyExistsException when the directory is not empty, or is a file
     * @throws IOException when a file cannot be written, or the package changed since it was validated; nothing is left then
     */
    public Path extract(Path directory) throws IOException {
        ZipArchive archive = inspected.archive();
        if (archive == null || report().verdict() != Verdict.ACCEPTED) {
            throw new PackageRefusedException(report());
        }
        new Extraction(archive, directory).run();
        return directory;
    }

    @Override
    public void close() throws IOException {
        try {
            inspected.close();
        } finally {
            source.close();
        }
    }
}
