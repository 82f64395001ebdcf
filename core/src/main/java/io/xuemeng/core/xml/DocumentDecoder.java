package io.xuemeng.core.xml;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.Utf8;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which encoding a document has, by byte order mark, then by declaration, then by what its bytes can be, and opens
 * a parser over it. A document that lies is reported and read all the same: it is the content that a province wants
 * judged. Good UTF-8 goes to the parser as it is; everything else is decoded first.
 */
final class DocumentDecoder {

    /** How far into a document its declaration may reach. */
    private static final int DECLARATION_BYTES = 1024;

    /** How many characters of three or four bytes nobody writes by chance in another encoding. */
    private static final int CERTAIN_SEQUENCES = 2;

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final byte[] document;
    private final @Nullable String entry;
    private final Limits limits;
    private final FindingSink findings;

    DocumentDecoder(byte[] document, @Nullable String entry, Limits limits, FindingSink findings) {
        this.document = document;
        this.entry = entry;
        this.limits = limits;
        this.findings = findings;
    }

    XMLStreamReader open() throws XMLStreamException {
        if (Utf8.startsWithByteOrderMark(document, 0, document.length)) {
            report(Finding.of(XmlRequirement.NO_UTF8_BYTE_ORDER_MARK), start());
            return openMarked(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(0x00, 0x00, 0xFE, 0xFF)) {
            return openUnusual(Charset.forName("UTF-32BE"), 4);
        }
        if (startsWith(0xFF, 0xFE, 0x00, 0x00)) {
            return openUnusual(Charset.forName("UTF-32LE"), 4);
        }
        if (startsWith(0xFE, 0xFF)) {
            return openMarked(StandardCharsets.UTF_16BE, 2);
        }
        if (startsWith(0xFF, 0xFE)) {
            return openMarked(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(0x00, 0x3C, 0x00, 0x3F)) {
            return openUnmarkedUtf16(StandardCharsets.UTF_16BE);
        }
        if (startsWith(0x3C, 0x00, 0x3F, 0x00)) {
            return openUnmarkedUtf16(StandardCharsets.UTF_16LE);
        }
        return openDeclared();
    }

    private XMLStreamReader openMarked(Charset found, int from) throws XMLStreamException {
        String declared = declaredEncoding(found, from);
        if (declared != null && !agrees(declared, found)) {
            report(
                    Finding.of(XmlRequirement.DECLARATION_AGREES)
                            .with("declared", declared)
                            .with("found", family(found)),
                    start());
        }
        return openAs(found, from, declared);
    }

    private XMLStreamReader openUnusual(Charset found, int from) throws XMLStreamException {
        report(Finding.of(XmlRequirement.UNICODE_ENCODING).with("encoding", found.name()), start());
        return openAs(found, from, declaredEncoding(found, from));
    }

    private XMLStreamReader openUnmarkedUtf16(Charset found) throws XMLStreamException {
        report(Finding.of(XmlRequirement.UTF16_BYTE_ORDER_MARK), start());
        return openAs(found, 0, declaredEncoding(found, 0));
    }

    private XMLStreamReader openDeclared() throws XMLStreamException {
        String declared = declaredEncoding(StandardCharsets.ISO_8859_1, 0);
        if (declared == null) {
            return openAs(StandardCharsets.UTF_8, 0, null);
        }
        Charset charset = lookup(declared);
        if (charset == null) {
            return openUnknown(declared);
        }
        if (!readsItsOwnDeclaration(charset)) {
            return openInvalid(declared, 0, 0, charset);
        }
        if (isUtf8InDisguise(charset)) {
            report(Finding.of(XmlRequirement.DECLARED_ENCODING).with("encoding", declared), start());
            return overDecoded(StandardCharsets.UTF_8, 0);
        }
        if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.US_ASCII)) {
            report(Finding.of(XmlRequirement.UNICODE_ENCODING).with("encoding", declared), start());
        }
        return openAs(charset, 0, declared);
    }

    /**
     * Whether the bytes are UTF-8 beyond chance although another encoding is declared, in which they can be read too: as
     * wrong characters, because in a Chinese or a Western encoding nearly all bytes are some character.
     */
    private boolean isUtf8InDisguise(Charset declared) {
        if (declared.equals(StandardCharsets.UTF_8) || Utf8.firstMalformed(document, 0, document.length) >= 0) {
            return false;
        }
        int sequences = 0;
        for (int i = 0; i < document.length && sequences < CERTAIN_SEQUENCES; i++) {
            if ((document[i] & 0xFF) >= 0xE0) {
                sequences++;
            }
        }
        return sequences == CERTAIN_SEQUENCES;
    }

    private XMLStreamReader openUnknown(String declared) throws XMLStreamException {
        Charset guess = guess(0);
        report(
                Finding.of(XmlRequirement.KNOWN_ENCODING)
                        .with("encoding", declared)
                        .with("readAs", guess == null ? "UTF-8" : guess.name()),
                start());
        if (guess == null) {
            return openReplacing(StandardCharsets.UTF_8, 0);
        }
        return overDecoded(guess, 0);
    }

    /** Opens the document in the encoding it claims, or, when its bytes cannot be that, in what they can be. */
    private XMLStreamReader openAs(Charset charset, int from, @Nullable String declared) throws XMLStreamException {
        String claimed = declared == null ? charset.name() : declared;
        if (charset.equals(StandardCharsets.UTF_8)) {
            int malformed = Utf8.firstMalformed(document, from, document.length);
            if (malformed >= 0) {
                return openInvalid(claimed, from, malformed, charset);
            }
            // The parser heeds the declaration too, so it only gets the bytes when that says nothing else.
            return declared == null || declared.equalsIgnoreCase("UTF-8")
                    ? HardenedFactory.overUtf8(document, from, limits)
                    : overDecoded(charset, from);
        }
        CharBuffer characters = CharBuffer.allocate(capacity(charset, from));
        int malformed = decode(charset, from, characters);
        if (malformed >= 0) {
            return openInvalid(claimed, from, malformed, charset);
        }
        return HardenedFactory.overCharacters(characters.array(), characters.position(), limits);
    }

    private XMLStreamReader openInvalid(String claimed, int from, int malformed, Charset charset)
            throws XMLStreamException {
        Charset guess = guess(from);
        report(
                Finding.of(XmlRequirement.VALID_BYTES)
                        .with("encoding", claimed)
                        .with("offset", malformed)
                        .with("readAs", guess == null ? charset.name() : guess.name()),
                placeOf(from, malformed));
        return guess == null ? openReplacing(charset, from) : overDecoded(guess, from);
    }

    /** What the bytes can be without a fault: UTF-8, whose form is hardly ever met by chance, then GB18030. */
    private @Nullable Charset guess(int from) {
        if (Utf8.firstMalformed(document, from, document.length) < 0) {
            return StandardCharsets.UTF_8;
        }
        CharBuffer characters = CharBuffer.allocate(capacity(GB18030, from));
        return decode(GB18030, from, characters) < 0 ? GB18030 : null;
    }

    private XMLStreamReader openReplacing(Charset charset, int from) throws XMLStreamException {
        char[] characters = new String(document, from, document.length - from, charset).toCharArray();
        return HardenedFactory.overCharacters(characters, characters.length, limits);
    }

    private XMLStreamReader overDecoded(Charset charset, int from) throws XMLStreamException {
        return openReplacing(charset, from);
    }

    /** Decodes strictly; the offset of the first byte that is not valid, or -1. */
    private int decode(Charset charset, int from, CharBuffer into) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(document, from, document.length - from);
        CoderResult result = decoder.decode(bytes, into, true);
        if (result.isUnderflow()) {
            result = decoder.flush(into);
        }
        return result.isUnderflow() ? -1 : bytes.position();
    }

    private int capacity(Charset charset, int from) {
        return (int) Math.ceil(
                        (document.length - from) * (double) charset.newDecoder().maxCharsPerByte())
                + 1;
    }

    /** The encoding that the XML declaration names, read in an encoding the document can at least begin with. */
    private @Nullable String declaredEncoding(Charset charset, int from) throws XMLStreamException {
        int end = from;
        int last = Math.min(document.length, from + DECLARATION_BYTES);
        while (end < last && document[end] != '>') {
            end++;
        }
        String head = new String(document, from, end - from, charset);
        checkDeclaration(head);
        int name = head.startsWith("<?xml") ? head.indexOf("encoding", 5) : -1;
        int equals = name < 0 ? -1 : head.indexOf('=', name);
        if (equals < 0) {
            return null;
        }
        int quote = equals + 1;
        while (quote < head.length() && Character.isWhitespace(head.charAt(quote))) {
            quote++;
        }
        int close = quote < head.length() ? head.indexOf(head.charAt(quote), quote + 1) : -1;
        return close < 0 ? null : head.substring(quote + 1, close);
    }

    /** The parser takes every control character in an XML declaration for white space; XML 1.0, 2.3 knows three. */
    private static void checkDeclaration(String head) throws XMLStreamException {
        for (int i = 0; head.startsWith("<?xml") && i < head.length(); i++) {
            char c = head.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                throw new XMLStreamException(
                        String.format("the XML declaration holds the control character U+%04X", (int) c));
            }
        }
    }

    /** Whether a document in this encoding could have the declaration that names it: EBCDIC or UTF-16 could not. */
    private boolean readsItsOwnDeclaration(Charset charset) {
        int length = Math.min(document.length, 5);
        return new String(document, 0, length, charset).equals("<?xml");
    }

    private static @Nullable Charset lookup(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static boolean agrees(String declared, Charset found) {
        String name = declared.toUpperCase(Locale.ROOT);
        return name.equals(found.name()) || name.equals(family(found));
    }

    private static String family(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "UTF-16";
    }

    private boolean startsWith(int... bytes) {
        if (document.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((document[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private Location start() {
        return Location.at(entry, null, 1, 1);
    }

    private Location placeOf(int from, int offset) {
        int line = 1;
        int column = 1;
        for (int i = from; i < offset; i++) {
            if (document[i] == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return Location.at(entry, null, line, column);
    }

    private void report(Finding.Builder finding, Location location) {
        findings.report(finding.at(location).build());
    }
}
