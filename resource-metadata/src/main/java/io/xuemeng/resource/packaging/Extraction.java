package io.xuemeng.resource.packaging;

import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Unpacks an accepted archive into a directory, by way of a new directory beside it. */
final class Extraction {

    private final ZipArchive archive;
    private final Path target;

    Extraction(ZipArchive archive, Path target) {
        this.archive = archive;
        this.target = target.toAbsolutePath().normalize();
    }

    void run() throws IOException {
        requireFree();
        Path name = target.getFileName();
        if (name == null) {
            throw new FileAlreadyExistsException(target.toString(), null, "a package is not unpacked into a root");
        }
        Path work = Files.createDirectory(target.resolveSibling('.' + name.toString() + '.' + UUID.randomUUID()));
        try {
            for (ZipEntry entry : archive.entries()) {
                extract(entry, work);
            }
            // An empty directory may stand in the way of the move on some systems.
            Files.deleteIfExists(target);
            move(work);
        } catch (IOException | RuntimeException e) {
            try {
                delete(work);
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private void requireFree() throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString(), null, "a package is unpacked into a directory");
        }
        try (Stream<Path> content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw new FileAlreadyExistsException(
                        target.toString(), null, "a package is unpacked into a new or an empty directory");
            }
        }
    }

    private void extract(ZipEntry entry, Path work) throws IOException {
        Path path;
        try {
            path = work.resolve(entry.path()).normalize();
        } catch (InvalidPathException e) {
            throw new IOException("this system cannot have a file named " + entry.path(), e);
        }
        // The archive's own checks make this impossible; it stands here because everything depends on it.
        if (!path.startsWith(work) || path.equals(work) || !entry.isExtractable()) {
            throw new IOException("the entry " + entry.path() + " is not unpacked");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (!archive.drain(entry, out::write, finding -> {})) {
                throw new IOException("the content of " + entry.path() + " changed since the package was validated");
            }
        }
    }

    private void move(Path work) throws IOException {
        try {
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(work, target);
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException error) throws IOException {
                if (error != null) {
                    throw error;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
