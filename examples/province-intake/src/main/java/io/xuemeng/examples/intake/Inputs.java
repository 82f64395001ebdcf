package io.xuemeng.examples.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks what the user named. A file is an input whatever its name. Of a folder, all packages and metadata files are inputs,
 * and archives of other kinds too, because somebody sent them as packages; a folder with an {@code imsmanifest.xml} is a
 * package somebody unpacked, of which that manifest is the input. Links within a folder are not followed, for whoever delivers
 * the folder could point them at any file of this machine; a link that the user named is.
 */
final class Inputs {

    private static final Set<String> ENDINGS = Set.of(
            "zip", "imscc", "pif", "xml", "json", // packages, manifests, records
            "rar", "7z", "tar", "gz", "tgz", "bz2", "xz"); // sent as packages all the same
    private static final String MANIFEST = "imsmanifest.xml";

    /** Takes what a walk meets. */
    interface Visitor {
        /** An input. May block, so that a walk is not far ahead of the work. */
        void input(Path file) throws InterruptedException;

        /** A file in a folder that is neither a package nor metadata. */
        void skipped(Path file);

        /** A link in a folder, whatever it points at. */
        void link(Path link);
    }

    private final Predicate<Path> excluded;
    private final Visitor visitor;

    /** A walk that leaves out some files: the reports being written. */
    Inputs(Predicate<Path> excluded, Visitor visitor) {
        this.excluded = excluded;
        this.visitor = visitor;
    }

    /**
     * Walks paths in their order; the files of a folder come in the order of the file system.
     *
     * @throws InterruptedException when the visitor was interrupted while it blocked
     */
    void walk(List<Path> paths) throws InterruptedException {
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                walkFolder(path);
            } else {
                visitor.input(path);
            }
        }
    }

    private void walkFolder(Path folder) throws InterruptedException {
        Walk walk;
        try {
            walk = new Walk(folder, Files.isSymbolicLink(folder) ? folder.toRealPath() : folder);
            Files.walkFileTree(walk.root, walk);
        } catch (IOException e) {
            // The folder itself could not be listed; as an input it will say so.
            visitor.input(folder);
            return;
        }
        if (walk.interrupted != null) {
            throw walk.interrupted;
        }
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path named;
        private final Path root;
        private @Nullable InterruptedException interrupted;

        /** A walk from a root whose files are called as if it began where the user said. */
        Walk(Path named, Path root) {
            this.named = named;
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (!folder.equals(root) && isLitter(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Path manifest = manifestIn(folder);
            if (manifest != null) {
                return take(manifest) == FileVisitResult.TERMINATE
                        ? FileVisitResult.TERMINATE
                        : FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (excluded.test(called(file))) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink()) {
                visitor.link(called(file));
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile() && ENDINGS.contains(ending(file)) && !isLitter(file)) {
                return take(file);
            }
            visitor.skipped(called(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            // As an input it will say why it cannot be read.
            return take(file);
        }

        private FileVisitResult take(Path file) {
            try {
                visitor.input(called(file));
                return FileVisitResult.CONTINUE;
            } catch (InterruptedException e) {
                interrupted = e;
                return FileVisitResult.TERMINATE;
            }
        }

        private Path called(Path file) {
            return named.equals(root) ? file : named.resolve(root.relativize(file));
        }
    }

    private static @Nullable Path manifestIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().equalsIgnoreCase(MANIFEST))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Hidden files and folders, and what macOS adds to archives. */
    private static boolean isLitter(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
