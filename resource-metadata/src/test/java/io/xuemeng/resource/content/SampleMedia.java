package io.xuemeng.resource.content;

import static io.xuemeng.resource.content.Bytes.i16;
import static io.xuemeng.resource.content.Bytes.i32;
import static io.xuemeng.resource.content.Bytes.i32le;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Small files of sound and moving pictures: their structure is real, what they play is silence or nothing. */
final class SampleMedia {

    private SampleMedia() {}

    static Bytes box(String type, Object... content) {
        Bytes inside = Bytes.of(content);
        return Bytes.of(i32(inside.size() + 8), type.getBytes(StandardCharsets.ISO_8859_1), inside);
    }

    static Bytes fullBox(String type, Object... content) {
        return box(type, i32(0), Bytes.of(content));
    }

    /** An MP4 with boxes in {@code udta}, and its {@code moov} after or before its data. */
    static byte[] mp4(boolean moovLast, Bytes... userData) {
        Bytes udta = Bytes.of();
        for (Bytes box : userData) {
            udta.add(box);
        }
        Bytes header = fullBox("mvhd", i32(0), i32(0), i32(1000), i32(0), i32(0x10000), i16(0x100), new byte[70]);
        Bytes moov = box("moov", header, box("udta", udta));
        Bytes data = box("mdat", new byte[4096]);
        Bytes type = box("ftyp", "isom", i32(0x200), "isommp42");
        return (moovLast ? Bytes.of(type, data, moov) : Bytes.of(type, moov, data)).array();
    }

    /** The metadata that FFmpeg writes: a list of keys, and items numbered like them. */
    static Bytes keyed(boolean quickTime, String key, String value) {
        Bytes handler = fullBox("hdlr", i32(0), "mdta", new byte[12], 0);
        Bytes keys = fullBox("keys", i32(2), keyEntry("encoder"), keyEntry(key));
        Bytes items = box("ilst", item(i32(1), "Lavf"), item(i32(2), value));
        return quickTime ? box("meta", handler, keys, items) : fullBox("meta", handler, keys, items);
    }

    private static Bytes keyEntry(String key) {
        return Bytes.of(i32(key.length() + 8), "mdta", key);
    }

    private static Bytes item(byte[] type, String value) {
        Bytes data = box("data", i32(1), i32(0), value);
        return Bytes.of(i32(data.size() + 8), type, data);
    }

    /** The metadata that iTunes writes under names of one's own. */
    static Bytes freeForm(String name, String value) {
        Bytes item = box(
                "----", fullBox("mean", "com.apple.iTunes"), fullBox("name", name), box("data", i32(1), i32(0), value));
        return fullBox("meta", fullBox("hdlr", i32(0), "mdir", new byte[12], 0), box("ilst", item));
    }

    static Bytes xmpBox(String packet) {
        return box(
                "uuid",
                new byte[] {
                    (byte) 0xBE,
                    0x7A,
                    (byte) 0xCF,
                    (byte) 0xCB,
                    (byte) 0x97,
                    (byte) 0xA9,
                    0x42,
                    (byte) 0xE8,
                    (byte) 0x9C,
                    0x71,
                    (byte) 0x99,
                    (byte) 0x94,
                    (byte) 0x91,
                    (byte) 0xE3,
                    (byte) 0xAF,
                    (byte) 0xAC
                },
                packet);
    }

    static byte[] riffChunk(String id, byte[] content) {
        Bytes chunk = Bytes.of(id, i32le(content.length), content);
        return (content.length % 2 == 0 ? chunk : chunk.add(0)).array();
    }

    /** A WAV of 32 silent samples, and a chunk after them. */
    static byte[] wav(byte[] chunk) {
        byte[] format =
                Bytes.of(1, 0, 1, 0, i32le(8000), i32le(8000), 1, 0, 8, 0).array();
        byte[] silence = new byte[32];
        Arrays.fill(silence, (byte) 0x80);
        Bytes chunks = Bytes.of("WAVE", riffChunk("fmt ", format), riffChunk("data", silence), chunk);
        return Bytes.of("RIFF", i32le(chunks.size()), chunks).array();
    }

    static byte[] list(byte[] chunk) {
        return riffChunk(
                "LIST",
                Bytes.of("INFO", riffChunk("ISFT", Bytes.utf8("Lavf")), chunk).array());
    }

    /** An MP3 with an ID3v2 tag of frames and one silent frame of sound. */
    static byte[] mp3(int version, int flags, Bytes frames) {
        byte[] sound = new byte[417];
        sound[0] = (byte) 0xFF;
        sound[1] = (byte) 0xFB;
        sound[2] = (byte) 0x90;
        sound[3] = 0x64;
        return Bytes.of("ID3", version, 0, flags, syncSafe(frames.size()), frames, sound)
                .array();
    }

    /** A user text frame; the encoding is 1 for UTF-16 and 3 for UTF-8. */
    static Bytes userText(int version, int encoding, String description, String value) {
        Bytes content = encoding == 1
                ? Bytes.of(1, Bytes.utf16(description), 0, 0, Bytes.utf16(value))
                : Bytes.of(encoding, description, 0, value);
        return frame(version, version == 2 ? "TXX" : "TXXX", content);
    }

    static Bytes frame(int version, String id, Bytes content) {
        int size = content.size();
        return switch (version) {
            case 2 -> Bytes.of(id, size >> 16, size >> 8, size, content);
            case 3 -> Bytes.of(id, i32(size), 0, 0, content);
            default -> Bytes.of(id, syncSafe(size), 0, 0, content);
        };
    }

    private static byte[] syncSafe(int value) {
        return new byte[] {
            (byte) (value >> 21 & 0x7F), (byte) (value >> 14 & 0x7F), (byte) (value >> 7 & 0x7F), (byte) (value & 0x7F)
        };
    }

    private static Bytes comments(String... comments) {
        Bytes all = Bytes.of(i32le(4), "test", i32le(comments.length));
        for (String comment : comments) {
            byte[] text = Bytes.utf8(comment);
            all.add(i32le(text.length), text);
        }
        return all;
    }

    static byte[] flac(String... comments) {
        Bytes block = comments(comments);
        return Bytes.of("fLaC", 0, 0, 0, 34, new byte[34])
                .add(0x84, block.size() >> 16, block.size() >> 8, block.size(), block)
                .array();
    }

    /** An Ogg Opus file whose comments fill as many pages as they need. */
    static byte[] ogg(int segmentsPerPage, String... comments) {
        Bytes ogg = Bytes.of(
                page(2, new int[] {19}, Bytes.of("OpusHead", 1, new byte[10]).array()));
        byte[] packet = Bytes.of("OpusTags", comments(comments)).array();
        int at = 0;
        boolean open = true;
        while (open) {
            int[] lacing = new int[segmentsPerPage];
            int count = 0;
            int from = at;
            while (count < segmentsPerPage && open) {
                int size = Math.min(255, packet.length - at);
                lacing[count++] = size;
                at += size;
                open = size == 255;
            }
            ogg.add(page(0, Arrays.copyOf(lacing, count), Arrays.copyOfRange(packet, from, at)));
        }
        return ogg.array();
    }

    private static Bytes page(int flags, int[] lacing, byte[] content) {
        Bytes page = Bytes.of("OggS", 0, flags, new byte[8], i32le(7), i32le(0), i32le(0), lacing.length);
        for (int size : lacing) {
            page.add(size);
        }
        return page.add(content);
    }
}
