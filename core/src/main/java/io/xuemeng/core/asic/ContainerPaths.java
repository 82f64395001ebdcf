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
    static final int MAX_NUMBER = 999;

    private static final Pattern MANIFEST = Pattern.compile("META-INF/[^/]*ASiCManifest[^/]*\\.xml");
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*signature[^/]*\\.p7s");
    private static final Pattern SEAL = Pattern.compile("META-INF/sm2/[^/]*\\.der");
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
        return MANIFEST.matcher(path).matches();
    }

    static boolean isSignature(String path) {
        return SIGNATURE.matcher(path).matches();
    }

    static boolean isSeal(String path) {
        return SEAL.matcher(path).matches();
    }

    /** The number of a signing in the path of one of its files, or 0. */
    static int number(String path) {
        Matcher matcher = NUMBERED.matcher(path);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
