package io.xuemeng.core.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 8259 as it is written, rule by rule, over characters that the platform's strict decoder made: slow, and easy to check by eye. */
final class PlainGrammar {

    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r]*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern STRING =
            Pattern.compile("\"([^\"\\\\\\x00-\\x1F]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9A-Fa-f]{4})*+\"");

    private final String text;
    private final Matcher matcher;
    private int at;

    private PlainGrammar(String text) {
        this.text = text;
        this.matcher = SPACE.matcher(text);
    }

    static boolean accepts(byte[] document) {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
        } catch (CharacterCodingException e) {
            return false;
        }
        PlainGrammar grammar = new PlainGrammar(text.toString());
        return grammar.value() && grammar.at == text.length();
    }

    private boolean value() {
        take(SPACE);
        boolean good = take("{") ? object() : take("[") ? array() : scalar();
        take(SPACE);
        return good;
    }

    private boolean object() {
        take(SPACE);
        if (take("}")) {
            return true;
        }
        do {
            take(SPACE);
            if (!take(STRING)) {
                return false;
            }
            take(SPACE);
            if (!take(":") || !value()) {
                return false;
            }
        } while (take(","));
        return take("}");
    }

    private boolean array() {
        take(SPACE);
        if (take("]")) {
            return true;
        }
        do {
            if (!value()) {
                return false;
            }
        } while (take(","));
        return take("]");
    }

    private boolean scalar() {
        return take("true") || take("false") || take("null") || take(STRING) || take(NUMBER);
    }

    private boolean take(String word) {
        if (text.length() - at < word.length() || !text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private boolean take(Pattern rule) {
        matcher.usePattern(rule).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        return true;
    }
}
