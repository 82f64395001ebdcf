package io.xuemeng.resource.national;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The file formats the national platform names by their extensions, and the MIME types that a record holds instead. */
final class PlatformFormat {

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("html", "text/html"),
            Map.entry("txt", "text/plain"),
            Map.entry("zip", "application/zip"));

    private static final Map<String, String> EXTENSIONS = inverse();

    private PlatformFormat() {}

    private static Map<String, String> inverse() {
        Map<String, String> extensions = new HashMap<>();
        MEDIA_TYPES.forEach((extension, mediaType) -> extensions.put(mediaType, extension));
        return Map.copyOf(extensions);
    }

    /** The MIME type of a format; the format itself when it is not known. */
    static String mediaType(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(lower.equals("jpeg") ? "jpg" : lower, format);
    }

    /** The format of a MIME type; the type itself when it is not known. */
    static String format(String mediaType) {
        return EXTENSIONS.getOrDefault(mediaType.toLowerCase(Locale.ROOT), mediaType);
    }
}
