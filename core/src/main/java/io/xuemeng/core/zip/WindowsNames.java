package io.xuemeng.core.zip;

/** What Windows cannot hold as a file name. */
final class WindowsNames {

    private WindowsNames() {}

    /** Whether a segment is the name of a device, with or without an extension, in any case. */
    static boolean isReserved(String path, int start, int end) {
        int stop = path.indexOf('.', start);
        int stem = stop < 0 || stop > end ? end : stop;
        while (stem > start && path.charAt(stem - 1) == ' ') {
            stem--;
        }
        return switch (stem - start) {
            case 3 ->
                is(path, start, "CON") || is(path, start, "PRN") || is(path, start, "AUX") || is(path, start, "NUL");
            case 4 -> (is(path, start, "COM") || is(path, start, "LPT")) && isPort(path.charAt(start + 3));
            case 6 -> is(path, start, "CONIN$");
            case 7 -> is(path, start, "CONOUT$");
            default -> false;
        };
    }

    private static boolean is(String path, int start, String name) {
        return path.regionMatches(true, start, name, 0, name.length());
    }

    /** Windows takes superscript digits for digits here. */
    private static boolean isPort(char c) {
        return (c >= '1' && c <= '9') || c == '¹' || c == '²' || c == '³';
    }

    /** Whether a path has a character that no file name may have; slashes, colons and controls are other matters. */
    static boolean hasReservedCharacter(String path) {
        for (int i = 0; i < path.length(); i++) {
            switch (path.charAt(i)) {
                case '<', '>', '"', '|', '?', '*' -> {
                    return true;
                }
                default -> {
                    // Allowed.
                }
            }
        }
        return false;
    }
}
