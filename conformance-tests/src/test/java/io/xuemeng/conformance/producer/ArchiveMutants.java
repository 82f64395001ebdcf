package io.xuemeng.conformance.producer;

import static io.xuemeng.conformance.producer.ProducerMutant.writing;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.conformance.mutant.Archive.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Producers whose archives have what archives of home-made programs have. */
final class ArchiveMutants {

    private ArchiveMutants() {}

    static List<ProducerMutant> all() {
        return List.of(
                writing("writes nothing into the file", bytes -> new byte[0]),
                writing(
                        "writes something that is no archive",
                        bytes -> "Rar!\u001a\u0007".getBytes(StandardCharsets.ISO_8859_1)),
                writing("breaks off in the middle", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                writing("writes an archive without entries", bytes -> Archive.of(Map.of())),
                writing(
                        "writes its name after the archive",
                        bytes -> joined(bytes, "made by a vendor".getBytes(StandardCharsets.UTF_8))),
                writing(
                        "writes a program that unpacks itself in front",
                        bytes -> joined("MZ......".getBytes(StandardCharsets.UTF_8), bytes)),
                writing(
                        "puts bytes between directory and end record",
                        bytes -> Archive.of(bytes)
                                .map(archive -> joined(
                                        Arrays.copyOf(bytes, archive.end()),
                                        new byte[4],
                                        Arrays.copyOfRange(bytes, archive.end(), bytes.length)))
                                .orElse(bytes)),
                writing("writes a second archive behind the first", bytes -> joined(bytes, bytes)),
                patch("states a longer comment than it writes", archive -> archive.u16(archive.end() + 20, 40)),
                writing("writes an end record into the comment", ArchiveMutants::withEndInComment),
                patch("counts one entry too many", archive -> {
                    archive.u16(archive.end() + 8, archive.records() + 1);
                    archive.u16(archive.end() + 10, archive.records() + 1);
                }),
                patch(
                        "states a wrong offset of the directory",
                        archive -> archive.u32(archive.end() + 16, archive.directory() + 2)),
                patch("damages the directory", archive -> archive.u32(archive.directory(), 0)),
                patch("takes the archive for a second volume", archive -> archive.u16(archive.end() + 4, 1)),
                last(
                        "takes an entry for one of a second volume",
                        (archive, entry) -> archive.u16(entry.central() + 34, 1)),
                last(
                        "has no local header where the directory says",
                        (archive, entry) -> archive.u32(entry.central() + 42, archive.data(entry) + 1)),
                last(
                        "writes another name into the local header",
                        (archive, entry) -> archive.bytes[entry.local() + 30] ^= 1),
                last(
                        "writes another method into the local header",
                        (archive, entry) -> archive.u16(entry.local() + 8, 99)),
                last(
                        "writes another size into the local header",
                        (archive, entry) -> archive.u32(entry.local() + 22, 1)),
                last(
                        "writes another checksum into the local header",
                        (archive, entry) -> archive.u32(entry.local() + 14, 1)),
                last(
                        "writes other flags into the local header",
                        (archive, entry) -> archive.u16(entry.local() + 6, archive.u16(entry.local() + 6) ^ 0x800)),
                last("computes a wrong checksum", (archive, entry) -> {
                    archive.u32(entry.local() + 14, archive.u32(entry.local() + 14) + 1);
                    archive.u32(entry.central() + 16, archive.u32(entry.central() + 16) + 1);
                }),
                last("states more bytes than there are", (archive, entry) -> size(archive, entry, 1)),
                last("states fewer bytes than there are", (archive, entry) -> size(archive, entry, -1)),
                last("damages what it deflated", (archive, entry) -> archive.bytes[archive.data(entry)] = 7),
                last("says that it encrypted", (archive, entry) -> {
                    archive.u16(entry.local() + 6, archive.u16(entry.local() + 6) | 1);
                    archive.u16(entry.central() + 8, archive.u16(entry.central() + 8) | 1);
                }),
                last("says that it used LZMA", (archive, entry) -> {
                    archive.u16(entry.local() + 8, 14);
                    archive.u16(entry.central() + 10, 14);
                }),
                last(
                        "leaves a file out of the directory's sight",
                        (archive, entry) -> archive.u32(
                                entry.central() + 42, archive.entries().get(0).local())),
                last("makes a link of a file", (archive, entry) -> mode(archive, entry, 0120777)),
                last("makes a pipe of a file", (archive, entry) -> mode(archive, entry, 0010666)),
                patch("writes two entries of one name", archive -> {
                    List<Entry> pages = archive.entries().stream()
                            .filter(entry -> archive.name(entry).matches("pages/page-1\\d\\.html"))
                            .toList();
                    if (pages.size() > 1) {
                        archive.rename(pages.get(0), archive.nameBytes(pages.get(1)));
                    }
                }),
                names("writes paths with backslashes", name -> name.replace('/', '\\')),
                names("writes paths from the root on", name -> "/" + name),
                names("writes paths with the drive", name -> "D:/" + name),
                names("writes paths with the server", name -> "//server/" + name),
                names(
                        "writes paths from the folder above",
                        name -> name.equals("imsmanifest.xml") ? name : "../" + name),
                names(
                        "writes paths from the folder above, encoded",
                        name -> name.equals("imsmanifest.xml") ? name : "%2e%2e/" + name),
                names("writes paths from this folder", name -> name.equals("imsmanifest.xml") ? name : "./" + name),
                names(
                        "writes paths with a time",
                        name -> name.equals("imsmanifest.xml") ? name : name.replaceFirst("(\\.\\w+)$", " 12:30$1")),
                names("writes a bell into paths", name -> name.equals("imsmanifest.xml") ? name : name + '\u0007'),
                names(
                        "writes a mark of direction into paths",
                        name -> name.equals("imsmanifest.xml") ? name : name + '\u200f'),
                names("makes paths lower-case", name -> name.toLowerCase(java.util.Locale.ROOT)),
                names("puts everything into one folder", name -> "package/" + name),
                names(
                        "writes the manifest's name in capitals",
                        name -> name.equals("imsmanifest.xml") ? "IMSMANIFEST.XML" : name),
                writing(
                        "writes no manifest",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.remove("imsmanifest.xml");
                            return files;
                        })),
                writing("writes names in GBK", bytes -> recoded(bytes, false)),
                writing("writes names in GBK and says UTF-8", bytes -> recoded(bytes, true)),
                each("writes names in UTF-8 and does not say so", (archive, entry) -> {
                    archive.u16(entry.local() + 6, archive.u16(entry.local() + 6) & ~0x800);
                    archive.u16(entry.central() + 8, archive.u16(entry.central() + 8) & ~0x800);
                }),
                writing(
                        "packs what the Finder leaves behind",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.put("__MACOSX/._a.html", new byte[] {0, 5, 22, 7});
                            return files;
                        })),
                writing(
                        "writes folders that have content",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.put("folder/", "content".getBytes(StandardCharsets.UTF_8));
                            return files;
                        })),
                writing(
                        "writes a folder of the name of a file",
                        bytes -> Archive.withFiles(bytes, files -> {
                            String file = files.keySet().stream()
                                    .filter(name -> name.endsWith(".html"))
                                    .findFirst()
                                    .orElse("a");
                            files.put(file + "/", new byte[0]);
                            return files;
                        })),
                writing(
                        "packs a file twice under names that differ in case",
                        bytes -> Archive.withFiles(bytes, files -> {
                            Map<String, byte[]> more = new LinkedHashMap<>(files);
                            files.forEach((name, content) -> {
                                if (name.endsWith(".html")) {
                                    more.put(name.toUpperCase(java.util.Locale.ROOT), content);
                                }
                            });
                            return more;
                        })));
    }

    @FunctionalInterface
    private interface EntryEdit {
        void accept(Archive archive, Entry entry);
    }

    private static ProducerMutant patch(String name, Consumer<Archive> edit) {
        return writing(name, bytes -> Archive.edit(bytes, edit));
    }

    private static ProducerMutant each(String name, EntryEdit edit) {
        return patch(name, archive -> archive.entries().forEach(entry -> edit.accept(archive, entry)));
    }

    /** An edit of the last entry that deflates something. */
    private static ProducerMutant last(String name, EntryEdit edit) {
        return patch(name, archive -> {
            List<Entry> entries = archive.entries().stream()
                    .filter(entry -> archive.u32(entry.central() + 24) > 2 && archive.u16(entry.central() + 10) == 8)
                    .toList();
            if (entries.size() > 1) {
                edit.accept(archive, entries.get(entries.size() - 1));
            }
        });
    }

    private static ProducerMutant names(String name, UnaryOperator<String> edit) {
        return writing(
                name,
                bytes -> Archive.withFiles(bytes, files -> {
                    Map<String, byte[]> renamed = new LinkedHashMap<>();
                    files.forEach((path, content) -> renamed.put(edit.apply(path), content));
                    return renamed;
                }));
    }

    private static void size(Archive archive, Entry entry, int more) {
        archive.u32(entry.central() + 24, archive.u32(entry.central() + 24) + more);
        archive.u32(entry.local() + 22, archive.u32(entry.local() + 22) + more);
    }

    private static void mode(Archive archive, Entry entry, int mode) {
        archive.u16(entry.central() + 4, 3 << 8 | 20);
        archive.u32(entry.central() + 38, mode << 16);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static byte[] withEndInComment(byte[] bytes) {
        byte[] end = Arrays.copyOfRange(bytes, bytes.length - 22, bytes.length);
        byte[] joined = joined(bytes, end);
        ByteBuffer.wrap(joined).order(ByteOrder.LITTLE_ENDIAN).putShort(bytes.length - 2, (short) 22);
        return joined;
    }

    /** The archive with names in GBK, with or without the flag that says UTF-8. */
    private static byte[] recoded(byte[] bytes, boolean flag) {
        Map<String, byte[]> files = Archive.files(bytes, StandardCharsets.UTF_8).orElse(Map.of());
        boolean chinese = files.keySet().stream().anyMatch(name -> name.chars().anyMatch(c -> c > 0x7F));
        if (!chinese) {
            return bytes;
        }
        byte[] recoded = Archive.of(files, Charset.forName("GB18030"));
        return flag
                ? Archive.edit(
                        recoded,
                        archive -> archive.entries().forEach(entry -> {
                            archive.u16(entry.local() + 6, archive.u16(entry.local() + 6) | 0x800);
                            archive.u16(entry.central() + 8, archive.u16(entry.central() + 8) | 0x800);
                        }))
                : recoded;
    }
}
