package io.xuemeng.core.zip;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Judges the path of one entry for itself. Of several faults with one cause only the gravest is reported. */
final class PathRules {

    // Tags, U+E0000 to U+E007F, are a whole ASCII that nobody sees.
    private static final char TAG_HIGH = '\uDB40';
    private static final char TAG_LOW_LAST = '\uDC7F';

    private final Limits limits;
    private final FindingSink sink;
    private boolean safe;

    PathRules(Limits limits, FindingSink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    /** Reports what is wrong with a path; true when nothing is worse than a warning. */
    boolean check(String path) {
        safe = true;
        if (path.isEmpty()) {
            report(PathRequirement.EMPTY_NAME, path);
            return false;
        }
        boolean ascii = checkCharacters(path);
        checkForm(path, ascii);
        checkSegments(path, ascii);
        checkKind(path);
        return safe;
    }

    private boolean checkCharacters(String path) {
        boolean ascii = true;
        int control = -1;
        int invisible = -1;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c >= 0x80) {
                ascii = false;
                if (isInvisible(c)) {
                    invisible = c;
                } else if (c == TAG_HIGH && i + 1 < path.length() && path.charAt(i + 1) <= TAG_LOW_LAST) {
                    invisible = path.codePointAt(i);
                } else if (c < 0xA0) {
                    control = c;
                }
            } else if (c < ' ' || c == 0x7F) {
                control = c;
            }
        }
        if (control >= 0) {
            reportCharacter(PathRequirement.CONTROL_CHARACTER, path, control);
        }
        if (invisible >= 0) {
            reportCharacter(PathRequirement.INVISIBLE_CHARACTER, path, invisible);
        }
        return ascii;
    }

    /**
     * Marks, embeddings, overrides and isolates of the bidi algorithm, separators of lines and paragraphs, zero-width
     * spaces and joiners of words, soft hyphens, fillers of Hangul and of Mongolian, and annotations. The joiners of
     * letters are not among them: Persian and emoji need them.
     */
    private static boolean isInvisible(char c) {
        return (c >= '\u2028' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u206F')
                || (c >= '\uFFF9' && c <= '\uFFFB')
                || switch (c) {
                    case '\u00AD', '\u034F', '\u061C', '\u115F', '\u1160', '\u180E', '\u200B', '\u200E', '\u200F' ->
                        true;
                    case '\u3164', '\uFEFF', '\uFFA0' -> true;
                    default -> false;
                };
    }

    /** Where the path leads: each is reported alone, because its slashes and colons are part of the same fault. */
    private void checkForm(String path, boolean ascii) {
        char first = path.charAt(0);
        if (path.startsWith("\\\\") || path.startsWith("//")) {
            report(PathRequirement.UNC, path);
        } else if (first == '/' || first == '\\') {
            report(PathRequirement.ABSOLUTE, path);
        } else if (isDriveLetter(path)) {
            report(PathRequirement.DRIVE_LETTER, path);
        } else if (climbs(path)) {
            report(PathRequirement.TRAVERSAL, path);
        } else if ((path.indexOf('%') >= 0 && leavesWhenDecoded(path)) || (!ascii && leavesWhenFolded(path))) {
            report(PathRequirement.ENCODED_TRAVERSAL, path);
        } else {
            if (path.indexOf('\\') >= 0) {
                report(PathRequirement.BACKSLASH, path);
            }
            if (path.indexOf(':') >= 0) {
                report(PathRequirement.ALTERNATE_STREAM, path);
            }
        }
    }

    private static boolean isDriveLetter(String path) {
        return path.length() > 1
                && path.charAt(1) == ':'
                && ((path.charAt(0) | 0x20) >= 'a' && (path.charAt(0) | 0x20) <= 'z')
                && (path.length() == 2 || path.charAt(2) == '/' || path.charAt(2) == '\\');
    }

    /** Whether a segment between slashes of either kind is {@code ..}. */
    private static boolean climbs(String path) {
        for (int at = path.indexOf(".."); at >= 0; at = path.indexOf("..", at + 1)) {
            if (isBoundary(path, at - 1) && isBoundary(path, at + 2)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(String path, int at) {
        return at < 0 || at >= path.length() || path.charAt(at) == '/' || path.charAt(at) == '\\';
    }

    /** A careless consumer decodes a path that came from a manifest, some of them twice. */
    private static boolean leavesWhenDecoded(String path) {
        String decoded = path;
        for (int round = 0; round < 3; round++) {
            String next = decodeAscii(decoded);
            if (next.equals(decoded)) {
                break;
            }
            decoded = next;
            if (leavesPackage(decoded)) {
                return true;
            }
        }
        byte[] bytes = decodeBytes(path);
        String lenient = EntryNames.decodeOverlong(bytes, 0, bytes.length);
        return lenient != null && leavesPackage(lenient);
    }

    /** Whether a path, taken as it is, leads elsewhere than into the package. */
    static boolean leavesPackage(String path) {
        return climbs(path) || isBoundary(path, 0) || isDriveLetter(path);
    }

    /** Systems that convert a name to a character set of theirs turn full-width dots and slashes into plain ones. */
    private static boolean leavesWhenFolded(String path) {
        StringBuilder folded = null;
        for (int i = 0; i < path.length(); i++) {
            String plain = switch (path.charAt(i)) {
                case '\uFF0E', '\u2024' -> ".";
                case '\u2025' -> "..";
                case '\uFF0F' -> "/";
                case '\uFF3C' -> "\\";
                default -> null;
            };
            if (plain != null && folded == null) {
                folded = new StringBuilder(path.length() + 1).append(path, 0, i);
            }
            if (folded != null) {
                folded.append(plain == null ? path.substring(i, i + 1) : plain);
            }
        }
        return folded != null && (climbs(folded.toString()) || isBoundary(folded.toString(), 0));
    }

    /** The bytes that a path stands for, those that a percent encoding names included. */
    private static byte[] decodeBytes(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static String decodeAscii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0 && high < 8) {
                out.append((char) (high << 4 | low));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void checkSegments(String path, boolean ascii) {
        int bytes = ascii ? path.length() : path.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > limits.pathBytes()) {
            reportLength(PathRequirement.PATH_TOO_LONG, path, bytes, limits.pathBytes());
        }
        boolean emptySegment = false;
        boolean tooLong = false;
        boolean reserved = false;
        boolean trailing = false;
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            int length = end - start;
            // A leading slash is reported as such.
            emptySegment |= (length == 0 && start > 0) || (length == 1 && path.charAt(start) == '.');
            if (!tooLong && isTooLong(path, start, end, ascii)) {
                tooLong = true;
            }
            reserved |= WindowsNames.isReserved(path, start, end);
            trailing |= length > 0 && isTrailingDotOrSpace(path, start, end);
            start = end + 1;
        }
        if (emptySegment && path.indexOf("//") != 0) {
            report(PathRequirement.EMPTY_SEGMENT, path);
        }
        if (tooLong) {
            reportLength(PathRequirement.SEGMENT_TOO_LONG, path, longest(path), limits.pathSegmentBytes());
        }
        if (reserved) {
            report(PathRequirement.RESERVED_NAME, path);
        }
        if (trailing) {
            report(PathRequirement.TRAILING_DOT_OR_SPACE, path);
        }
        if (WindowsNames.hasReservedCharacter(path)) {
            report(PathRequirement.RESERVED_CHARACTER, path);
        }
    }

    private boolean isTooLong(String path, int start, int end, boolean ascii) {
        int length = end - start;
        if (ascii || length * 3 <= limits.pathSegmentBytes()) {
            return length > limits.pathSegmentBytes();
        }
        return path.substring(start, end).getBytes(StandardCharsets.UTF_8).length > limits.pathSegmentBytes();
    }

    private static int longest(String path) {
        int longest = 0;
        for (String segment : path.split("/", -1)) {
            longest = Math.max(longest, segment.getBytes(StandardCharsets.UTF_8).length);
        }
        return longest;
    }

    /** The segments {@code .} and {@code ..} are other faults. */
    private static boolean isTrailingDotOrSpace(String path, int start, int end) {
        char last = path.charAt(end - 1);
        if (last == ' ') {
            return true;
        }
        int length = end - start;
        return last == '.' && length > 1 && !(length == 2 && path.charAt(start) == '.');
    }

    private void checkKind(String path) {
        if (EntryKinds.isLitter(path)) {
            report(PathRequirement.LITTER, path);
        } else if (EntryKinds.isExecutable(path)) {
            report(PathRequirement.EXECUTABLE, path);
        } else if (EntryKinds.isArchive(path)) {
            report(ZipRequirement.NESTED_ARCHIVE, path);
        }
    }

    private void report(Requirement requirement, String path) {
        safe &= !requirement.severity().isWorseThan(Severity.WARNING);
        sink.report(Finding.of(requirement)
                .at(Location.entry(path))
                .with("path", path)
                .build());
    }

    private void reportCharacter(PathRequirement requirement, String path, int character) {
        safe = false;
        sink.report(Finding.of(requirement)
                .at(Location.entry(path))
                .with("path", path)
                .with("character", String.format(Locale.ROOT, "U+%04X", character))
                .build());
    }

    private void reportLength(PathRequirement requirement, String path, int bytes, int limit) {
        safe = false;
        sink.report(Finding.of(requirement)
                .at(Location.entry(path))
                .with("path", path)
                .with("bytes", bytes)
                .with("limit", limit)
                .build());
    }
}
