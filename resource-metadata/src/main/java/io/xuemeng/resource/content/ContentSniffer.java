package io.xuemeng.resource.content;

import static io.xuemeng.resource.content.Octets.has;

import java.util.Arrays;
import java.util.Objects;

/**
 * Tells what a file is from its first bytes. It answers {@link FileType#UNKNOWN} rather than guess: a type is named only
 * when its signature is long enough, or checked in further fields, that other files do not begin so by chance. Two are
 * weaker by nature, and nothing should be refused on their word: {@link FileType#MP3} without an ID3 tag, and
 * {@link FileType#TEXT} in all its forms. Stateless and thread-safe.
 */
public final class ContentSniffer {

    /** How many bytes of a file are looked at; fewer are enough for most types. */
    public static final int HEAD_BYTES = 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ASF = {
        0x30, 0x26, (byte) 0xB2, 0x75, (byte) 0x8E, 0x66, (byte) 0xCF, 0x11, (byte) 0xA6, (byte) 0xD9
    };
    private static final byte[] SEVEN_ZIP = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C};
    private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
    private static final byte[] SHORTCUT = {0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0, 0, 0, 0, 0, (byte) 0xC0};

    private ContentSniffer() {}

    /**
     * The type of a file that begins with these bytes.
     *
     * @param head the file's first {@value #HEAD_BYTES} bytes, or all of a shorter file
     */
    public static FileType sniff(byte[] head) {
        return sniff(head, 0, head.length);
    }

    /**
     * The type of a file that begins with some bytes of an array.
     *
     * @param bytes holds the file's beginning
     * @param offset where the file begins
     * @param length how many bytes there are; only {@value #HEAD_BYTES} are looked at
     * @throws IndexOutOfBoundsException when the array does not hold them
     */
    public static FileType sniff(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return FileType.EMPTY;
        }
        int count = Math.min(length, HEAD_BYTES);
        byte[] head = offset == 0 ? bytes : Arrays.copyOfRange(bytes, offset, offset + count);
        FileType type = bySignature(head, count);
        if (type != FileType.UNKNOWN) {
            return type;
        }
        if (has(head, 257, count, "ustar\0") || has(head, 257, count, "ustar  \0")) {
            return FileType.TAR;
        }
        type = TextSniffer.sniff(head, count);
        // Readers take a PDF whose header is anywhere in the first kilobyte.
        return type == FileType.TEXT && Octets.find(head, 1, count, "%PDF-") >= 0 ? FileType.UNKNOWN : type;
    }

    private static FileType bySignature(byte[] b, int n) {
        return switch (b[0] & 0xFF) {
            case 0x89 -> when(starts(b, n, PNG), FileType.PNG);
            case 0xFF -> n > 2 && (b[1] & 0xFF) == 0xD8 && (b[2] & 0xFF) == 0xFF ? FileType.JPEG : mpegAudio(b, n);
            case 'G' -> when(has(b, 0, n, "GIF87a") || has(b, 0, n, "GIF89a"), FileType.GIF);
            case 'R' -> riff(b, n);
            case 'B' ->
                has(b, 0, n, "BZh") && has(b, 4, n, "1AY&SY") ? FileType.BZIP2 : when(isBitmap(b, n), FileType.BMP);
            case 'I' ->
                has(b, 0, n, "ID3") && n > 3 && (b[3] & 0xFF) <= 4
                        ? FileType.MP3
                        : when(has(b, 0, n, "II*\0"), FileType.TIFF);
            case 'M' -> mLetter(b, n);
            case '8' -> when(has(b, 0, n, "8BPS\0\1"), FileType.PSD);
            case '%' -> has(b, 0, n, "%!PS") ? FileType.POSTSCRIPT : pdf(b, n);
            case 'P' -> has(b, 0, n, "PK\3\4") || has(b, 0, n, "PK\5\6") ? zip(b, n) : FileType.UNKNOWN;
            case '7' -> when(starts(b, n, SEVEN_ZIP), FileType.SEVEN_ZIP);
            case 0xFD -> when(starts(b, n, XZ), FileType.XZ);
            case 0xD0 -> when(starts(b, n, OLE), FileType.OLE);
            case 0x30 -> starts(b, n, ASF) ? FileType.ASF : FileType.UNKNOWN;
            case 0x1F -> when(n > 3 && (b[1] & 0xFF) == 0x8B && b[2] == 8 && (b[3] & 0xE0) == 0, FileType.GZIP);
            case 0x1A -> when(n > 4 && Octets.i32(b, 0) == 0x1A45DFA3, FileType.MATROSKA);
            case 'O' -> has(b, 0, n, "OggS\0") ? FileType.OGG : when(has(b, 0, n, "OTTO\0"), FileType.OPENTYPE);
            case 'f' -> has(b, 0, n, "fLaC\0") || has(b, 0, n, "fLaC\u0080") ? FileType.FLAC : FileType.UNKNOWN;
            case 'F' -> flash(b, n);
            case 'C', 'Z' -> flash(b, n);
            case 'w' -> woff(b, n);
            case '#' -> has(b, 0, n, "#!AMR") ? FileType.AMR : script(b, n);
            case '{' -> when(has(b, 0, n, "{\\rtf"), FileType.RTF);
            case '.' -> has(b, 0, n, ".RMF\0\0") ? FileType.REAL_MEDIA : FileType.UNKNOWN;
            case 0x7F -> when(has(b, 0, n, "\177ELF") && n > 6 && b[4] >= 1 && b[4] <= 2, FileType.ELF_PROGRAM);
            case 0x4C -> when(starts(b, n, SHORTCUT), FileType.WINDOWS_SHORTCUT);
            case 0xCA, 0xFE, 0xCE, 0xCF -> javaOrMach(b, n);
            case 0 -> leadingZero(b, n);
            case 't' ->
                n > 12 && (has(b, 0, n, "true\0") || has(b, 0, n, "ttcf\0")) ? FileType.OPENTYPE : FileType.UNKNOWN;
            default -> FileType.UNKNOWN;
        };
    }

    private static FileType when(boolean is, FileType type) {
        return is ? type : FileType.UNKNOWN;
    }

    private static boolean starts(byte[] b, int n, byte[] signature) {
        return n >= signature.length && Arrays.equals(b, 0, signature.length, signature, 0, signature.length);
    }

    private static FileType riff(byte[] b, int n) {
        if (has(b, 0, n, "RIFF") || has(b, 0, n, "RF64")) {
            if (has(b, 8, n, "WAVE")) {
                return FileType.WAV;
            }
            if (has(b, 8, n, "WEBP")) {
                return FileType.WEBP;
            }
            return when(has(b, 8, n, "AVI "), FileType.AVI);
        }
        return when(has(b, 0, n, "Rar!\u001A\u0007\0") || has(b, 0, n, "Rar!\u001A\u0007\1\0"), FileType.RAR);
    }

    /** Two letters are no signature: the reserved fields are zero and the second header has one of its known lengths. */
    private static boolean isBitmap(byte[] b, int n) {
        if (n < 26 || b[1] != 'M' || Octets.i32(b, 6) != 0) {
            return false;
        }
        return switch (Octets.i32le(b, 14)) {
            case 12, 40, 52, 56, 64, 108, 124 -> true;
            default -> false;
        };
    }

    private static FileType mLetter(byte[] b, int n) {
        if (has(b, 0, n, "MThd\0\0\0\6")) {
            return FileType.MIDI;
        }
        if (has(b, 0, n, "MSCF\0\0\0\0")) {
            return FileType.CABINET;
        }
        if (has(b, 0, n, "MM\0*")) {
            return FileType.TIFF;
        }
        if (n < 64 || b[1] != 'Z') {
            return FileType.UNKNOWN;
        }
        int header = Octets.i32le(b, 0x3C);
        if (has(b, header, n, "PE\0\0") || has(b, header, n, "NE") || has(b, header, n, "LE")) {
            return FileType.WINDOWS_PROGRAM;
        }
        // The header may stand further on than was read. A text that begins with MZ has no zero bytes.
        boolean further = header >= n && header < 1 << 24;
        return when(further && Octets.indexOf(b, 2, 64, 0) < 64, FileType.WINDOWS_PROGRAM);
    }

    private static FileType pdf(byte[] b, int n) {
        return when(has(b, 0, n, "%PDF-"), FileType.PDF);
    }

    private static FileType zip(byte[] b, int n) {
        if (n < 30 || b[2] == 5) {
            return FileType.ZIP;
        }
        int name = 30;
        int nameEnd = Math.min(n, name + Octets.u16le(b, 26));
        if (has(b, name, nameEnd, "mimetype") && nameEnd == name + 8) {
            int content = nameEnd + Octets.u16le(b, 28);
            if (has(b, content, n, "application/epub+zip")) {
                return FileType.EPUB;
            }
            return has(b, content, n, "application/vnd.oasis.opendocument") ? FileType.ODF : FileType.ZIP;
        }
        if (has(b, name, nameEnd, "META-INF/")) {
            return FileType.JAR;
        }
        boolean office = has(b, name, nameEnd, "[Content_Types].xml")
                || has(b, name, nameEnd, "_rels/.rels")
                || has(b, name, nameEnd, "docProps/");
        return office ? FileType.OOXML : FileType.ZIP;
    }

    private static FileType flash(byte[] b, int n) {
        if (has(b, 0, n, "FLV\1") && n > 8 && Octets.i32(b, 5) == 9) {
            return FileType.FLV;
        }
        if (has(b, 0, n, "FORM") && (has(b, 8, n, "AIFF") || has(b, 8, n, "AIFC"))) {
            return FileType.AIFF;
        }
        // The declared length keeps a text such as "FWS\n" from being an animation.
        boolean animation = n > 8 && b[1] == 'W' && b[2] == 'S' && b[3] > 0 && b[3] < 64 && b[7] == 0;
        return animation ? FileType.SWF : FileType.UNKNOWN;
    }

    private static FileType woff(byte[] b, int n) {
        if (n < 12) {
            return FileType.UNKNOWN;
        }
        return has(b, 0, n, "wOFF") ? FileType.WOFF : when(has(b, 0, n, "wOF2"), FileType.WOFF2);
    }

    private static FileType script(byte[] b, int n) {
        int at = 2;
        if (n < 4 || b[1] != '!') {
            return FileType.UNKNOWN;
        }
        while (at < n && b[at] == ' ') {
            at++;
        }
        return when(at < n && b[at] == '/', FileType.SCRIPT);
    }

    private static FileType javaOrMach(byte[] b, int n) {
        if (n < 12) {
            return FileType.UNKNOWN;
        }
        return switch (Octets.i32(b, 0)) {
            // Universal Mach-O and Java share a signature; one goes on with a small count, the other with a version.
            case 0xCAFEBABE ->
                Octets.i32(b, 4) > 0 && Octets.i32(b, 4) < 45
                        ? FileType.MACH_PROGRAM
                        : when(Octets.u16(b, 6) >= 45 && Octets.u16(b, 6) < 200, FileType.JAVA_CLASS);
            case 0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE -> FileType.MACH_PROGRAM;
            default -> FileType.UNKNOWN;
        };
    }

    private static FileType leadingZero(byte[] b, int n) {
        if (isBaseMedia(b, n)) {
            return baseMedia(b, n);
        }
        if (has(b, 0, n, "\0\1\0\0\0") && n > 12 && b[5] > 0 && b[5] < 64) {
            return FileType.OPENTYPE;
        }
        if (n > 22 && (Octets.i32(b, 0) == 0x00000100 || Octets.i32(b, 0) == 0x00000200) && b[4] > 0 && b[9] == 0) {
            return FileType.ICON;
        }
        boolean mpeg = n > 4 && (Octets.i32(b, 0) == 0x000001BA || Octets.i32(b, 0) == 0x000001B3);
        return mpeg ? FileType.MPEG : FileType.UNKNOWN;
    }

    private static boolean isBaseMedia(byte[] b, int n) {
        return (has(b, 4, n, "ftyp") && n >= 12) || (n >= 8 && isQuickTimeBox(b, n));
    }

    private static boolean isQuickTimeBox(byte[] b, int n) {
        return has(b, 4, n, "moov") || has(b, 4, n, "mdat") || has(b, 4, n, "wide") || has(b, 4, n, "pnot");
    }

    private static FileType baseMedia(byte[] b, int n) {
        if (!has(b, 4, n, "ftyp") || has(b, 8, n, "qt  ")) {
            return FileType.QUICKTIME;
        }
        boolean picture = has(b, 8, n, "hei") || has(b, 8, n, "hev") || has(b, 8, n, "mif1") || has(b, 8, n, "msf1");
        return picture || has(b, 8, n, "avif") || has(b, 8, n, "avis") ? FileType.HEIF : FileType.MP4;
    }

    /** An MPEG audio frame's header, all of whose forbidden values are absent. */
    private static FileType mpegAudio(byte[] b, int n) {
        if (n < 4 || (b[1] & 0xE0) != 0xE0) {
            return FileType.UNKNOWN;
        }
        if ((b[1] & 0xF6) == 0xF0) {
            return when((b[2] & 0x3C) >> 2 < 13, FileType.AAC);
        }
        boolean header = (b[1] & 0x18) != 0x08
                && (b[1] & 0x06) != 0
                && (b[1] & 0x06) != 0x06
                && (b[2] & 0xF0) != 0xF0
                && (b[2] & 0xF0) != 0
                && (b[2] & 0x0C) != 0x0C;
        return when(header, FileType.MP3);
    }
}
