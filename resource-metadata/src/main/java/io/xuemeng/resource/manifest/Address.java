package io.xuemeng.resource.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An address in a manifest, resolved against its base: where it leads, and which habits had to be overlooked on the way.
 *
 * @param kind where it leads
 * @param path the path from the manifest's folder, still percent-encoded; empty unless it leads into the package
 * @param suffix the query and fragment with their marks; empty when there are none
 * @param leadingSlash whether it began with a slash
 * @param backslash whether it was written with backslashes
 */
record Address(Kind kind, String path, String suffix, boolean leadingSlash, boolean backslash) {

    enum Kind {
        /** Nowhere: it is empty. */
        EMPTY,
        /** To a file of the package. */
        PACKAGE,
        /** Out of the package's top folder. */
        ESCAPING,
        /** To the web. */
        WEB,
        /** To a place that only one computer knows, or that holds no content. */
        UNREACHABLE
    }

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Resolves an address against a base as {@link Reference#base()} describes it. */
    static Address resolve(String base, String href) {
        String address = href.strip();
        if (address.isEmpty()) {
            return new Address(Kind.EMPTY, "", "", false, false);
        }
        if (isDrive(address) || address.startsWith("\\\\")) {
            return new Address(Kind.UNREACHABLE, "", "", false, false);
        }
        int colon = schemeEnd(address);
        if (colon > 0) {
            return new Address(kindOfScheme(address.substring(0, colon)), "", "", false, false);
        }
        if (address.startsWith("//")) {
            return new Address(Kind.WEB, "", "", false, false);
        }
        int end = suffixStart(address);
        String suffix = address.substring(end);
        String path = address.substring(0, end);
        boolean backslash = path.indexOf('\\') >= 0;
        if (backslash) {
            path = path.replace('\\', '/');
        }
        boolean slash = path.startsWith("/");
        if (slash) {
            path = path.substring(1);
        } else if (schemeEnd(base) > 0) {
            return new Address(kindOfScheme(base.substring(0, schemeEnd(base))), "", suffix, false, backslash);
        } else {
            path = base + path;
        }
        String normal = normalize(path);
        String decoded = normal == null ? null : decode(normal);
        // A dot segment stays one when its dots are percent-encoded (RFC 3986, 6.2.2.2).
        return normal == null || (decoded != null && normalize(decoded) == null)
                ? new Address(Kind.ESCAPING, "", suffix, slash, backslash)
                : new Address(Kind.PACKAGE, normal, suffix, slash, backslash);
    }

    /** Whether an address means different things under different bases. */
    static boolean isRelative(String href) {
        String address = href.strip();
        return !address.isEmpty() && schemeEnd(address) == 0 && !address.startsWith("/") && !address.startsWith("\\");
    }

    /** A base below another: both end with a slash, or are empty. */
    static String join(String outer, String inner) {
        if (schemeEnd(inner) > 0 || inner.startsWith("/")) {
            return inner;
        }
        return outer + inner;
    }

    private static Kind kindOfScheme(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http", "https", "ftp", "ftps", "rtmp", "rtsp", "mms" -> Kind.WEB;
            default -> Kind.UNREACHABLE;
        };
    }

    /** The index of the colon after a scheme; 0 when there is none. */
    static int schemeEnd(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            if (c == ':') {
                return i;
            }
            if (!letter && (i == 0 || !isSchemePart(c))) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isSchemePart(char c) {
        return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    }

    private static boolean isDrive(String address) {
        return address.length() > 2
                && address.charAt(1) == ':'
                && (address.charAt(2) == '\\' || address.charAt(2) == '/')
                && schemeEnd(address) == 1;
    }

    private static int suffixStart(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '?' || c == '#') {
                return i;
            }
        }
        return address.length();
    }

    /** The path without {@code .}, {@code ..} and empty segments; null when it leads above its start. */
    static @Nullable String normalize(String path) {
        if (isNormal(path)) {
            return path;
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            switch (segment) {
                case "", "." -> {
                    // Stays where it is.
                }
                case ".." -> {
                    if (segments.pollLast() == null) {
                        return null;
                    }
                }
                default -> segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }

    private static boolean isNormal(String path) {
        boolean start = true;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (start && (c == '.' || c == '/')) {
                return false;
            }
            start = c == '/';
        }
        return !start;
    }

    /** The path without percent-encoding; null when the encoding is broken, or leads out of the package. */
    @Nullable
    String decoded() {
        return normalized(decode(path, StandardCharsets.UTF_8));
    }

    /** Text without percent-encoding of UTF-8; null when the encoding is broken. */
    static @Nullable String decode(String text) {
        return decode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable String normalized(@Nullable String decoded) {
        return decoded == null ? null : normalize(decoded);
    }

    /** The path with its percent-encoded bytes read as GB18030; null when they are not. */
    @Nullable
    String decodedAsChinese() {
        return normalized(decode(path, GB18030));
    }

    private static @Nullable String decode(String path, Charset charset) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length());
        ByteBuffer bytes = ByteBuffer.allocate(path.length() / 3 + 1);
        for (int i = 0; i < path.length(); ) {
            if (path.charAt(i) != '%') {
                out.append(path.charAt(i++));
                continue;
            }
            bytes.clear();
            while (i < path.length() && path.charAt(i) == '%') {
                int high = i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
                int low = i + 2 < path.length() ? Character.digit(path.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                bytes.put((byte) ((high << 4) | low));
                i += 3;
            }
            try {
                out.append(charset.newDecoder().decode(bytes.flip()));
            } catch (CharacterCodingException e) {
                return null;
            }
        }
        return out.toString();
    }
}
