package io.xuemeng.conformance.mutant;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The bytes of an archive, for mutants that read or write some of its fields otherwise than they should. */
public final class Archive {

    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    /** The bytes, which edits change in place. */
    public final byte[] bytes;

    private final ByteBuffer buffer;
    private final int end;

    private Archive(byte[] bytes, int end) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.end = end;
    }

    /** An archive; empty when its end record is not found. */
    public static Optional<Archive> of(byte[] bytes) {
        byte[] copy = bytes.clone();
        ByteBuffer buffer = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = copy.length - 22; at >= 0; at--) {
            if (buffer.getInt(at) == END) {
                return Optional.of(new Archive(copy, at));
            }
        }
        return Optional.empty();
    }

    /** The bytes after an edit; the bytes themselves when the archive cannot be read so. */
    public static byte[] edit(byte[] bytes, Consumer<Archive> edit) {
        return of(bytes)
                .map(archive -> {
                    try {
                        edit.accept(archive);
                        return archive.bytes;
                    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                        return bytes; // an archive too broken for this mutant to differ
                    }
                })
                .orElse(bytes);
    }

    public int end() {
        return end;
    }

    public int u16(int at) {
        return buffer.getShort(at) & 0xFFFF;
    }

    public int u32(int at) {
        return buffer.getInt(at);
    }

    public void u16(int at, int value) {
        buffer.putShort(at, (short) value);
    }

    public void u32(int at, int value) {
        buffer.putInt(at, value);
    }

    public int directory() {
        return u32(end + 16);
    }

    /** One entry of the central directory, with where its local header is. */
    public record Entry(int central, int local, int nameLength) {}

    /** The entries, as the directory has them from its begin to the end record. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int at = directory();
        while (at >= 0 && at + 46 <= end && u32(at) == CENTRAL) {
            int nameLength = u16(at + 28);
            int local = u32(at + 42);
            if (local >= 0 && local + 30 < bytes.length && u32(local) == LOCAL) {
                entries.add(new Entry(at, local, nameLength));
            }
            at += 46 + nameLength + u16(at + 30) + u16(at + 32);
        }
        return entries;
    }

    /** The number of records in the directory. */
    public int records() {
        int count = 0;
        int at = directory();
        while (at >= 0 && at + 46 <= end && u32(at) == CENTRAL) {
            count++;
            at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
        }
        return count;
    }

    public String name(Entry entry) {
        return new String(bytes, entry.central() + 46, entry.nameLength(), StandardCharsets.UTF_8);
    }

    public byte[] nameBytes(Entry entry) {
        return java.util.Arrays.copyOfRange(bytes, entry.central() + 46, entry.central() + 46 + entry.nameLength());
    }

    /** Writes a name of the same length in bytes into both headers. */
    public void rename(Entry entry, byte[] name) {
        if (name.length == entry.nameLength()) {
            System.arraycopy(name, 0, bytes, entry.central() + 46, name.length);
            System.arraycopy(name, 0, bytes, entry.local() + 30, name.length);
        }
    }

    /** Begin of an entry's data. */
    public int data(Entry entry) {
        return entry.local() + 30 + u16(entry.local() + 26) + u16(entry.local() + 28);
    }

    /** The files of an archive in the order in which a stream shows them; empty when it cannot be read so. */
    public static Optional<Map<String, byte[]>> files(byte[] bytes, Charset names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipArchiveInputStream in =
                new ZipArchiveInputStream(new ByteArrayInputStream(bytes), names.name(), false, true)) {
            for (ZipArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!in.canReadEntryData(entry)) {
                    return Optional.empty();
                }
                files.put(decoded(entry, names), in.readAllBytes());
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            return Optional.empty(); // some methods need libraries that are not there
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(files);
    }

    /** A name as it is written: the library turns backslashes into slashes. */
    private static String decoded(ZipArchiveEntry entry, Charset names) throws CharacterCodingException {
        return names.newDecoder().decode(ByteBuffer.wrap(entry.getRawName())).toString();
    }

    /** The files of an archive as its directory names them. */
    public static Map<String, byte[]> listed(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setByteArray(bytes)
                .setUseUnicodeExtraFields(false)
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!zip.canReadEntryData(entry)) {
                    throw new IOException("a method that this library has not");
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(decoded(entry, StandardCharsets.UTF_8), in.readAllBytes());
                }
            }
        } catch (RuntimeException | LinkageError e) {
            throw new IOException(e); // some methods need libraries that are not there
        }
        return files;
    }

    /** A clean archive of some files. */
    public static byte[] of(Map<String, byte[]> files) {
        return of(files, StandardCharsets.UTF_8);
    }

    /** The same with names in another encoding. */
    public static byte[] of(Map<String, byte[]> files, Charset names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, names)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** The archive with other files; the bytes themselves when the edit changes nothing, or they cannot be read. */
    public static byte[] withFiles(byte[] bytes, UnaryOperator<Map<String, byte[]>> edit) {
        Optional<Map<String, byte[]>> files = files(bytes, StandardCharsets.UTF_8);
        if (files.isEmpty()) {
            return bytes;
        }
        Map<String, byte[]> edited = edit.apply(new LinkedHashMap<>(files.get()));
        return same(files.get(), edited) ? bytes : of(edited);
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        if (!List.copyOf(one.keySet()).equals(List.copyOf(other.keySet()))) {
            return false;
        }
        return one.keySet().stream().allMatch(name -> java.util.Arrays.equals(one.get(name), other.get(name)));
    }

    /** The archive with one of its files edited, where it is there. */
    public static byte[] withFile(byte[] bytes, String name, UnaryOperator<byte[]> edit) {
        return withFiles(bytes, files -> {
            files.computeIfPresent(name, (key, content) -> edit.apply(content));
            return files;
        });
    }

    /** The archive with the text of its manifest edited; a manifest in another encoding is left alone. */
    public static byte[] withManifest(byte[] bytes, UnaryOperator<String> edit) {
        return withText(bytes, "imsmanifest.xml", edit);
    }

    /** The archive with a text of it edited; one that is not UTF-8 is left alone. */
    public static byte[] withText(byte[] bytes, String name, UnaryOperator<String> edit) {
        return withFile(bytes, name, content -> {
            String text = new String(content, StandardCharsets.UTF_8);
            boolean utf8 = java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content);
            return utf8 ? edit.apply(text).getBytes(StandardCharsets.UTF_8) : content;
        });
    }

    /** The archive with every XML document of it edited as ISO 8859-1 text. */
    public static byte[] withXml(byte[] bytes, UnaryOperator<String> edit) {
        return withFiles(bytes, files -> {
            files.replaceAll((name, content) -> name.endsWith(".xml")
                    ? edit.apply(new String(content, StandardCharsets.ISO_8859_1))
                            .getBytes(StandardCharsets.ISO_8859_1)
                    : content);
            return files;
        });
    }
}
