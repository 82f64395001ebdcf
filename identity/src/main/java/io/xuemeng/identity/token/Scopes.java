package io.xuemeng.identity.token;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scopes as they are written: words with single spaces between them (RFC 6749, 3.3). */
final class Scopes {

    private Scopes() {}

    /** The words of a scope, or null when it is none. */
    static @Nullable Set<String> parse(String scope) {
        Set<String> words = new LinkedHashSet<>();
        int from = 0;
        while (from <= scope.length()) {
            int space = scope.indexOf(' ', from);
            int to = space < 0 ? scope.length() : space;
            String word = scope.substring(from, to);
            if (!isWord(word)) {
                return null;
            }
            words.add(word);
            from = to + 1;
        }
        return words;
    }

    static boolean isWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return !word.isEmpty();
    }
}
