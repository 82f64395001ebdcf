package io.xuemeng.resource.packaging;

import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds packages in this project's own form: IMS Content Packaging 1.1.4 with the metadata in the manifest.
 *
 * <pre>{@code
 * Path pkg = ResourcePackage.builder(metadata)
 *     .organization("第八单元", item("微课", "video/intro.mp4"), item("练习", "quiz/index.html"))
 *     .content(Path.of("courseware"))
 *     .writeTo(Path.of("fractions.zip"));
 * }</pre>
 */
public final class ResourcePackage {

    private ResourcePackage() {}

    /** A builder for a package that a record describes. */
    public static Builder builder(ResourceMetadata metadata) {
        return new Builder(metadata);
    }

    /** An entry in the table of contents that opens a file. The path is that within the package, not percent-encoded. */
    public static PackageItem item(String title, String path) {
        return new PackageItem(title, path, List.of());
    }

    /** A heading in the table of contents with entries below it. */
    public static PackageItem item(String title, PackageItem... items) {
        return new PackageItem(title, null, List.of(items));
    }

    /** Builds a package. Not thread-safe. */
    public static final class Builder {

        private final ResourceMetadata metadata;
        private final List<PackageItem> organizations = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private final Map<String, ContentSource> files = new TreeMap<>();

        private Builder(ResourceMetadata metadata) {
            this.metadata = metadata;
        }

        /** Adds a table of contents; the first one is shown unless the reader chooses another. */
        public Builder organization(String title, PackageItem... items) {
            organizations.add(new PackageItem(title, null, List.of(items)));
            return this;
        }

        /**
         * Adds all files of a folder and of the folders in it, under their paths within it. Links are not followed, and what
         * operating systems leave behind ({@code .DS_Store}, {@code Thumbs.db}, {@code desktop.ini}, {@code __MACOSX}) is left
         * out. Read when the package is written.
         */
        public Builder content(Path folder) {
            folders.add(folder);
            return this;
        }

        /** Adds a file under a path within the package; read when the package is written. */
        public Builder content(String path, Path file) {
            return content(path, () -> Files.newInputStream(file));
        }

        /** Adds a file under a path within the package; the array is not copied. */
        public Builder content(String path, byte[] content) {
            return content(path, () -> new ByteArrayInputStream(content));
        }

        /**
         * Adds a file, below 4 GiB, under a path within the package.
         *
         * @throws IllegalArgumentException when there is one under that path already
         */
        public Builder content(String path, ContentSource source) {
            if (files.putIfAbsent(path, source) != null) {
                throw new IllegalArgumentException("two files are given for the path " + path);
            }
            return this;
        }

        /**
         * Writes the package. The same content gives the same bytes on one Java platform. The file appears whole or not at all;
         * one that is there before is replaced.
         *
         * @param file the package to write; its folder exists
         * @return the file
         * @throws IllegalStateException when there is no content, an entry of the table of contents opens a file that is not
         *     there, two files have one path, or a path is one that no archive should have; the message names it
         * @throws IOException when a file cannot be read or the package cannot be written
         */
        public Path writeTo(Path file) throws IOException {
            new PackageWriting(metadata, organizations, folders, files).writeTo(file);
            return file;
        }
    }
}
