package io.xuemeng.conformance.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names by which credentials are known. Names are compared small and without what parts their words. */
final class CredentialNames {

    /** What stands behind a name. */
    enum Kind {
        NONE,
        PLAIN,
        AUTHORIZATION,
        COOKIE
    }

    private static final List<String> ENDS =
            List.of("pwd", "tokenhint", "keyinfo", "assertion", "credential", "credentials");

    /** What makes a name one of a credential wherever it stands in it. */
    private static final List<String> PARTS = List.of(
            "password", "passwd", "passphrase", "secret", "token", "apikey", "appkey", "privatekey", "csrf", "xsrf");

    /** What follows one of them in the names of things that are told about credentials. */
    private static final List<String> ABOUT = List.of(
            "type",
            "endpoint",
            "url",
            "uri",
            "use",
            "sign",
            "introspect",
            "revo",
            "exp",
            "lifetime",
            "ttl",
            "encr",
            "format",
            "count",
            "len",
            "bind",
            "alg",
            "method",
            "auth",
            "iss",
            "name",
            "status",
            "valid",
            "error",
            "reset",
            "less",
            "policy",
            "required",
            "supported",
            "class",
            "ary",
            "ize",
            "is",
            "request",
            "response",
            "accepted",
            "refused");

    private static final String AUTHORIZATION = "authorization";
    private static final List<String> COOKIES = List.of("cookie", "cookie2");

    /** In the languages that need no capitals. */
    private static final List<String> CHINESE = List.of("密码", "口令", "密钥", "令牌");

    private static final Set<String> OF_PRIVATE_KEYS = Set.of("d", "p", "q", "dp", "dq", "qi", "k", "r", "t");
    private static final int LONGEST = 40;

    private CredentialNames() {}

    /** What the end of a word is the name of. */
    static Kind kind(Scanned text, int start, int end) {
        String name = name(text, start, end);
        if (name.endsWith(AUTHORIZATION)) {
            return Kind.AUTHORIZATION;
        }
        if (COOKIES.stream().anyMatch(name::endsWith)) {
            return Kind.COOKIE;
        }
        return isCredential(name) ? Kind.PLAIN : Kind.NONE;
    }

    private static boolean isCredential(String name) {
        if (name.endsWith("supported")) {
            return false;
        }
        if (ENDS.stream().anyMatch(name::endsWith)) {
            return true;
        }
        int last = -1;
        int behind = -1;
        for (String part : PARTS) {
            int at = name.lastIndexOf(part);
            if (at > last) {
                last = at;
                behind = at + part.length();
            }
        }
        String rest = behind < 0 ? "" : name.substring(behind);
        return behind >= 0 && ABOUT.stream().noneMatch(rest::startsWith);
    }

    /** The length of a Chinese word for a credential that begins at a place; 0 when none does. */
    static int chinese(Scanned text, int at) {
        for (String name : CHINESE) {
            if (text.startsWith(name, at)) {
                return name.length();
            }
        }
        return 0;
    }

    /** Whether a word is a member that only private and secret keys have (RFC 7518, 6.2.2, 6.3.2 and 6.4). */
    static boolean isOfPrivateKey(Scanned text, int start, int end) {
        return end - start <= 2 && OF_PRIVATE_KEYS.contains(text.part(start, end));
    }

    private static String name(Scanned text, int start, int end) {
        StringBuilder name = new StringBuilder();
        for (int i = Math.max(start, end - LONGEST); i < end; i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                name.append(c);
            }
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
