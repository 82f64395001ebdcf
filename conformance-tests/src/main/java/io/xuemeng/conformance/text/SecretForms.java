package io.xuemeng.conformance.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which a secret is written down: plain, encoded for addresses, forms, JSON and XML, and in base64. */
final class SecretForms {

    /** Shorter ones stand in every text. */
    static final int SHORTEST = 4;

    private static final int SHORTEST_BASE64 = 6;
    private static final int BITS = 6;

    private final Set<String> forms = new LinkedHashSet<>();

    private SecretForms() {}

    /**
     * All forms of a secret.
     *
     * @param secret of a name and a password with a colon between them, the password is one too (RFC 7617, 2)
     */
    static Set<String> of(String secret) {
        SecretForms forms = new SecretForms();
        forms.add(secret);
        int colon = secret.indexOf(':');
        if (colon > 0) {
            forms.add(secret.substring(colon + 1));
        }
        return forms.forms;
    }

    private void add(String secret) {
        if (secret.length() < SHORTEST) {
            return;
        }
        written(secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
            written(encoder.encodeToString(bytes));
            written(encoder.withoutPadding().encodeToString(bytes));
            within(bytes, encoder);
        }
    }

    private void written(String secret) {
        forms.add(secret);
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String percent = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        for (String encoded : new String[] {form, percent, unescapedMarks(form), unescapedMarks(percent)}) {
            forms.add(encoded);
            forms.add(smallDigits(encoded));
            forms.add(encoded.replace("%", "%25"));
        }
        String json = json(secret);
        for (String escaped : new String[] {json, ascii(json, ""), ascii(json, "<>&'=")}) {
            for (String slashed : new String[] {escaped, escaped.replace("/", "\\/")}) {
                forms.add(slashed);
                forms.add(json(slashed));
            }
        }
        String xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(xml);
        forms.add(xml.replace("\"", "&quot;").replace("'", "&#39;"));
        forms.add(xml.replace("\"", "&quot;").replace("'", "&apos;"));
        forms.add(xml.replace("\"", "&#34;").replace("'", "&#39;"));
    }

    /** What base64 always has of a secret, whatever stands before it and behind it: a name and a colon, for instance. */
    private void within(byte[] bytes, Base64.Encoder encoder) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int from = (before * Byte.SIZE + BITS - 1) / BITS;
            int to = shifted.length * Byte.SIZE / BITS;
            if (to - from >= SHORTEST_BASE64) {
                written(encoder.encodeToString(shifted).substring(from, to));
            }
        }
    }

    /** As browsers leave them (ECMA-262, encodeURIComponent). */
    private static String unescapedMarks(String encoded) {
        return encoded.replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%2A", "*")
                .replace("%7E", "~");
    }

    private static String smallDigits(String encoded) {
        StringBuilder out = new StringBuilder(encoded);
        for (int i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 3)) {
            out.replace(i, i + 3, encoded.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    private static String json(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.toString();
    }

    /** With escapes for all that is not of ASCII, and for some more. */
    private static String ascii(String json, String more) {
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean plain = c < 0x7f && more.indexOf(c) < 0;
            out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return out.toString();
    }
}
