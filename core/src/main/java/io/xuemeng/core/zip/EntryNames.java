package io.xuemeng.core.zip;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the names of entries: ASCII, else UTF-8, else GB18030, which Chinese Windows writes without saying so, else
 * code page 437, to which every byte is a character (APPNOTE 6.3.10, Appendix D). A few short names in GB18030 are UTF-8 as
 * well; they are told by the archive's other names. Not thread-safe.
 */
final class EntryNames {

    private static final Charset GB18030 = Charset.forName("GB18030");

    // Written out because a small Java runtime may lack the charset.
    private static final String CODE_PAGE_437 = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

    private final FindingSink sink;
    private @Nullable CharsetDecoder utf8;
    private @Nullable CharsetDecoder gb18030;
    private boolean preferGb18030;

    EntryNames(FindingSink sink) {
        this.sink = sink;
    }

    static boolean isAscii(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a name without the UTF-8 flag can be read both ways: as UTF-8 of two bytes a character only, which are letters
     * with accents, Greek or Cyrillic, and as GB18030, as 一 is whose two bytes are also a letter of Bashkir.
     */
    boolean isAmbiguous(byte[] bytes, int from, int length) {
        boolean ascii = true;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                ascii = false;
                boolean two = bytes[i] >= (byte) 0xC2
                        && bytes[i] <= (byte) 0xDF
                        && i + 1 < from + length
                        && bytes[i + 1] < (byte) 0xC0;
                if (!two) {
                    return false;
                }
                i++;
            }
        }
        return !ascii && decodeGb18030(bytes, from, length) != null;
    }

    /** What a name without the UTF-8 flag shows of its writer: true for GB18030, false for UTF-8, null for nothing. */
    @Nullable
    Boolean showsGb18030(byte[] bytes, int from, int length) {
        if (isAscii(bytes, from, length) || isAmbiguous(bytes, from, length)) {
            return null;
        }
        if (decodeUtf8(bytes, from, length) != null) {
            return false;
        }
        return decodeGb18030(bytes, from, length) != null ? true : null;
    }

    /** From now on reads ambiguous names as GB18030, because the archive's other names are. */
    void preferGb18030() {
        preferGb18030 = true;
    }

    /** Decodes a name of the central directory and reports in what way it was not plain UTF-8. */
    String decode(byte[] bytes, int from, int length, boolean flagged) {
        if (isAscii(bytes, from, length)) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        boolean asGb18030 = preferGb18030 && !flagged && isAmbiguous(bytes, from, length);
        String name = asGb18030 ? null : decodeUtf8(bytes, from, length);
        if (name != null) {
            if (!flagged) {
                report(PathRequirement.UTF8_WITHOUT_FLAG, name);
            }
            return name;
        }
        if (flagged) {
            String lenient = decodeOverlong(bytes, from, length);
            if (lenient != null && PathRules.leavesPackage(lenient)) {
                return lenient;
            }
        }
        name = decodeGb18030(bytes, from, length);
        if (name != null) {
            report(flagged ? PathRequirement.UTF8_FLAG_ON_GB18030 : PathRequirement.NAME_IN_GB18030, name);
            return name;
        }
        name = decodeCodePage437(bytes, from, length);
        report(PathRequirement.NAME_IN_UNKNOWN_ENCODING, name);
        return name;
    }

    /** The same without findings, for names that are only shown. */
    String show(byte[] bytes, int from, int length) {
        String name = decodeUtf8(bytes, from, length);
        if (name == null) {
            name = decodeGb18030(bytes, from, length);
        }
        return name == null ? decodeCodePage437(bytes, from, length) : name;
    }

    /**
     * Holds a Unicode path extra field against the name (APPNOTE 6.3.10, 4.6.9). The field's CRC is not asked: a reader
     * that ignores it, and there are some, sees the other path. Both headers can have the field; one finding says it.
     */
    void checkUnicodePath(byte[] bytes, int extra, int extraLength, ZipEntry entry) {
        int field = ExtraFields.find(bytes, extra, extraLength, ExtraFields.UNICODE_PATH);
        if (field < 0) {
            return;
        }
        int length = LittleEndian.u16(bytes, field + 2) - 5;
        String other = length < 0 || bytes[field + 4] != 1 ? null : decodeUtf8(bytes, field + 9, length);
        String path = entry.path();
        if (other == null) {
            if (!entry.isFirst(ZipEntry.MALFORMED_UNICODE_PATH)) {
                return;
            }
            sink.report(Finding.of(ZipRequirement.EXTRA_FIELD_MALFORMED)
                    .at(Location.entry(path))
                    .with("path", path)
                    .build());
        } else if (!other.equals(path) && entry.isFirst(ZipEntry.RENAMED)) {
            entry.markUnextractable();
            sink.report(Finding.of(PathRequirement.UNICODE_PATH_DIFFERS)
                    .at(Location.entry(path))
                    .with("path", path)
                    .with("other", other)
                    .build());
        }
    }

    private void report(PathRequirement requirement, String name) {
        sink.report(Finding.of(requirement)
                .at(Location.entry(name))
                .with("path", name)
                .build());
    }

    private @Nullable String decodeUtf8(byte[] bytes, int from, int length) {
        String name = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (name.indexOf('\uFFFD') < 0) {
            return name;
        }
        // The replacement character is either what a wrong byte became or what the name really has.
        if (utf8 == null) {
            utf8 = strict(StandardCharsets.UTF_8);
        }
        return decode(utf8, bytes, from, length);
    }

    /**
     * Decodes a name as a lenient reader does that takes a longer form of an ASCII character for the character: to it
     * the bytes C0 AE are a dot. Null when there is no such form.
     */
    static @Nullable String decodeOverlong(byte[] bytes, int from, int length) {
        byte[] out = new byte[length];
        int count = 0;
        int end = from + length;
        for (int i = from; i < end; ) {
            int form = overlongLength(bytes, i, end);
            if (form == 0) {
                out[count++] = bytes[i++];
            } else {
                i += form;
                int last = bytes[i - 1] & 0x3F;
                out[count++] = (byte) ((bytes[i - 2] & 1) << 6 | last);
            }
        }
        return count == length ? null : new String(out, 0, count, StandardCharsets.UTF_8);
    }

    /** The length of the longer form of an ASCII character that begins at an index, or 0. */
    private static int overlongLength(byte[] bytes, int at, int end) {
        int length = switch (bytes[at] & 0xFF) {
            case 0xC0, 0xC1 -> 2;
            case 0xE0 -> 3;
            case 0xF0 -> 4;
            default -> 0;
        };
        if (length == 0 || at + length > end || (bytes[at + length - 1] & 0xC0) != 0x80) {
            return 0;
        }
        if (length == 2) {
            return 2;
        }
        // What the second last byte adds is at most one bit, and those before it add nothing.
        boolean zeros = (bytes[at + length - 2] & 0xFE) == 0x80 && (length == 3 || (bytes[at + 1] & 0xFF) == 0x80);
        return zeros ? length : 0;
    }

    private @Nullable String decodeGb18030(byte[] bytes, int from, int length) {
        if (gb18030 == null) {
            gb18030 = strict(GB18030);
        }
        return decode(gb18030, bytes, from, length);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static @Nullable String decode(CharsetDecoder decoder, byte[] bytes, int from, int length) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, length)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String decodeCodePage437(byte[] bytes, int from, int length) {
        StringBuilder name = new StringBuilder(length);
        for (int i = from; i < from + length; i++) {
            name.append(bytes[i] >= 0 ? (char) bytes[i] : CODE_PAGE_437.charAt(bytes[i] & 0x7F));
        }
        return name.toString();
    }
}
