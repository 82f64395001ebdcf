package io.xuemeng.core.asic;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths of a container's own files (ETSI EN 319 162-1, 4.4.3; the seals are this library's). */
final class ContainerPaths {

    static final String MIME_TYPE_ENTRY = "mimetype";
    static final String MIME_TYPE = "application/vnd.etsi.asic-e+zip";
    static final String COMMENT_PREFIX = "mimetype=";
    static final String META_INF = "META-INF/";
    private static final String SEALS = META_INF + "sm2/";
    static final int MAX_NUMBER = 999;

    private static final Pattern NUMBERED =
            Pattern.compile("META-INF/(?:ASiCManifest|signature|sm2/seal)(\\d{1,3})\\.(?:xml|p7s|der)");

    private ContainerPaths() {}

    static String manifest(int number) {
        return String.format(Locale.ROOT, "META-INF/ASiCManifest%03d.xml", number);
    }

    static String signature(int number) {
        return String.format(Locale.ROOT, "META-INF/signature%03d.p7s", number);
    }

    static String seal(int number) {
        return String.format(Locale.ROOT, "META-INF/sm2/seal%03d.der", number);
    }

    static boolean isManifest(String path) {
        return isIn(META_INF, path, "ASiCManifest", ".xml");
    }

    static boolean isSignature(String path) {
        return isIn(META_INF, path, "signature", ".p7s");
    }

    static boolean isSeal(String path) {
        return isIn(SEALS, path, "", ".der");
    }

    /** Whether a path names a file right in a folder, with a part in its name and an ending that begin where the other ends. */
    private static boolean isIn(String folder, String path, String part, String ending) {
        return path.startsWith(folder)
                && path.endsWith(ending)
                && path.lastIndexOf('/') == folder.length() - 1
                && path.substring(folder.length(), path.length() - ending.length())
                        .contains(part);
    }

    /** The number of a signing in the path of one of its files, or 0. */
    static int number(String path) {
        Matcher matcher = NUMBERED.matcher(path);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
