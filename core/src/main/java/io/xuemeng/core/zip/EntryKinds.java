package io.xuemeng.core.zip;

import java.util.Arrays;

/** What an entry is, going by its name alone. */
final class EntryKinds {

    private static final int MAX_EXTENSION = 8;

    // Programs and scripts that a double click or a server starts. Not .js: it is web content.
    private static final long[] EXECUTABLES = extensions(
            "exe", "com", "scr", "pif", "msi", "msp", "bat", "cmd", "vbs", "vbe", "jse", "wsf", "wsh", "wsc", "ps1",
            "psm1", "lnk", "hta", "cpl", "dll", "sys", "reg", "inf", "scf", "sct", "msc", "gadget", "sh", "apk", "dmg",
            "app", "deb", "rpm", "php", "jsp", "jspx", "asp", "aspx");

    private static final long[] ARCHIVES = extensions(
            "zip", "zipx", "jar", "war", "ear", "7z", "rar", "tar", "gz", "tgz", "bz2", "tbz2", "xz", "txz", "zst",
            "lz", "lzma", "cab", "iso", "arj", "lzh", "imscc");

    private EntryKinds() {}

    static boolean isExecutable(String path) {
        return has(path, EXECUTABLES);
    }

    static boolean isArchive(String path) {
        return has(path, ARCHIVES);
    }

    /** Files that macOS, Windows and version control leave in folders. */
    static boolean isLitter(String path) {
        if (path.startsWith("__MACOSX/") || path.contains("/.git/") || path.startsWith(".git/")) {
            return true;
        }
        int start = path.lastIndexOf('/') + 1;
        if (path.startsWith("._", start)) {
            return true;
        }
        return switch (path.length() - start) {
            case 9 -> ends(path, start, ".DS_Store") || ends(path, start, "Thumbs.db");
            case 11 -> ends(path, start, "desktop.ini") || ends(path, start, "ehthumbs.db");
            default -> false;
        };
    }

    private static boolean ends(String path, int start, String name) {
        return path.regionMatches(true, start, name, 0, name.length());
    }

    private static boolean has(String path, long[] sorted) {
        return Arrays.binarySearch(sorted, extension(path)) >= 0;
    }

    /** The extension in lower case, one byte a character; 0 when there is none, or none that any list has. */
    private static long extension(String path) {
        int end = path.length();
        // Windows drops these when it makes the file.
        while (end > 0 && (path.charAt(end - 1) == '.' || path.charAt(end - 1) == ' ')) {
            end--;
        }
        for (int i = end - 1; i >= 0 && end - i <= MAX_EXTENSION + 1; i--) {
            char c = path.charAt(i);
            if (c == '.') {
                return pack(path, i + 1, end);
            }
            if (c == '/' || c > 0x7F) {
                return 0;
            }
        }
        return 0;
    }

    private static long pack(String text, int from, int to) {
        long packed = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            packed = packed << 8 | (c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        return packed;
    }

    private static long[] extensions(String... names) {
        return Arrays.stream(names)
                .mapToLong(name -> pack(name, 0, name.length()))
                .sorted()
                .toArray();
    }
}
