package io.xuemeng.conformance.validator;

import static io.xuemeng.conformance.validator.ValidatorMutant.reading;
import static io.xuemeng.conformance.validator.ValidatorMutant.unlimited;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.conformance.mutant.Archive.Entry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Validators that read archives and their paths as many programs do. */
final class ArchiveMutants {

    private static final int DESCRIPTOR = 0x08074b50;
    private static final int HAS_DESCRIPTOR = 8;

    private ArchiveMutants() {}

    static List<ValidatorMutant> all() {
        return List.of(
                patch("never compares the number of entries with the end record", archive -> {
                    archive.u16(archive.end() + 8, archive.records());
                    archive.u16(archive.end() + 10, archive.records());
                }),
                each("computes no checksum", ArchiveMutants::rightChecksum),
                each(
                        "takes names from the directory and never looks at those of the local headers",
                        (archive, entry) -> {
                            if (archive.u16(entry.local() + 26) == entry.nameLength()) {
                                archive.rename(entry, archive.nameBytes(entry));
                            }
                        }),
                each(
                        "takes the method from the directory only",
                        (archive, entry) -> archive.u16(entry.local() + 8, archive.u16(entry.central() + 10))),
                each("takes sizes from the directory only", (archive, entry) -> {
                    if (!hasDescriptor(archive, entry)) {
                        archive.u32(entry.local() + 18, archive.u32(entry.central() + 20));
                        archive.u32(entry.local() + 22, archive.u32(entry.central() + 24));
                    }
                }),
                each("takes checksums from the directory only", (archive, entry) -> {
                    if (!hasDescriptor(archive, entry)) {
                        archive.u32(entry.local() + 14, archive.u32(entry.central() + 16));
                    }
                }),
                each(
                        "takes flags from the directory only",
                        (archive, entry) -> archive.u16(entry.local() + 6, archive.u16(entry.central() + 8))),
                each("reads no data descriptor", ArchiveMutants::rightDescriptor),
                each("takes the larger size of what is stored", (archive, entry) -> {
                    if (archive.u16(entry.central() + 10) == 0) {
                        archive.u32(entry.central() + 24, archive.u32(entry.central() + 20));
                        archive.u32(entry.local() + 22, archive.u32(entry.central() + 20));
                    }
                }),
                each("believes the inflater and no size", ArchiveMutants::rightSize),
                reading(
                        "ignores what follows the archive",
                        bytes -> Archive.of(bytes)
                                .map(archive -> Arrays.copyOf(
                                        bytes,
                                        Math.min(bytes.length, archive.end() + 22 + archive.u16(archive.end() + 20))))
                                .orElse(bytes)),
                reading("ignores what stands in front of the archive", ArchiveMutants::withoutFront),
                reading("takes the first end record and the rest for its comment", ArchiveMutants::firstEnd),
                reading("takes the last end record and never looks in front of it", ArchiveMutants::withoutGap),
                patch("finds the directory by its size and never looks at its offset", archive -> {
                    int size = archive.u32(archive.end() + 12);
                    if (size > 0 && size <= archive.end()) {
                        archive.u32(archive.end() + 16, archive.end() - size);
                    }
                }),
                patch("takes every archive for one volume", archive -> {
                    archive.u16(archive.end() + 4, 0);
                    archive.u16(archive.end() + 6, 0);
                }),
                each(
                        "takes every entry for one of this volume",
                        (archive, entry) -> archive.u16(entry.central() + 34, 0)),
                each("takes what is encrypted for what it looks like", (archive, entry) -> {
                    archive.u16(entry.central() + 8, archive.u16(entry.central() + 8) & ~1);
                    archive.u16(entry.local() + 6, archive.u16(entry.local() + 6) & ~1);
                    rightChecksum(archive, entry);
                }),
                each("keeps what it cannot inflate as it is", ArchiveMutants::asStored),
                each("reads no extra field", (archive, entry) -> {
                    blank(archive, entry.central() + 46 + entry.nameLength(), archive.u16(entry.central() + 30));
                    blank(
                            archive,
                            entry.local() + 30 + archive.u16(entry.local() + 26),
                            archive.u16(entry.local() + 28));
                }),
                reading("reads archives as a library does that goes by the directory", ArchiveMutants::asListed),
                reading(
                        "reads archives as a library does that goes by the local headers",
                        bytes -> Archive.files(bytes, StandardCharsets.UTF_8)
                                .map(Archive::of)
                                .orElse(bytes)),
                reading(
                        "reads names as GB18030 without a word",
                        bytes -> Archive.files(bytes, StandardCharsets.UTF_8).isPresent()
                                ? bytes
                                : Archive.files(bytes, Charset.forName("GB18030"))
                                        .map(Archive::of)
                                        .orElse(bytes)),
                each("looks at no Unix mode", (archive, entry) -> archive.u32(entry.central() + 38, 0)),
                names("makes paths lower-case", name -> name.toLowerCase(Locale.ROOT)),
                names(
                        "takes .. out of paths",
                        name -> name.replace('\\', '/').replaceAll("(^|/)\\.\\.(?=/|$)/?", "$1")),
                names("takes . and empty segments out of paths", name -> name.replaceAll("(?<=^|/)(?:\\./|/+)", "")),
                names("takes slashes off the begin of paths", name -> name.replaceFirst("^[/\\\\]+", "")),
                names("takes drive letters off", name -> name.replaceFirst("^[A-Za-z]:[/\\\\]?", "")),
                names("takes every backslash for a slash", name -> name.replace('\\', '/')),
                names("takes percent signs for what they are", name -> name.replace("%", "_")),
                names(
                        "folds full-width characters",
                        name -> Normalizer.normalize(name, Normalizer.Form.NFKC)
                                .replaceAll("(^|/)\\.\\.(?=/|$)/?", "$1")),
                names("replaces colons", name -> name.replace(':', '_')),
                names("drops control characters", name -> name.replaceAll("\\p{Cc}", "")),
                names(
                        "drops characters that nobody sees",
                        name -> name.replaceAll("[\\p{Cf}\\p{Zl}\\p{Zp}\u3164\u115F]", "")),
                names("gives what has no name a name", name -> name.isEmpty() ? "unnamed" : name),
                reading("lets the last of two entries of one path win", ArchiveMutants::lastWins),
                reading("keeps the first of two paths that differ in case or width", ArchiveMutants::firstWins),
                reading(
                        "ignores directories",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.keySet().removeIf(name -> name.endsWith("/"));
                            return files;
                        })),
                unlimited("pathBytes"),
                unlimited("pathSegmentBytes"),
                unlimited("inflationRatio"),
                unlimited("archiveInflatedBytes"),
                unlimited("archiveEntries"),
                unlimited("centralDirectoryBytes"));
    }

    @FunctionalInterface
    private interface EntryEdit {
        void accept(Archive archive, Entry entry);
    }

    private static ValidatorMutant patch(String name, Consumer<Archive> edit) {
        return reading(name, bytes -> Archive.edit(bytes, edit));
    }

    private static ValidatorMutant each(String name, EntryEdit edit) {
        return patch(name, archive -> archive.entries().forEach(entry -> edit.accept(archive, entry)));
    }

    private static ValidatorMutant names(String name, UnaryOperator<String> edit) {
        return reading(
                name,
                bytes -> Archive.withFiles(bytes, files -> {
                    Map<String, byte[]> renamed = new LinkedHashMap<>();
                    files.forEach((path, content) -> renamed.put(edit.apply(path), content));
                    return renamed;
                }));
    }

    private static boolean hasDescriptor(Archive archive, Entry entry) {
        return (archive.u16(entry.local() + 6) & HAS_DESCRIPTOR) != 0;
    }

    /** The content of an entry as far as it can be inflated. */
    private static byte[] content(Archive archive, Entry entry) {
        int from = archive.data(entry);
        int size = archive.u32(entry.central() + 20);
        byte[] data = Arrays.copyOfRange(archive.bytes, from, from + size);
        if (archive.u16(entry.central() + 10) == 0) {
            return data;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data);
            byte[] content = new byte[1 << 20];
            int length = inflater.inflate(content);
            return Arrays.copyOf(content, length);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            inflater.end();
        }
    }

    private static int checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static void rightChecksum(Archive archive, Entry entry) {
        boolean agree = archive.u32(entry.central() + 16) == archive.u32(entry.local() + 14);
        if (agree && archive.u16(entry.central() + 10) % 8 == 0) {
            int crc = checksum(content(archive, entry));
            archive.u32(entry.central() + 16, crc);
            archive.u32(entry.local() + 14, crc);
        }
    }

    private static void rightSize(Archive archive, Entry entry) {
        if (archive.u16(entry.central() + 10) == 8 && !hasDescriptor(archive, entry)) {
            byte[] content = content(archive, entry);
            if (checksum(content) == archive.u32(entry.central() + 16)) {
                archive.u32(entry.central() + 24, content.length);
                archive.u32(entry.local() + 22, content.length);
            }
        }
    }

    private static void rightDescriptor(Archive archive, Entry entry) {
        int at = archive.data(entry) + archive.u32(entry.central() + 20);
        if (hasDescriptor(archive, entry) && archive.u32(at) == DESCRIPTOR) {
            archive.u32(at + 4, archive.u32(entry.central() + 16));
            archive.u32(at + 8, archive.u32(entry.central() + 20));
            archive.u32(at + 12, archive.u32(entry.central() + 24));
        }
    }

    private static void asStored(Archive archive, Entry entry) {
        int method = archive.u16(entry.central() + 10);
        if (method != 0 && method != 8) {
            archive.u16(entry.central() + 10, 0);
            archive.u16(entry.local() + 8, 0);
            archive.u32(entry.central() + 24, archive.u32(entry.central() + 20));
            archive.u32(entry.local() + 22, archive.u32(entry.central() + 20));
            rightChecksum(archive, entry);
        }
    }

    /** Makes all extra fields one of an unknown kind. */
    private static void blank(Archive archive, int at, int length) {
        if (length >= 4) {
            archive.u16(at, 0x7777);
            archive.u16(at + 2, length - 4);
        }
    }

    private static byte[] withoutFront(byte[] bytes) {
        return Archive.of(bytes)
                .map(archive -> {
                    int front = archive.end() - archive.u32(archive.end() + 12) - archive.directory();
                    return front > 0 && front < bytes.length ? Arrays.copyOfRange(bytes, front, bytes.length) : bytes;
                })
                .orElse(bytes);
    }

    private static byte[] firstEnd(byte[] bytes) {
        for (int at = 0; at + 22 <= bytes.length; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
                byte[] cut = Arrays.copyOf(bytes, at + 22);
                cut[at + 20] = 0;
                cut[at + 21] = 0;
                return cut;
            }
        }
        return bytes;
    }

    private static byte[] withoutGap(byte[] bytes) {
        return Archive.of(bytes)
                .map(archive -> {
                    int directoryEnd = archive.directory() + archive.u32(archive.end() + 12);
                    if (directoryEnd <= 0 || directoryEnd >= archive.end()) {
                        return bytes;
                    }
                    byte[] joined = Arrays.copyOf(bytes, bytes.length - (archive.end() - directoryEnd));
                    System.arraycopy(bytes, archive.end(), joined, directoryEnd, bytes.length - archive.end());
                    return joined;
                })
                .orElse(bytes);
    }

    private static byte[] asListed(byte[] bytes) {
        try {
            Map<String, byte[]> files = Archive.listed(bytes);
            return files.isEmpty() ? bytes : Archive.of(files);
        } catch (IOException | IllegalArgumentException e) {
            return bytes; // what it cannot open it does not take either
        }
    }

    private static byte[] lastWins(byte[] bytes) {
        Optional<Map<String, byte[]>> files = Archive.files(bytes, StandardCharsets.UTF_8);
        boolean twice = Archive.of(bytes)
                .map(archive -> archive.entries().stream().map(archive::name).toList())
                .filter(names -> names.stream().distinct().count() < names.size())
                .isPresent();
        return twice && files.isPresent() ? Archive.of(files.get()) : bytes;
    }

    private static byte[] firstWins(byte[] bytes) {
        return Archive.withFiles(bytes, files -> {
            Map<String, byte[]> kept = new LinkedHashMap<>();
            Map<String, String> folded = new LinkedHashMap<>();
            files.forEach((name, content) -> {
                String key = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
                if (folded.putIfAbsent(key, name) == null) {
                    kept.put(name, content);
                }
            });
            return kept;
        });
    }
}
