package io.xuemeng.conformance.text;

import java.util.Locale;
import java.util.Set;

/** A field of a form in HTML, or what the page says of itself: where the value stands, and whether that is a credential. */
final class InputTag {

    private static final String FIELD = "input";
    private static final String META = "meta";
    private static final Set<String> OTHERS = Set.of("lt", "execution", "samlresponse", "samlrequest", "__viewstate");
    private static final String BLANKS = " \t\r\n";

    private static final int[] NONE = {};

    private final Scanned text;
    private boolean password;
    private boolean hidden;
    private boolean named;
    private int from = -1;
    private int to = -1;

    /** The tag of which the name ends at a place; it ends where it is closed, and where another begins. */
    private InputTag(Scanned text, int end) {
        this.text = text;
        int at = end;
        int length = text.length();
        while (at < length && "<>".indexOf(text.charAt(at)) < 0) {
            int name = at;
            at = text.until(at, length, BLANKS + "=<>\"'/");
            if (at < length && text.charAt(at) == '=') {
                at = attribute(text.part(name, at).toLowerCase(Locale.ROOT), at + 1);
            } else if (at < length && "<>".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
    }

    /** The place of a value that must not be shown in the tag of which the name is at a place; empty when there is none. */
    static int[] secret(Scanned text, int start, int end) {
        if (start == 0 || text.charAt(start - 1) != '<') {
            return NONE;
        }
        boolean meta = text.isWord(start, end, META);
        if (!meta && !text.isWord(start, end, FIELD)) {
            return NONE;
        }
        InputTag tag = new InputTag(text, end);
        boolean secret = tag.password || (tag.named && (meta || tag.hidden));
        return secret && tag.from >= 0 ? new int[] {tag.from, tag.to} : NONE;
    }

    private int attribute(String name, int at) {
        String quote = text.quote(at);
        int begin = at + quote.length();
        int close;
        if (quote.isEmpty()) {
            close = text.until(begin, text.length(), BLANKS + "<>");
        } else {
            int mark = text.until(begin, text.length(), "<" + quote.charAt(quote.length() - 1));
            close = Math.max(begin, mark - quote.length() + 1);
            close = text.startsWith(quote, close) ? close : mark;
        }
        switch (name) {
            case "type" -> {
                password |= text.isWord(begin, close, "password");
                hidden |= text.isWord(begin, close, "hidden");
            }
            case "name", "property", "id" ->
                named |= CredentialNames.kind(text, begin, close) != CredentialNames.Kind.NONE
                        || (close - begin < 20
                                && OTHERS.contains(text.part(begin, close).toLowerCase(Locale.ROOT)));
            case "value", "content" -> {
                from = begin;
                to = close;
            }
            default -> {
                // Says nothing about the value.
            }
        }
        return text.startsWith(quote, close) ? close + quote.length() : close;
    }
}
