package io.xuemeng.resource.packaging;

import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.zip.ZipWriter;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A program for a process of its own with a small heap: makes a package of more than 4 GiB that takes almost no room on the
 * disk, and validates it.
 */
final class LargePackage {

    private static final int FILES = 5;
    private static final long FILE_BYTES = 900L << 20;

    private LargePackage() {}

    /** Takes the folder to work in; prints the report's verdict, its findings and the size of the package. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path zeros = folder.resolve("zeros.bin");
        try (RandomAccessFile file = new RandomAccessFile(zeros.toFile(), "rw")) {
            file.setLength(FILE_BYTES);
        }
        Path large = folder.resolve("large.zip");
        try (ZipWriter zip = ZipWriter.to(new SparseOutput(large))) {
            zip.add("imsmanifest.xml", manifest().getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i <= FILES; i++) {
                zip.store("data/part" + i + ".bin", zeros);
            }
        }
        Report report = PackageValidator.forProfile(MetadataProfile.lom()).validate(large);
        System.out.println(report.verdict() + " " + report.findings() + " "
                + report.subject().size());
    }

    private static String manifest() {
        StringBuilder files = new StringBuilder();
        for (int i = 1; i <= FILES; i++) {
            files.append("<file href=\"data/part").append(i).append(".bin\"/>");
        }
        return ManifestSamples.zippedManifest()
                .replace("<file href=\"lesson/index.html\"/>", files)
                .replace("<file href=\"lesson/style.css\"/>", "")
                .replace("lesson/index.html", "data/part1.bin");
    }

    /** Leaves holes in the file where zeros are written. */
    private static final class SparseOutput extends OutputStream {

        private final RandomAccessFile file;
        private final byte[] zeros = new byte[1 << 16];
        private long position;

        SparseOutput(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            boolean hole = length <= zeros.length
                    && length >= 4096
                    && Arrays.equals(buffer, offset, offset + length, zeros, 0, length);
            if (!hole) {
                file.seek(position);
                file.write(buffer, offset, length);
            }
            position += length;
        }

        @Override
        public void close() throws IOException {
            file.setLength(position);
            file.close();
        }
    }
}
