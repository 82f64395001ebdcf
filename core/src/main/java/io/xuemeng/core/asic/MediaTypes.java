package io.xuemeng.core.asic;

import java.util.Locale;
import java.util.Map;

/** Media types by the extension of a file's name, for manifests, where they only inform. */
final class MediaTypes {

    static final String OCTETS = "application/octet-stream";
    static final String XML = "text/xml";
    static final String SIGNATURE = "application/pkcs7-signature";

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("xml", XML),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("css", "text/css"),
            Map.entry("txt", "text/plain"),
            Map.entry("js", "text/javascript"),
            Map.entry("json", "application/json"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("webp", "image/webp"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("zip", "application/zip"),
            Map.entry("p7s", SIGNATURE),
            Map.entry("der", SIGNATURE));

    private MediaTypes() {}

    static String of(String path) {
        int dot = path.lastIndexOf('.');
        return dot < path.lastIndexOf('/')
                ? OCTETS
                : KNOWN.getOrDefault(path.substring(dot + 1).toLowerCase(Locale.ROOT), OCTETS);
    }
}
